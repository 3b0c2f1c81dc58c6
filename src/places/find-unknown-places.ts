/** Places that no table knows, told by the words around them: "the village of X", "X district". */
import { type Parsed, relation } from "../language/index.js";
import type { Place } from "../reading/index.js";
import { makeSpan } from "../reading/index.js";
import { describeUnknown, wordsFrom } from "./describe-place.js";
import type { PlacePhrase } from "./extend-name.js";
import type { FoundPlace } from "./find-places.js";
import type { PlaceKnowledge } from "./place-knowledge.js";

/** Unknown names after "village of" or before "district"; `phrases` are the names that tables know. */
export function findUnknownPlaces(
  parsed: Parsed,
  phrases: readonly PlacePhrase[],
  barred: Uint8Array,
  knowledge: PlaceKnowledge,
): FoundPlace[] {
  const taken = barred.slice();
  for (const { first, last } of phrases) taken.fill(1, first, last + 1);
  const found: FoundPlace[] = [];
  for (let token = 0; token < parsed.length; token++) {
    const precision = precisionOf(parsed, token, knowledge);
    const range = precision && nameBeside(parsed, token, taken);
    if (!precision || !range) continue;
    found.push(makeUnknown(parsed, range, precision, countryBefore(parsed, range.first, phrases)));
    taken.fill(1, range.first, range.last + 1);
  }
  return found;
}

/** What the place is that a lower-case noun like "village" or "district" names. */
function precisionOf(parsed: Parsed, token: number, knowledge: PlaceKnowledge): Place["precision"] | null {
  if (parsed.upos[token] !== "NOUN") return null;
  const kinds = knowledge.words.get(parsed.lemma[token]!) ?? [];
  if (kinds.includes("city")) return "city";
  if (kinds.includes("division")) return parsed.lemma[token] === "department" ? null : "admin1";
  return kinds.includes("district") ? "district" : null;
}

/** The capitalised run after "village of", or the one right before "village". */
function nameBeside(parsed: Parsed, noun: number, taken: Uint8Array): { first: number; last: number } | null {
  const isName = (token: number) =>
    token >= 0 &&
    token < parsed.length &&
    parsed.sentenceOf[token] === parsed.sentenceOf[noun] &&
    taken[token] === 0 &&
    parsed.upos[token] === "PROPN" &&
    /^\p{Lu}/u.test(parsed.form[token]!);
  if (parsed.form[noun + 1]?.toLowerCase() === "of" && isName(noun + 2)) {
    let last = noun + 2;
    while (isName(last + 1) && last - noun < MAX_RUN) last++;
    return { first: noun + 2, last };
  }
  if (!isName(noun - 1) || relation(parsed, noun - 1) !== "compound") return null;
  let first = noun - 1;
  while (isName(first - 1) && noun - first < MAX_RUN) first--;
  return { first, last: noun };
}

/** Longer runs of capitals are no names of villages. */
const MAX_RUN = 4;

/** "the Syrian village of X": the country named within the words just before. */
function countryBefore(parsed: Parsed, first: number, phrases: readonly PlacePhrase[]): string | null {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (phrases[middle]!.first < first) low = middle + 1;
    else high = middle;
  }
  const before = phrases[low - 1];
  if (!before?.name.named || first - before.last > 5) return null;
  return parsed.sentenceOf[before.first] === parsed.sentenceOf[first] ? before.name.named.country.code : null;
}

function makeUnknown(
  parsed: Parsed,
  { first, last }: { first: number; last: number },
  precision: Place["precision"],
  country: string | null,
): FoundPlace {
  const words = wordsFrom(parsed, first, last);
  const span = makeSpan(parsed.start[first]!, parsed.end[last]!);
  const note = { code: "place-unknown", message: `"${words}" is in no table of places.`, span } as const;
  return { first, last, draft: describeUnknown(words, precision, country), note };
}
