/** Cuts a stream of CoNLL-U into its sentences' blocks. */
import { InputError } from "../errors.js";
import { readLines } from "../inputs/index.js";

/** One sentence with its comments; all blocks together are the stream's very lines. */
export interface ConlluBlock {
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
  /** Blank lines after it: one in good CoNLL-U. */
  readonly blanks: number;
}

/** The blocks of a stream, line ends taken off; throws InputError `file-encoding`. */
export async function* readBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ConlluBlock> {
  let open: { line: number; lines: string[]; blanks: number } = { line: 1, lines: [], blanks: 0 };
  for await (const { number, text } of readLines(chunks)) {
    const line = (text ?? failEncoding(number)).replace(/\r$/, "");
    if (line.trim() === "") {
      open.blanks++;
      continue;
    }
    if (open.blanks > 0) {
      yield open;
      open = { line: number, lines: [], blanks: 0 };
    }
    open.lines.push(line);
  }
  if (open.lines.length + open.blanks > 0) yield open;
}

/** A block as it stands in a file. */
export function formatBlock(lines: readonly string[], blanks: number): string {
  return lines.map((line) => `${line}\n`).join("") + "\n".repeat(blanks);
}

function failEncoding(line: number): never {
  throw new InputError("file-encoding", `line ${line} is not UTF-8`, "Convert the input to UTF-8 first.");
}
