/** Describes the words of a paragraph to the break model. */
import { MARGIN, type WordColumns } from "./gap-features.js";
import type { WordSpan } from "./split-words.js";
import type { SplittingRules } from "./splitting-rules.js";
import { SHAPES, type Shape, shapeOf } from "./word-shapes.js";

/** Of a longer form only so much is looked at, in UTF-16 units. */
const LOOKED_AT = 64;

/** The key of a form in the vocabulary: lower case, digits as 0, plain apostrophes. */
export const vocabularyKey = (form: string): string => form.toLowerCase().replace(/\d/g, "0").replace(/[’`]/g, "'");

export function describeWords(text: string, words: readonly WordSpan[], rules: SplittingRules): WordColumns {
  const ids = new Int32Array(words.length + 2 * MARGIN);
  const looks = new Uint8Array(words.length + 2 * MARGIN);
  const starts = new Uint8Array(words.length + 2 * MARGIN);
  const known = new Map<string, Description>();
  for (const [i, { start, end }] of words.entries()) {
    const form = text.slice(start, Math.min(end, start + LOOKED_AT));
    let entry = known.get(form);
    if (!entry) {
      entry = describeForm(form, rules);
      known.set(form, entry);
    }
    const spaced = i === 0 || words[i - 1]!.end < start;
    const shape = entry.shape === SHAPES.quote ? quoteShape(words, looks, i) : entry.shape;
    ids[i + MARGIN] = entry.id;
    starts[i + MARGIN] = entry.starts;
    looks[i + MARGIN] = shape * 2 + (spaced ? 1 : 0);
  }
  return { length: words.length, ids, looks, starts };
}

interface Description {
  readonly id: number;
  readonly shape: Shape;
  readonly starts: 0 | 1;
}

function describeForm(form: string, rules: SplittingRules): Description {
  const id = rules.breaks.wordOf(vocabularyKey(form));
  return { id, shape: shapeOf(form, rules.abbreviations), starts: rules.starters.has(form) ? 1 : 0 };
}

/** A plain quotation mark opens after white space or another that opens, where a word follows at once. */
function quoteShape(words: readonly WordSpan[], looks: Uint8Array, i: number): Shape {
  const { start, end } = words[i]!;
  const attached = i > 0 && words[i - 1]!.end === start;
  const opens = !attached || looks[i - 1 + MARGIN]! >> 1 === SHAPES["open-quote"];
  return opens && words[i + 1]?.start === end ? SHAPES["open-quote"] : SHAPES["close-quote"];
}
