/** What the entities stage could not tell, said sparingly: names of two countries, and persons never named. */
import { type Parsed, spanOf } from "../language/index.js";
import { findDoubtfulNames, type NameKnowledge } from "../names/index.js";
import type { Note } from "../reading/index.js";
import type { Resolved } from "./entity-store.js";

/** Notes in text order, each fault told once. */
export function makeNotes(parsed: Parsed, names: NameKnowledge, resolved: readonly Resolved[]): Note[] {
  return [...findAmbiguous(parsed, names), ...findUnresolved(parsed, resolved)];
}

/** "Congo" in a text that says nowhere which of the two. */
function findAmbiguous(parsed: Parsed, names: NameKnowledge): Note[] {
  const first = new Map<string, Note>();
  for (const { name, country, senses } of findDoubtfulNames(parsed, names)) {
    const span = spanOf(parsed, name.first, name.last);
    const words = parsed.text.slice(span.start, span.end);
    const codes = senses.map(({ code }) => code);
    const others = codes.filter((code) => code !== country?.code).join(" or ");
    const message = country
      ? `"${words}" is taken for ${country.code}; it may also be ${others}.`
      : `"${words}" may be ${others}; the text does not tell which.`;
    if (!first.has(words)) first.set(words, { code: "country-ambiguous", message, span });
  }
  return [...first.values()];
}

/** "He" or "she" whom no name before it fits. */
function findUnresolved(parsed: Parsed, resolved: readonly Resolved[]): Note[] {
  return resolved
    .filter(({ candidate: { referent }, drafts }) => {
      return drafts.length === 0 && referent.what === "pronoun" && /^s?he$/.test(referent.lemma);
    })
    .map(({ candidate: { first, last } }) => {
      const span = spanOf(parsed, first, last);
      const word = parsed.text.slice(span.start, span.end);
      return { code: "actor-unresolved", message: `Nobody named before fits "${word}".`, span };
    });
}
