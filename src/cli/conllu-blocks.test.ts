import { expect, test } from "vitest";
import { formatBlock, readBlocks } from "./conllu-blocks.js";

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function blocksOf(text: string) {
  const blocks = [];
  for await (const block of readBlocks(once(text))) blocks.push(block);
  return blocks;
}

test("cuts at blank lines and numbers the first line of each block", async () => {
  expect(await blocksOf("# a\r\n1\tA\r\n\r\n\n1\tB\n\n")).toEqual([
    { line: 1, lines: ["# a", "1\tA"], blanks: 2 },
    { line: 5, lines: ["1\tB"], blanks: 1 },
  ]);
});

test.each(["", "\n", "1\tA\n", "1\tA\n\n", "\n1\tA\n\n\n# b\n1\tB\n\n"])(
  "all blocks together are the file: %j",
  async (text) => {
    const blocks = await blocksOf(text);
    expect(blocks.map((block) => formatBlock(block.lines, block.blanks)).join("")).toBe(text);
  },
);
