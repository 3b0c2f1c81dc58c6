/** Tells contents that say nothing from those that do: "thinks he", where a tree slipped; "reports of it", by nobody. */
import { type Parsed, tokenAt } from "../language/index.js";
import type { Candidate, Scene } from "./candidate.js";

/** Parts of speech that tell nothing by themselves. */
const EMPTY = /^(PRON|DET|AUX|PART|ADP|SCONJ|CCONJ|PUNCT|ADV|SYM)$/;
/** Pronouns that open a clause and end none: alone they are a piece of one. */
const OPENING = /^(I|he|she|we|they|who|what|which)$/i;
/** Words beyond which a content is taken to tell something. */
const MOST_WORDS = 6;

/**
 * Whether a content without quotation has no word that tells anything, and is either nobody's or a piece of a clause.
 * "Moscow denied it" stands: somebody answers what was told before.
 */
export function tellsNothing({ parsed, quotationAt }: Scene, { content, source, cueToken }: Candidate): boolean {
  if (cueToken < 0) return false;
  let opens = false;
  let count = 0;
  for (const { start, end } of content) {
    for (let token = tokenAt(parsed, start); token < parsed.length && parsed.start[token]! < end; token++) {
      if (++count > MOST_WORDS || quotationAt[token]! >= 0 || !isEmpty(parsed, token)) return false;
      opens ||= OPENING.test(parsed.form[token]!);
    }
  }
  return source === null || opens;
}

function isEmpty(parsed: Parsed, token: number): boolean {
  return EMPTY.test(parsed.upos[token]!) && parsed.form[token] !== "not";
}
