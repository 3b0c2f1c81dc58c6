/** What the entities stage could not tell, said sparingly: names of two countries, and persons never named. */
import { type Parsed, spanOf } from "../language/index.js";
import type { NameKnowledge } from "../names/index.js";
import type { Note } from "../reading/index.js";
import type { Resolved } from "./entity-store.js";
import type { NameCover } from "./name-cover.js";

/** Notes in text order, each fault told once. */
export function makeNotes(
  parsed: Parsed,
  cover: NameCover,
  names: NameKnowledge,
  resolved: readonly Resolved[],
): Note[] {
  return [...findAmbiguous(parsed, cover, names), ...findUnresolved(parsed, resolved)];
}

/** "Congo" in a text that says nowhere which of the two. */
function findAmbiguous(parsed: Parsed, cover: NameCover, names: NameKnowledge): Note[] {
  const told = new Set<string>();
  const first = new Map<string, Note>();
  for (const name of cover.names) {
    if (name.of !== "country") continue;
    const span = spanOf(parsed, name.first, name.last);
    const words = parsed.text.slice(span.start, span.end);
    const others = names.ambiguous.get(words);
    if (!others) told.add(name.country.code);
    else if (!first.has(words)) {
      const message = `"${words}" is taken for ${name.country.code}; it may also be ${others.join(" or ")}.`;
      first.set(words, { code: "country-ambiguous", message, span });
    }
  }
  return [...first].filter(([words]) => !isTold(names, words, told)).map(([, note]) => note);
}

function isTold(names: NameKnowledge, words: string, told: ReadonlySet<string>): boolean {
  const taken = names.index.byName.get(words)?.country.code ?? "";
  return [taken, ...(names.ambiguous.get(words) ?? [])].some((code) => told.has(code));
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
