/** Widens a place name to its phrase: "northern" before it, "province" or "University" behind it. */
import type { Parsed } from "../language/index.js";
import type { PlaceName } from "./find-place-names.js";
import type { PlaceKnowledge, PlaceWordKind } from "./place-knowledge.js";

/** A place name with the words that change what it names. */
export interface PlacePhrase {
  readonly name: PlaceName;
  /** First and last token of the phrase, direction and designator included. */
  readonly first: number;
  readonly last: number;
  /** "northern", "central": the phrase is a part of what is named. */
  readonly isPart: boolean;
  /** What the word behind the name makes of it: "division" for "province", null where there is none. */
  readonly designator: PlaceWordKind | null;
}

/** The phrase around a name. */
export function extendName(parsed: Parsed, name: PlaceName, knowledge: PlaceKnowledge): PlacePhrase {
  const behind = findDesignator(parsed, name, knowledge);
  const facility = findFacility(parsed, name, knowledge);
  if (facility >= 0) return { name, first: facility, last: name.last, isPart: false, designator: "point" };
  const first = findDirection(parsed, name.first, knowledge);
  return {
    name,
    first,
    last: behind?.last ?? name.last,
    isPart: first < name.first,
    designator: behind?.kind ?? null,
  };
}

/** "University of Mosul": the token that the name of a building begins with, −1 where there is none. */
function findFacility(parsed: Parsed, name: PlaceName, knowledge: PlaceKnowledge): number {
  const noun = name.first - 2;
  if (noun < 0 || parsed.form[noun + 1] !== "of" || parsed.sentenceOf[noun] !== parsed.sentenceOf[name.first])
    return -1;
  const form = parsed.form[noun]!;
  const isFacility = /^\p{Lu}/u.test(form) && knowledge.words.get(form.toLowerCase())?.includes("point");
  return isFacility ? noun : -1;
}

/** "eastern", "north-eastern", "south and east": only the word next to the name counts. */
function findDirection(parsed: Parsed, first: number, knowledge: PlaceKnowledge): number {
  const isSame = (token: number) => token >= 0 && parsed.sentenceOf[token] === parsed.sentenceOf[first];
  const isDirection = (form: string) => knowledge.words.get(form.toLowerCase())?.includes("direction") ?? false;
  const before = first - 1;
  if (!isSame(before) || !isDirection(parsed.form[before]!)) return first;
  const isHyphened = isSame(before - 2) && parsed.form[before - 1] === "-" && isDirection(parsed.form[before - 2]!);
  const start = isHyphened ? before - 2 : before;
  return isSame(start - 1) && isDirection(parsed.form[start - 1]!) ? start - 1 : start;
}

/** More words than this never stand between a name and its designator. */
const MAX_BETWEEN = 5;

/** "province", "district", "Castle": right behind the name, or at the end of a capitalised run ("Pearson International Airport"). */
function findDesignator(
  parsed: Parsed,
  name: PlaceName,
  knowledge: PlaceKnowledge,
): { last: number; kind: PlaceWordKind } | null {
  const sentence = parsed.sentenceOf[name.first];
  let found: { last: number; kind: PlaceWordKind } | null = null;
  for (let token = name.last + 1; token <= name.last + MAX_BETWEEN && parsed.sentenceOf[token] === sentence; token++) {
    const form = parsed.form[token]!;
    const isNext = token === name.last + 1;
    if (!/^\p{Lu}/u.test(form) && !isNext) break;
    const kind = kindOfDesignator(form, name, knowledge);
    if (kind) found = { last: token, kind };
    if (!/^\p{Lu}/u.test(form)) break;
  }
  return found;
}

function kindOfDesignator(form: string, name: PlaceName, knowledge: PlaceKnowledge): PlaceWordKind | null {
  const kinds = knowledge.words.get(form.toLowerCase()) ?? [];
  const isLoud = /^\p{Lu}/u.test(form);
  if (name.named && name.named.kind !== "capital") return kinds.includes("stretch") ? "stretch" : null;
  const kind = kinds.find((known) => known !== "direction" && known !== "stretch") ?? null;
  if (kind === "point" || kind === "city") return isLoud || form === "airport" ? kind : null;
  return kind;
}
