/** Kinds of tokens as bits, told by tag and form. */
import type { Parsed } from "../../language/index.js";

export const WORD = 1;
/** A verb with tense, or a modal. */
export const TENSED = 2;
export const VERB = 4;
/** A noun, a name or a personal pronoun. */
export const NOUN = 8;
export const COMMA = 16;
export const COLON = 32;
export const QUOTE = 64;
export const THAT = 128;
/** A preposition, or "to". */
export const LINK = 256;
/** A verb, a common noun or an adjective: what may be a cue's head. */
export const CUE = 512;

export function wordKinds(parsed: Parsed): Uint16Array {
  const kinds = new Uint16Array(parsed.length);
  const tags = new Map<string, number>();
  for (let token = 0; token < parsed.length; token++) {
    const tag = parsed.xpos[token]!;
    let kind = tags.get(tag);
    if (kind === undefined) {
      kind = kindOfTag(tag);
      tags.set(tag, kind);
    }
    kinds[token] = kind | kindOfForm(parsed.form[token]!);
  }
  return kinds;
}

function kindOfTag(tag: string): number {
  if (tag === "MD") return TENSED | VERB;
  if (/^(VBD|VBZ|VBP)$/.test(tag)) return TENSED | VERB | CUE;
  if (tag.startsWith("VB")) return VERB | CUE;
  if (tag === "NN" || tag === "NNS") return NOUN | CUE;
  if (tag.startsWith("NN") || tag === "PRP") return NOUN;
  if (tag === "JJ") return CUE;
  return tag === "IN" || tag === "TO" ? LINK : 0;
}

function kindOfForm(form: string): number {
  if (form === "that") return WORD | THAT;
  if (/[\p{L}\p{N}]/u.test(form)) return WORD;
  if (form === ",") return COMMA;
  if (form === ":") return COLON;
  return /["“”'‘’`«»„]/.test(form) ? QUOTE : 0;
}
