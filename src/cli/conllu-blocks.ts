/** Cuts a stream of CoNLL-U into its sentences' blocks. */
import { InputError } from "../errors.js";
import { readLines } from "./input-lines.js";

/** One sentence with its comments and closing blank lines. */
export interface ConlluBlock {
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The blocks of a stream, which together are its very text with LF line ends; throws InputError `file-encoding`. */
export async function* readBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ConlluBlock> {
  let lines: string[] = [];
  let first = 1;
  let isClosed = false;
  for await (const { number, text } of readLines(chunks)) {
    if (text === null)
      throw new InputError("file-encoding", `line ${number} is not UTF-8`, "Convert the input to UTF-8 first.");
    const line = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (isClosed && line.trim() !== "") {
      yield { line: first, text: lines.join("") };
      [lines, first, isClosed] = [[], number, false];
    }
    lines.push(`${line}\n`);
    isClosed ||= line.trim() === "";
  }
  if (lines.length > 0) yield { line: first, text: lines.join("") };
}
