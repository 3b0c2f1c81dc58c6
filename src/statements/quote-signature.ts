/** Finds who signs a quotation: "“We want peace.” — Ana Petrova, teacher", in its line or on the next. */
import { type Parsed, tokenAt } from "../language/index.js";
import type { Scene, TokenRange } from "./candidate.js";
import type { Quotation } from "./find-quotations.js";
import { sourceRange } from "./phrase-spans.js";
import { isPossibleSource } from "./resolve-source.js";

/** Longest signature, in tokens. */
const LONGEST = 16;

export interface Signature {
  /** Head of the source. */
  readonly token: number;
  readonly words: TokenRange;
}

/** What stands after a dash behind the quotation's last mark, to the end of its paragraph, where it holds no clause. */
export function signatureAfter({ parsed, quotationAt }: Scene, { outer }: Quotation): Signature | null {
  const dash = tokenAt(parsed, outer.end);
  if (dash + 1 >= parsed.length || !/^(?:--|[–—―‒-])$/.test(parsed.form[dash]!)) return null;
  const { first, last } = lineOf(parsed, dash + 1);
  if (last - first >= LONGEST || !/^\p{Lu}/u.test(parsed.form[first]!)) return null;
  for (let token = first; token <= last; token++) {
    if (quotationAt[token]! >= 0 || /^(VBD|VBZ|VBP|MD)$/.test(parsed.xpos[token]!)) return null;
  }
  const token = headOf(parsed, first);
  if (!isPossibleSource(parsed, token)) return null;
  const words = sourceRange(parsed, token);
  return { token, words: { first: Math.max(first, words.first), last: Math.min(last, words.last) } };
}

/** From a token to the last of its paragraph. */
function lineOf(parsed: Parsed, first: number): TokenRange {
  let sentence = parsed.sentenceOf[first]!;
  const { paragraph } = parsed.sentences[sentence]!;
  while (parsed.sentences[sentence + 1]?.paragraph === paragraph) sentence++;
  return { first, last: parsed.sentences[sentence]!.last };
}

/** The head of the phrase that begins with the token, as far as it lies behind it. */
function headOf(parsed: Parsed, first: number): number {
  let token = first;
  while (parsed.head[token]! > token && parsed.sentenceOf[parsed.head[token]!] === parsed.sentenceOf[first]) {
    token = parsed.head[token]!;
  }
  return token;
}
