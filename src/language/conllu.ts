/** CoNLL-U in and out. */
import { InputError } from "../errors.js";
import { analyseSentence } from "./analyse-sentence.js";
import type { LanguageModel } from "./language-model.js";
import type { Parsed, Sentence } from "./parsed.js";

/** The same CoNLL-U with UPOS, XPOS, LEMMA, HEAD and DEPREL filled in; throws InputError `conllu-malformed`. */
export function annotateConllu(model: LanguageModel, conllu: string): string {
  const lines = conllu.split("\n");
  const out: string[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && lines[to]!.trim() !== "") to++;
    if (to > from) out.push(...annotateBlock(model, lines.slice(from, to), from + 1));
    if (to < lines.length) out.push("");
    from = to + 1;
  }
  return out.join("\n");
}

/**
 * One sentence block, its lines without the empty one after it; `firstLine` is its place in the file, for messages.
 * Multiword ranges and empty nodes go through as they are.
 */
export function annotateBlock(model: LanguageModel, block: readonly string[], firstLine: number): string[] {
  const lines = block.map((line) => line.replace(/\r$/, ""));
  const words: { readonly line: number; readonly cells: string[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const cells = readWord(line, firstLine + i, words.length + 1);
    if (cells) words.push({ line: i, cells });
  }
  const analysis = analyseSentence(
    model,
    words.map(({ cells }) => cells[1]!),
  );
  for (const [i, { line, cells }] of words.entries()) {
    const { lemma, upos, xpos, head, deprel } = analysis[i]!;
    lines[line] = [cells[0], cells[1], lemma, upos, xpos, cells[5], head, deprel, "_", cells[9]].join("\t");
  }
  return lines;
}

/** Cells of a word's line; null for comments, multiword ranges and empty nodes. */
function readWord(line: string, number: number, expected: number): string[] | null {
  if (line.startsWith("#")) return null;
  const cells = line.split("\t");
  if (cells.length !== 10) throw malformed(number, `has ${cells.length} columns, not 10`);
  const id = cells[0]!;
  if (/^\d+-\d+$|^\d+\.\d+$/.test(id)) return null;
  if (id !== String(expected)) throw malformed(number, `has the ID "${id}" where ${expected} is due`);
  if (cells[1] === "") throw malformed(number, "has no FORM");
  return cells;
}

function malformed(line: number, what: string): InputError {
  return new InputError("conllu-malformed", `line ${line} ${what}`, "Mend that line of the CoNLL-U.");
}

/** A parsed text as CoNLL-U, with `start_char` and `end_char` in MISC. */
export function formatConllu(parsed: Parsed): string {
  return parsed.sentences.map((_, number) => formatSentence(parsed, number)).join("");
}

function formatSentence(parsed: Parsed, number: number): string {
  const sentence = parsed.sentences[number]!;
  const opens = number === 0 || parsed.sentences[number - 1]!.paragraph !== sentence.paragraph;
  const text = parsed.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ");
  const lines = [...(opens ? ["# newpar"] : []), `# sent_id = ${number + 1}`, `# text = ${text}`];
  for (let token = sentence.first; token <= sentence.last; token++) lines.push(formatToken(parsed, sentence, token));
  return `${lines.join("\n")}\n\n`;
}

function formatToken(parsed: Parsed, sentence: Sentence, token: number): string {
  const { form, lemma, upos, xpos, start, end, head, deprel } = parsed;
  const parent = head[token]! < 0 ? 0 : head[token]! - sentence.first + 1;
  const joined = token + 1 < parsed.length && start[token + 1] === end[token] ? "SpaceAfter=No|" : "";
  const misc = `${joined}start_char=${start[token]}|end_char=${end[token]}`;
  const id = token - sentence.first + 1;
  return [id, form[token], lemma[token], upos[token], xpos[token], "_", parent, deprel[token], "_", misc].join("\t");
}
