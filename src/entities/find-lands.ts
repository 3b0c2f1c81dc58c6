/** Divisions and regions that tell where a report plays: "in Kentucky", "in Helmand", by the country that they lie in; lands have too many namesakes. */
import { hasRelation, type Parsed } from "../language/index.js";
import type { Country, NameKnowledge } from "../names/index.js";
import { type NameCover, nameOver } from "./name-cover.js";

/** A division on tokens, with its country. */
export interface LandName {
  readonly first: number;
  readonly last: number;
  readonly country: Country;
}

const LONGEST = 3;

/** Every such name that no country's or body's name covers, in text order. */
export function findLands(
  parsed: Parsed,
  cover: NameCover,
  { byCode }: NameKnowledge,
  { countryOf }: { readonly countryOf: (words: string) => string | null },
): LandName[] {
  const lands: LandName[] = [];
  const known = new Map<string, string | null>();
  const lookUp = (words: string) => {
    if (!known.has(words)) known.set(words, countryOf(words));
    return known.get(words)!;
  };
  for (let token = 0; token < parsed.length; token++) {
    const last = isOpening(parsed, cover, token) ? longestName(parsed, token, lookUp) : -1;
    if (last < 0) continue;
    const country = byCode.get(lookUp(wordsOf(parsed, token, last)) ?? "");
    if (country) lands.push({ first: token, last, country });
    token = last;
  }
  return lands;
}

/** A capitalised name behind a preposition or at the head of a sentence: elsewhere it may be anybody's. */
function isOpening(parsed: Parsed, cover: NameCover, token: number): boolean {
  if (parsed.upos[token] !== "PROPN" || !/^\p{Lu}\p{L}/u.test(parsed.form[token]!) || nameOver(cover, token))
    return false;
  const isFirst = parsed.sentences[parsed.sentenceOf[token]!]!.first === token;
  return isFirst || /^(?:in|near|at)$/.test(parsed.form[token - 1]!.toLowerCase());
}

function longestName(parsed: Parsed, first: number, lookUp: (words: string) => string | null): number {
  const end = Math.min(first + LONGEST - 1, parsed.sentences[parsed.sentenceOf[first]!]!.last);
  for (let last = end; last >= first; last--) {
    if (
      parsed.upos[last] === "PROPN" &&
      !isWithinLonger(parsed, first, last) &&
      lookUp(wordsOf(parsed, first, last)) !== null
    )
      return last;
  }
  return -1;
}

/** "Jackson" of "Jackson Hole Group": the rest of the name would be lost. */
function isWithinLonger(parsed: Parsed, first: number, last: number): boolean {
  const next = last + 1;
  if (next >= parsed.length || parsed.upos[next] !== "PROPN") return false;
  return parsed.head[next]! >= first && parsed.head[next]! <= last && hasRelation(parsed, next, "flat", "compound");
}

function wordsOf(parsed: Parsed, first: number, last: number): string {
  return parsed.text.slice(parsed.start[first], parsed.end[last]);
}
