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
    code: entry,
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

type Decision = Pick<AmbiguousHit<Named>, "country" | "isUsage">;

function decide(parsed: Parsed, name: Named, senses: readonly NameSense[], clues: readonly Clue[]): Decision {
  const sentence = parsed.sentenceOf[name.first]!;
  const within = (from: number, to: number) =>
    senses.filter(({ code }) =>
      clues.some((clue) => clue.code === code && from <= clue.sentence && clue.sentence <= to),
    );
  const scopes = [within(sentence, sentence), within(sentence - REACH, sentence), within(0, parsed.sentences.length)];
  const told = scopes.find((scope) => scope.length > 0) ?? [];
  if (told.length === 1) return decided(told[0]!, false);
  const near = senses.filter((sense) => clues.some(({ code }) => sense.near.includes(code)));
  if (told.length === 0 && near.length === 1) return decided(near[0]!, false);
  const usual = senses.find(({ isTaken }) => isTaken);
  return usual ? decided(usual, true) : { country: null, isUsage: false };
}

function decided({ country }: NameSense, isUsage: boolean): Decision {
  return { country, isUsage };
}
