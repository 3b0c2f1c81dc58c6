/** Decides which country a name of two ("Korean") stands for, by the report's other names; leaves it open where they do not tell. */
import type { Parsed } from "../language/index.js";
import { personsNamed } from "./actor-knowledge.js";
import type { NameSense } from "./ambiguous-names.js";
import { findNames } from "./name-index.js";
import type { Country, NameKnowledge } from "./name-knowledge.js";

/** What resolving needs of a country name. */
interface Named {
  readonly first: number;
  readonly last: number;
  readonly country: Country;
  readonly also: readonly Country[];
}

/** An ambiguous name with what it was taken for, null where nothing tells. */
export interface AmbiguousHit<Name extends Named> {
  readonly name: Name;
  readonly senses: readonly NameSense[];
  readonly country: Country | null;
  /** Whether usage alone decided: "Congo" in a report that says no more. */
  readonly isUsage: boolean;
}

/** Every ambiguous name among these, resolved by its own sentence, then by the report, then by its neighbours. */
export function resolveAmbiguous<Name extends Named>(
  parsed: Parsed,
  found: readonly Name[],
  names: NameKnowledge,
): AmbiguousHit<Name>[] {
  const hits = found.flatMap((name) => {
    const senses = names.ambiguous.senses.get(wordsOf(parsed, name));
    return senses ? [{ name, senses }] : [];
  });
  if (hits.length === 0) return [];
  const doubtful = new Set<Named>(hits.map(({ name }) => name));
  const clues = findClues(
    parsed,
    found.filter((name) => !doubtful.has(name)),
    names,
  );
  return hits.map(({ name, senses }) => ({ name, senses, ...decide(parsed, name, senses, clues) }));
}

function wordsOf(parsed: Parsed, { first, last }: Named): string {
  return parsed.text.slice(parsed.start[first], parsed.end[last]);
}

/** A country that the report names beyond doubt, and where. */
interface Clue {
  readonly code: string;
  readonly sentence: number;
}

function findClues(parsed: Parsed, sure: readonly Named[], names: NameKnowledge): Clue[] {
  const named = sure.flatMap(({ country, also, first }) =>
    [country, ...also].map(({ code }) => ({ code, sentence: parsed.sentenceOf[first]! })),
  );
  const signs = findNames(parsed, names.ambiguous.signs).map(({ entry, first }) => ({
    code: entry.code,
    sentence: parsed.sentenceOf[first]!,
  }));
  return [...named, ...signs, ...findHolders(parsed, names)];
}

/** Persons of the table whose name no other country's bear: "Kabila". */
function findHolders(parsed: Parsed, { actors }: NameKnowledge): Clue[] {
  const clues: Clue[] = [];
  for (let token = 0; token < parsed.length; token++) {
    if (parsed.upos[token] !== "PROPN") continue;
    const words = [parsed.form[token]!, `${parsed.form[token]} ${parsed.form[token + 1]}`];
    for (const name of words) {
      const codes = new Set(personsNamed(actors, name).map(({ country }) => country));
      const [code] = codes;
      if (code && codes.size === 1) clues.push({ code, sentence: parsed.sentenceOf[token]! });
    }
  }
  return clues;
}

/** Sentences before a name in which the country named last is still in mind. */
const REACH = 2;

function decide(
  parsed: Parsed,
  name: Named,
  senses: readonly NameSense[],
  clues: readonly Clue[],
): { readonly country: Country | null; readonly isUsage: boolean } {
  const sentence = parsed.sentenceOf[name.first]!;
  const within = (from: number, to: number) =>
    senses.filter(({ country }) =>
      clues.some((clue) => clue.code === country.code && from <= clue.sentence && clue.sentence <= to),
    );
  const scopes = [within(sentence, sentence), within(sentence - REACH, sentence), within(0, parsed.sentences.length)];
  const told = scopes.find((scope) => scope.length > 0);
  if (told) return { country: told.length === 1 ? told[0]!.country : null, isUsage: false };
  const near = senses.filter((sense) => clues.some(({ code }) => sense.near.includes(code)));
  if (near.length === 1) return { country: near[0]!.country, isUsage: false };
  return { country: senses.find(({ isTaken }) => isTaken)?.country ?? null, isUsage: true };
}
