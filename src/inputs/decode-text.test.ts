import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, decodeUtf8 } from "./decode-text.js";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string) => Buffer.from(text, "utf16le");

describe("decodeText", () => {
  test.each([
    ["nothing", bytes(), ""],
    ["UTF-8", Buffer.from("Peru’s “envoy”\r\n😀"), "Peru’s “envoy”\r\n😀"],
    ["UTF-8 with a byte order mark", Buffer.from("\ufeffPeru"), "Peru"],
    ["a mark within the text", Buffer.from("a\ufeffb"), "a\ufeffb"],
    ["UTF-16 LE with a mark", utf16("\ufeffPeru 😀"), "Peru 😀"],
    ["UTF-16 BE with a mark", utf16("\ufeffPeru 😀").swap16(), "Peru 😀"],
    ["a surrogate written alone", bytes(0x61, 0xed, 0xa0, 0x80, 0x62), "a\ud800b"],
    ["an escape character", Buffer.from("a\u001b[1m"), "a\u001b[1m"],
  ])("takes %s", (_, input, text) => {
    expect(decodeText(input)).toBe(text);
  });

  test.each([
    ["file-binary", "zero bytes", bytes(0x50, 0x4b, 0x00, 0x01)],
    ["file-binary", "controls among bytes that are no UTF-8", bytes(0x89, 0x50, 0x1a, 0x02)],
    ["file-encoding", "Latin-1", Buffer.from("Perú y España", "latin1")],
    ["file-encoding", "UTF-16 that ends in the middle of a letter", utf16("\ufeffPeru").subarray(0, 5)],
    ["file-encoding", "UTF-8 cut in the middle of a letter", Buffer.from("Perú").subarray(0, 4)],
  ])("refuses as %s: %s", (code, _, input) => {
    expect(() => decodeText(input)).toThrow(expect.objectContaining({ code }));
  });

  test("names the first line at fault", () => {
    const input = Buffer.concat([Buffer.from("één\ntwo\n"), Buffer.from("drié\nvier", "latin1")]);
    expect(() => decodeText(input)).toThrow(/line 3 .*Windows-1252/);
  });
});

test("any text survives UTF-8, lone surrogates in the form other programs give them too", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(decodeUtf8(encodeLoosely(text))).toBe(text);
    }),
  );
});

/** UTF-8 where a lone surrogate is three bytes, as `surrogatepass` writes it. */
function encodeLoosely(text: string): Uint8Array {
  const encode = (char: string) => {
    const unit = char.charCodeAt(0);
    const isLone = char.length === 1 && unit >= 0xd800 && unit <= 0xdfff;
    return isLone ? bytes(0xed, 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)) : Buffer.from(char);
  };
  return Buffer.concat([...text].map(encode));
}
