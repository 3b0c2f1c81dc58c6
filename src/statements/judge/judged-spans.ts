/** The characters of what the judge chose by words: signs and marks that belong to them are taken in, or left out. */
import { spanOf, tokenAt } from "../../language/index.js";
import type { Span } from "../../reading/index.js";
import type { TokenRange } from "../candidate.js";
import { contentSpan } from "../phrase-spans.js";
import type { Columns } from "./columns.js";

/** The words with signs beside them: "50 %". */
export function wordSpan(c: Columns, range: TokenRange): Span {
  const { first, last } = withSigns(c, range);
  return spanOf(c.parsed, first, last);
}

/** The words of a content without the marks around it: a quotation's whole inside where it is one. */
export function contentSpanOf(c: Columns, range: TokenRange): Span | null {
  const { quotationAt, quotations } = c.scene;
  const [one, other] = [quotationAt[range.first]!, quotationAt[range.last]!];
  const opens = one >= 0 && c.quoteFirst[one] === range.first;
  const closes = other >= 0 && c.quoteLast[other] === range.last;
  if (one === other && opens && closes) return quotations[one]!.inner;
  const wide = withSigns(c, range);
  const first = opens && one !== other ? tokenAt(c.parsed, quotations[one]!.outer.start) : wide.first;
  const last = closes && one !== other ? tokenAt(c.parsed, quotations[other]!.outer.end - 1) : wide.last;
  return contentSpan(c.parsed, { first, last: Math.min(last, c.parsed.length - 1) }, quotations);
}

function withSigns({ parsed }: Columns, { first, last }: TokenRange): TokenRange {
  const isSign = (token: number) =>
    parsed.upos[token] === "SYM" && parsed.sentenceOf[token] === parsed.sentenceOf[first];
  return { first: isSign(first - 1) ? first - 1 : first, last: isSign(last + 1) ? last + 1 : last };
}
