import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CSV, type ZipContent as Entry, XZ, ZSTD, makeZip as zip } from "../../test/packed.js";
import { readInput } from "../../test/read-input.js";

const texts = async (name: string, bytes: Uint8Array) => {
  const { reports, faults, passed } = await readInput(name, bytes);
  return [...reports.map(({ text }) => text), ...faults, ...passed];
};

const csv = (name: string, more: Partial<Entry> = {}) => ({ name, content: Buffer.from(CSV), ...more });

describe("unpack", () => {
  test.each([
    ["gzip", "a.csv.gz", gzipSync(CSV)],
    ["gzip of several members", "a.csv.gz", Buffer.concat([gzipSync(CSV.slice(0, 8)), gzipSync(CSV.slice(8))])],
    ["Zstandard", "a.csv.zst", ZSTD],
    ["xz", "a.csv.xz", XZ],
    ["ZIP", "a.zip", zip(csv("a.csv"))],
    ["ZIP, stored", "a.zip", zip(csv("a.csv", { method: 0 }))],
    ["gzip in ZIP", "a.zip", zip({ name: "b/a.csv.gz", content: gzipSync(CSV) })],
  ])("%s", async (_, name, bytes) => {
    expect(await texts(name, bytes)).toEqual(["Peru met Chile."]);
  });

  test("an entry that fails costs itself alone, one of no known ending is counted", async () => {
    const archive = zip(
      csv("a.csv"),
      csv("b.csv", { sum: 1 }),
      csv("c.csv", { flags: 1 }),
      csv("d.csv", { method: 99 }),
      csv("e.csv", { size: 5 }),
      csv("f.png"),
      csv("g/"),
      csv("h.csv"),
    );
    expect(await texts("a.zip", archive)).toEqual([
      "Peru met Chile.",
      "Peru met Chile.",
      "archive-damaged",
      "archive-unsupported",
      "archive-unsupported",
      "archive-damaged",
      "entries of an ending that is not read",
    ]);
  });

  test.each([
    ["gzip cut off", "a.html.gz", gzipSync(CSV.repeat(1000)).subarray(0, 40)],
    ["gzip that is none", "a.html.gz", Buffer.from("Peru met Chile.")],
    ["Zstandard cut off", "a.html.zst", ZSTD.subarray(0, 20)],
    ["Zstandard that is none", "a.html.zst", Buffer.from("Peru met Chile in Lima.")],
    ["xz that is none", "a.html.xz", Buffer.from("Peru met Chile in Lima on a Monday in the spring.")],
    ["xz cut off", "a.html.xz", XZ.subarray(0, 40)],
    ["ZIP cut off", "a.zip", zip(csv("a.csv")).subarray(0, 50)],
    ["ZIP that is none", "a.zip", Buffer.from("PK")],
  ])("archive-damaged: %s", async (_, name, bytes) => {
    expect(await texts(name, bytes)).toEqual(["archive-damaged"]);
  });

  const zeros = Buffer.alloc(80 * 1024 * 1024);
  test("bombs are stopped", async () => {
    expect(await texts("a.warc.gz", gzipSync(zeros))).toContain("decompression-bomb");
    expect(await texts("a.zip", zip({ name: "a.csv", content: Buffer.from("x"), size: 1e9 }))).toEqual([
      "input-too-large",
    ]);
    expect(await texts("a.html.gz", gzipSync(zeros))).toEqual(["decompression-bomb"]);
  });

  test("archives within archives end somewhere", async () => {
    let content = zip(csv("a.csv"));
    for (let i = 0; i < 6; i++) content = zip({ name: "a.zip", content });
    expect(await texts("a.zip", content)).toEqual(["archive-unsupported"]);
  });
});
