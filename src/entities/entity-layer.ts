/** Who is mentioned: what the entities stage hands to the later ones. */
import type { Entity, Mention, Note, Span } from "../reading/index.js";

export interface EntityLayer {
  /** Numbered by first mention, ids final. */
  readonly entities: readonly Entity[];
  /** All mentions in text order: by start, the longer first. */
  readonly mentions: readonly EntityMention[];
  /** Number of the mention whose head is this token, −1 where none; no two mentions share a head. */
  readonly mentionAt: Int32Array;
  readonly notes: readonly Note[];
}

/** One mention on tokens: "Russian Foreign Minister Sergei Lavrov" has its head in the title's or the name's head token. */
export interface EntityMention {
  readonly span: Span;
  readonly type: Mention["type"];
  /** First and last token, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Syntactic head of the phrase: the token within it whose head lies outside. */
  readonly head: number;
  /** Ids of the entities that it stands for: two or more for "both sides". */
  readonly entities: readonly string[];
}
