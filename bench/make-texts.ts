/** Makes reports of our own for the benchmark: the same in every run, and no sentence of them twice. */
import { type Assets, cellOf, listOf, tableOf } from "../src/assets/index.js";

/** Sentences of a report, as many as one of five hundred words has, and those of a paragraph. */
const SENTENCES = 24;
const IN_PARAGRAPH = 3;
const JOINTS = [", while ", "; ", ", after which ", " because ", ", although ", " and "];
const SAYINGS = ["said", "told reporters", "announced", "insisted", "warned", "denied"];
const DAYS = ["on Monday", "on Tuesday", "last week", "in May", "in 2019", "on 3 April", "this year"];
const OFFICES = ["president", "foreign minister", "spokesman", "ambassador", "defence minister"];
const SYLLABLES = ["ba", "do", "ka", "lin", "mo", "ner", "ra", "sha", "ti", "vel", "wen", "zo"];

interface Words {
  /** Examples of the event tables, without their full stops. */
  readonly clauses: readonly string[];
  readonly states: readonly (readonly [name: string, adjective: string])[];
  readonly givenNames: readonly string[];
}

/** So many different reports; clauses, states and names come from our own tables, and chance from the seed. */
export function makeTexts(assets: Assets, count: number, seed = 1): string[] {
  const words = readWords(assets);
  const chance = new Chance(seed);
  const told = new Set<string>();
  const sentence = (): string => {
    const made = makeSentence(words, chance);
    if (told.has(made)) return sentence();
    told.add(made);
    return made;
  };
  return Array.from({ length: count }, () => {
    const sentences = Array.from({ length: SENTENCES }, sentence);
    return sentences.reduce((text, next, i) => `${text}${i % IN_PARAGRAPH === 0 ? "\n\n" : " "}${next}`).trim();
  });
}

function readWords(assets: Assets): Words {
  const rules = tableOf(assets, "events/predicates");
  const examples = rules.rows.flatMap((row) => [cellOf(rules, row, "fires"), cellOf(rules, row, "not")]);
  const countries = tableOf(assets, "countries");
  const states = countries.rows.flatMap((row) => {
    const [adjective] = listOf(countries, row, "adjectives");
    return adjective === undefined ? [] : [[cellOf(countries, row, "name"), adjective] as const];
  });
  const given = tableOf(assets, "entities/given-names");
  const clauses = [...new Set(examples)].filter((clause) => /^[A-Z].*[a-z]\.$/.test(clause));
  return {
    clauses: clauses.map((clause) => clause.slice(0, -1)),
    states,
    givenNames: given.rows.map((row) => cellOf(given, row, "name")),
  };
}

/** Two clauses with a day and, every other time, with somebody who says so: some twenty words, as in the news. */
function makeSentence(words: Words, chance: Chance): string {
  const clause = () => exchange(chance.pick(words.clauses), words, chance);
  const both = `${clause()} ${chance.pick(DAYS)}${chance.pick(JOINTS)}${lower(clause())}`;
  if (chance.below(2) === 0) return `${both}.`;
  const [, adjective] = chance.pick(words.states);
  const name = `${chance.pick(words.givenNames)} ${surname(chance)}`;
  return `${both}, the ${adjective} ${chance.pick(OFFICES)}, ${name}, ${chance.pick(SAYINGS)}.`;
}

/** The clause with other states in the places of those that all examples speak of. */
function exchange(clause: string, words: Words, chance: Chance): string {
  const [one, other] = [chance.pick(words.states), chance.pick(words.states)];
  return clause
    .replaceAll("French", one[1])
    .replaceAll("France", one[0])
    .replaceAll("Iranian", other[1])
    .replaceAll("Iran", other[0]);
}

function lower(clause: string): string {
  return clause.replace(/^(?:A|An|It|Its|No|Some|The|They|Troops|Rebels|Police)\b/, (word) => word.toLowerCase());
}

function surname(chance: Chance): string {
  const name = Array.from({ length: 2 + chance.below(2) }, () => chance.pick(SYLLABLES)).join("");
  return name[0]!.toUpperCase() + name.slice(1);
}

/** A small generator of numbers (mulberry32), the same on every machine. */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}
