/** Builds small trees for unit tests from a line per token, so that they need no weights. */
import { buildParsed, type TokenRow } from "./build-parsed.js";
import type { Parsed, Sentence } from "./parsed.js";

/**
 * The tree that a sketch draws. One line a token: `form lemma UPOS XPOS head deprel`, parted by spaces; heads count
 * from 1 within the sentence, 0 is the root; an empty line parts sentences, a line `¶` paragraphs. Words are joined by
 * one space, save before `.,;:?!)’'%` and a token that begins with an apostrophe.
 */
export function parseSketch(sketch: string): Parsed {
  const rows: TokenRow[] = [];
  const sentences: Sentence[] = [];
  let text = "";
  let paragraph = 0;
  for (const block of sketch.trim().split(/\n\s*\n/)) {
    const lines = block
      .trim()
      .split("\n")
      .map((line) => line.trim());
    if (lines[0] === "¶") {
      paragraph++;
      lines.shift();
      text += "\n\n";
    } else if (text) text += " ";
    const first = rows.length;
    const start = text.length;
    for (const [i, line] of lines.entries()) {
      const [form = "", lemma = "", upos = "", xpos = "", head = "0", deprel = "dep"] = line.split(/\s+/);
      if (i > 0 && !/^[.,;:?!)’'%”]/.test(form) && !/[“(]$/.test(text)) text += " ";
      const at = text.length;
      text += form;
      const parent = Number(head) === 0 ? -1 : first + Number(head) - 1;
      rows.push({ start: at, end: text.length, form, lemma, upos, xpos, head: parent, deprel });
    }
    sentences.push({ first, last: rows.length - 1, start, end: text.length, paragraph, heading: false });
  }
  return buildParsed(text, rows, sentences);
}
