/** What an act is about: PLOVER contexts read from the words of its sentence. */
import { type Assets, cellOf, tableFault, tableOf } from "../../assets/index.js";
import type { Parsed, Sentence } from "../../language/index.js";
import { numberOf } from "./codebook.js";

/** Words that point to a context, and how strongly: one strong phrase, or two weak ones, set it. */
interface ContextPhrase {
  readonly words: readonly string[];
  readonly context: string;
  readonly weight: number;
}

/** Phrases by their first word, the longer first. */
export type ContextKnowledge = ReadonlyMap<string, readonly ContextPhrase[]>;

/** Weight from which a context is set. */
const ENOUGH = 2;

/** Reads the phrases; throws AssetError where one points to a context that PLOVER lacks. */
export function createContextKnowledge(assets: Pick<Assets, "tables">): ContextKnowledge {
  const contexts = tableOf(assets, "events/contexts");
  const known = new Set(contexts.rows.map((row) => cellOf(contexts, row, "context")));
  const table = tableOf(assets, "events/context-words");
  const phrases = new Map<string, ContextPhrase[]>();
  for (const row of table.rows) {
    const words = cellOf(table, row, "words").split(" ");
    const context = cellOf(table, row, "context");
    if (!known.has(context)) throw tableFault(table, row, `PLOVER has no context "${context}"`);
    const first = words[0] ?? "";
    const others = phrases.get(first) ?? [];
    others.push({ words, context, weight: numberOf(table, row, "weight") });
    phrases.set(first, others);
  }
  for (const some of phrases.values()) some.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

/** Contexts of the sentence, the strongest first, those of equal strength by name: `["cbrn", "diplomatic"]`. */
export function findContexts(parsed: Parsed, sentence: Sentence, knowledge: ContextKnowledge): string[] {
  const strength = new Map<string, number>();
  const seen = new Set<string>();
  for (let token = sentence.first; token <= sentence.last; token++) {
    for (const { words, context, weight } of phrasesAt(parsed, token, sentence.last, knowledge)) {
      const name = `${context} ${words.join(" ")}`;
      if (!seen.has(name)) strength.set(context, (strength.get(context) ?? 0) + weight);
      seen.add(name);
    }
  }
  return [...strength]
    .filter(([, weight]) => weight >= ENOUGH)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([context]) => context);
}

function phrasesAt(parsed: Parsed, token: number, last: number, knowledge: ContextKnowledge): ContextPhrase[] {
  const lemma = parsed.lemma[token]!.toLowerCase();
  const form = parsed.form[token]!.toLowerCase();
  const candidates = [...(knowledge.get(lemma) ?? []), ...(form === lemma ? [] : (knowledge.get(form) ?? []))];
  return candidates.filter(({ words }) =>
    words.every((word, i) => token + i <= last && isWord(parsed, token + i, word)),
  );
}

function isWord(parsed: Parsed, token: number, word: string): boolean {
  return parsed.lemma[token]!.toLowerCase() === word || parsed.form[token]!.toLowerCase() === word;
}
