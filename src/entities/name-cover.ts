/** Which tokens belong to names that the tables know: countries and bodies, the longest name first. */
import type { Parsed } from "../language/index.js";
import {
  type Body,
  type CountryName,
  findCountryNames,
  findDoubtfulNames,
  findNames,
  type NameKnowledge,
  nounOf,
} from "../names/index.js";

/** A known name in the text. */
export type KnownName =
  | ({ readonly of: "country" } & CountryName)
  | { readonly of: "body"; readonly first: number; readonly last: number; readonly body: Body };

export interface NameCover {
  readonly names: readonly KnownName[];
  /** Number in `names` of the name that covers the token, −1 where none. */
  readonly at: Int32Array;
}

/** Countries and bodies of the text in order; where two overlap, the longer stays: "Syrian Democratic Forces". */
export function coverNames(parsed: Parsed, knowledge: NameKnowledge): NameCover {
  const isGame = sentencesOfGames(parsed, knowledge);
  const found = findCountryNames(parsed, knowledge).filter((name) => !isGame[parsed.sentenceOf[name.first]!]);
  const countries = found.map((name): KnownName => ({ of: "country", ...name }));
  const doubtful = findDoubtfulNames(parsed, knowledge).flatMap(({ name, country, senses }) =>
    country === null ? [doubtfulState(name, senses[0]!.noun)] : [],
  );
  const bodies = findNames(parsed, knowledge.actors.bodies)
    .filter((hit) => isNameThere(parsed, hit.first, hit.last) && !endsLonger(parsed, hit.first, knowledge))
    .map(({ first, last, entry }): KnownName => ({ of: "body", first, last, body: entry }));
  const longestFirst = [...countries, ...doubtful, ...bodies].sort(
    (a, b) => Number(isOwn(b)) - Number(isOwn(a)) || lengthOf(b) - lengthOf(a) || a.first - b.first,
  );
  const taken = new Int32Array(parsed.length).fill(-1);
  for (const { first, last } of findNames(parsed, knowledge.actors.ownPersons)) taken.fill(0, first, last + 1);
  const kept = longestFirst.filter((name) => take(name, taken)).sort((a, b) => a.first - b.first);
  const at = new Int32Array(parsed.length).fill(-1);
  for (const [i, name] of kept.entries()) at.fill(i, name.first, name.last + 1);
  return { names: kept, at };
}

/** "Korean" where nothing tells which Korea: a state without a country. */
function doubtfulState({ first, last }: CountryName, name: string): KnownName {
  return {
    of: "body",
    first,
    last,
    body: { name, kind: "state", country: null, also: [], sectors: ["GOV"], ownTerms: [] },
  };
}

/** Whether the name is of two countries, and nothing tells which one is meant. */
export function isDoubtful(name: KnownName | null): boolean {
  return name?.of === "body" && name.body.kind === "state";
}

/** Whether the words hold such a name: "Korean officials". */
export function holdsDoubtful(
  cover: NameCover,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  for (let token = first; token <= last; token++) if (isDoubtful(nameOver(cover, token))) return true;
  return false;
}

/** The known name that covers the token, null where none does. */
export function nameOver(cover: NameCover, token: number): KnownName | null {
  return cover.names[cover.at[token] ?? -1] ?? null;
}

/** Headlines of games, whose countries are teams: "Hockey: Peru beat Chile". */
function sentencesOfGames(parsed: Parsed, { actors }: NameKnowledge): boolean[] {
  const isGameWord = (word: string) => nounOf(actors, word.toLowerCase(), "sport") !== null;
  return parsed.sentences.map(
    ({ heading, first, last }) => heading && parsed.form.slice(first, last + 1).some(isGameWord),
  );
}

/** A body of the user's own list goes before everything else. */
const isOwn = (name: KnownName) => name.of === "body" && name.body.ownTerms.length > 0;

const lengthOf = (name: KnownName) => name.last - name.first + 1;

function take(name: KnownName, taken: Int32Array): boolean {
  for (let token = name.first; token <= name.last; token++) if (taken[token] !== -1) return false;
  taken.fill(0, name.first, name.last + 1);
  return true;
}

/** A one-word name must be used as one: "Labour said", not "labour", nor the Times in "The Times of Malta". */
function isNameThere(parsed: Parsed, first: number, last: number): boolean {
  if (first !== last) return true;
  if (/^[A-Z]{2,}$/.test(parsed.form[first]!) && !isLoudSentence(parsed, first)) return true;
  const isNoun =
    parsed.upos[first] === "PROPN" ||
    parsed.upos[first] === "NOUN" ||
    parsed.upos[first] === "ADJ" ||
    parsed.upos[first] === "X";
  const isFlat =
    parsed.deprel[first] === "flat" && parsed.head[first]! >= 0 && parsed.upos[parsed.head[first]!] === "PROPN";
  return isNoun && !isFlat;
}

/** "Center for Law and Justice": the end of another body's name. */
function endsLonger(parsed: Parsed, first: number, { actors }: NameKnowledge): boolean {
  if (parsed.form[first - 1] !== "for" || !/^\p{Lu}/u.test(parsed.form[first - 2] ?? "")) return false;
  const noun = parsed.form[first - 2]!.toLowerCase();
  return nounOf(actors, noun, "thing") !== null || nounOf(actors, noun, "body") !== null;
}

/** A sentence all in capitals, where capitals tell nothing. */
function isLoudSentence(parsed: Parsed, token: number): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[token]!]!;
  return !/\p{Ll}/u.test(parsed.text.slice(sentence.start, sentence.end));
}
