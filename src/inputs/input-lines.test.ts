import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type InputLine, readLines } from "./input-lines.js";

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: Uint8Array, size = 3): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const line of readLines(chunksOf(bytes, size))) lines.push(line);
  return lines;
}

describe("readLines", () => {
  test.each([
    ["nothing", "", []],
    ["lines with and without a last line feed", "a\n\nb", ["a", "", "b"]],
    ["a closing line feed makes no line", "a\n", ["a"]],
    ["CRLF leaves its carriage return", "a\r\nb\r\n", ["a\r", "b\r"]],
    [
      "U+2028, U+0085 and a bare carriage return stand inside a line",
      "a\u2028b\u0085c\rd\ne",
      ["a\u2028b\u0085c\rd", "e"],
    ],
    ["a byte order mark is dropped at the start alone", "\ufeffa\n\ufeffb", ["a", "\ufeffb"]],
  ])("%s", async (_, text, expected) => {
    expect((await linesOf(Buffer.from(text))).map((line) => line.text)).toEqual(expected);
  });

  test("numbers count blank lines", async () => {
    expect((await linesOf(Buffer.from("\n\na"))).map((line) => line.number)).toEqual([1, 2, 3]);
  });

  test("a line that is not UTF-8 is null, the others come through", async () => {
    const bytes = Buffer.concat([Buffer.from("a\n"), Buffer.from("é\n", "latin1"), Buffer.from("b")]);
    expect((await linesOf(bytes)).map((line) => line.text)).toEqual(["a", null, "b"]);
  });

  test("UTF-16 with a mark", async () => {
    expect((await linesOf(Buffer.from("\ufeffaé\n😀", "utf16le"))).map((line) => line.text)).toEqual(["aé", "😀"]);
  });

  test("however the stream is cut", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\n", "\r") });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (words, size) => {
        const lines = await linesOf(Buffer.from(words), size);
        const expected = words.endsWith("\n") ? words.slice(0, -1).split("\n") : words.split("\n");
        expect(lines.map((line) => line.text)).toEqual(words === "" ? [] : expected);
      }),
    );
  });
});
