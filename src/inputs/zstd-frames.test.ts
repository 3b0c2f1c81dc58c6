import { describe, expect, test } from "vitest";
import { ZSTD } from "../../test/packed.js";
import { streamOf } from "./input-file.js";
import { checkFrames } from "./zstd-frames.js";

const SKIPPED = Buffer.from("502a4d1803000000616263", "hex");
/** A frame with a window descriptor and one empty raw block. */
const frame = (descriptor: number) => Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, descriptor, 1, 0, 0]);

async function pass(bytes: Uint8Array): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of checkFrames(streamOf(bytes))) parts.push(part);
  return Buffer.concat(parts).toString("latin1");
}

describe("checkFrames", () => {
  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a frame", ZSTD],
    ["frames and one to be skipped", Buffer.concat([ZSTD, SKIPPED, ZSTD])],
    ["what is no Zstandard", Buffer.from("Peru met Chile.")],
    ["a frame and more", Buffer.concat([ZSTD, Buffer.from("x")])],
    ["a frame cut off", ZSTD.subarray(0, 20)],
    ["a header cut off", ZSTD.subarray(0, 5)],
    ["a window of 128 MiB", frame(17 << 3)],
  ])("passes on %s", async (_, bytes) => {
    expect(await pass(bytes)).toBe(bytes.toString("latin1"));
  });

  test.each([
    ["a window of 144 MiB", frame((17 << 3) + 1)],
    ["a window of 2 TiB", frame(31 << 3)],
    ["a content of 4 GiB in one segment", Buffer.from("28b52ffda0ffffffff010000", "hex")],
    ["a content of 2 ** 60 bytes", Buffer.from("28b52ffde00000000000000010010000", "hex")],
    ["many blocks in a wide window", Buffer.concat(Array.from({ length: 200 }, () => frame(17 << 3)))],
  ])("refuses %s", async (_, bytes) => {
    await expect(pass(bytes)).rejects.toMatchObject({ code: "archive-unsupported" });
  });
});
