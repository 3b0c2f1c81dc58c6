/** Places that no table knows, told by the words around them: "the village of X", "X district", "Pearson International Airport". */
import { childBy, type Parsed, relation } from "../language/index.js";
import { countryNamed, phraseHead, resolvePlacement } from "../names/index.js";
import type { Place } from "../reading/index.js";
import { makeSpan } from "../reading/index.js";
import { describeUnknown, wordsFrom } from "./describe-place.js";
import type { FoundPlace } from "./find-places.js";
import type { FrameKnowledge } from "./place-frame.js";
import type { PlaceWordKind } from "./place-knowledge.js";

interface Unknown {
  readonly first: number;
  readonly last: number;
  readonly precision: Place["precision"];
}

/** Names in such words that lie in no known place and in no barred token; `known` are the places found so far. */
export function findUnknownPlaces(
  parsed: Parsed,
  known: readonly FoundPlace[],
  barred: Uint8Array,
  knowledge: FrameKnowledge,
): FoundPlace[] {
  const taken = barred.slice();
  for (const { first, last } of known) taken.fill(1, first, last + 1);
  const found: FoundPlace[] = [];
  for (let token = 0; token < parsed.length; token++) {
    const unknown = namedBy(parsed, token, taken, knowledge) ?? facilityAt(parsed, token, taken, knowledge);
    if (!unknown) continue;
    found.push(makeUnknown(parsed, unknown, countryNear(parsed, unknown, known)));
    taken.fill(1, unknown.first, unknown.last + 1);
  }
  return found;
}

/** The capitalised run after "village of", or the one right before "village". */
function namedBy(parsed: Parsed, noun: number, taken: Uint8Array, { names, places }: FrameKnowledge): Unknown | null {
  if (!/^(?:NOUN|PROPN)$/.test(parsed.upos[noun]!) || parsed.form[noun] !== parsed.lemma[noun]) return null;
  if (!/^\p{Ll}/u.test(parsed.form[noun]!)) return null;
  const precision = precisionOf(places.words.get(parsed.lemma[noun]!) ?? []);
  if (!precision || parsed.lemma[noun] === "department") return null;
  const isName = (token: number) => isFreeName(parsed, token, noun, taken);
  if (parsed.form[noun + 1]?.toLowerCase() === "of" && isName(noun + 2)) {
    let last = noun + 2;
    while (isName(last + 1) && last - noun < MAX_RUN) last++;
    return { first: noun + 2, last, precision };
  }
  if (!isName(noun - 1) || !/^(?:compound|amod|nmod)$/.test(relation(parsed, noun - 1))) return null;
  const first = runBefore(noun, isName);
  const isDemonym = countryNamed(names, wordsFrom(parsed, first, noun - 1), ["adjective", "people"]) !== null;
  return isDemonym ? null : { first, last: noun, precision };
}

function precisionOf(kinds: readonly PlaceWordKind[]): Place["precision"] | null {
  if (kinds.includes("city")) return "city";
  if (kinds.includes("division")) return "admin1";
  return kinds.includes("district") ? "district" : null;
}

/** "Pearson International Airport", where something happens or somebody goes. */
function facilityAt(
  parsed: Parsed,
  noun: number,
  taken: Uint8Array,
  { names, places }: FrameKnowledge,
): Unknown | null {
  const form = parsed.form[noun]!;
  if (!/^\p{Lu}\p{Ll}/u.test(form) || !places.words.get(form.toLowerCase())?.includes("point")) return null;
  const isName = (token: number) => isFreeName(parsed, token, noun, taken);
  if (taken[noun] === 1 || SCHOOL.test(form) || !isName(noun - 1)) return null;
  const first = runBefore(noun, isName);
  const head = phraseHead(parsed, first, noun);
  const isPlaced = childBy(parsed, head, "case") >= 0 && resolvePlacement(parsed, first, noun, names) !== "actor";
  return isPlaced ? { first, last: noun, precision: "point" } : null;
}

/** Where somebody teaches or studies, a body rather than a spot. */
const SCHOOL = /^(?:School|College|Academy|Institute|University)$/;

function isFreeName(parsed: Parsed, token: number, noun: number, taken: Uint8Array): boolean {
  if (token < 0 || token >= parsed.length || parsed.sentenceOf[token] !== parsed.sentenceOf[noun]) return false;
  if (taken[token] === 1) return false;
  if (parsed.form[token] === "-" && token > 0) return /^\p{Lu}/u.test(parsed.form[token - 1]!);
  const isProper = parsed.xpos[token]!.startsWith("NNP") || (token + 1 === noun && parsed.upos[token] === "ADJ");
  return isProper && /^\p{Lu}/u.test(parsed.form[token]!);
}

/** Longer runs of capitals are no names of places. */
const MAX_RUN = 6;

function runBefore(noun: number, isName: (token: number) => boolean): number {
  let first = noun - 1;
  while (isName(first - 1) && noun - first < MAX_RUN) first--;
  return first;
}

/** The country of the nearest known place in the same sentence, those before it first. */
function countryNear(parsed: Parsed, { first, last }: Unknown, known: readonly FoundPlace[]): string | null {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (known[middle]!.first < first) low = middle + 1;
    else high = middle;
  }
  const sides = [known[low - 1], known[low]].filter((place) => place !== undefined);
  const near = sides.filter(
    (place) => parsed.sentenceOf[place.first] === parsed.sentenceOf[first] && distance(place, first, last) <= NEAR,
  );
  near.sort((a, b) => distance(a, first, last) - distance(b, first, last) || a.first - b.first);
  return near.find((place) => place.draft.country !== null)?.draft.country ?? null;
}

/** Places further off than this many tokens say nothing of a name's country. */
const NEAR = 12;

function distance(place: FoundPlace, first: number, last: number): number {
  return place.last < first ? first - place.last : place.first - last;
}

function makeUnknown(parsed: Parsed, { first, last, precision }: Unknown, country: string | null): FoundPlace {
  const words = wordsFrom(parsed, first, last);
  const span = makeSpan(parsed.start[first]!, parsed.end[last]!);
  const note = { code: "place-unknown", message: `"${words}" is in no table of places.`, span } as const;
  return { first, last, draft: describeUnknown(words, precision, country), note };
}
