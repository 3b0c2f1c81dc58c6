import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readInput } from "../../test/read-input.js";

const CSV = "text\nPeru met Chile.\n";
const texts = async (name: string, bytes: Uint8Array) => {
  const { reports, faults, passed } = await readInput(name, bytes);
  return [...reports.map(({ text }) => text), ...faults, ...passed];
};

/** `echo CSV | zstd`, and `| xz`, as those programs wrote them. */
const ZSTD = Buffer.from("KLUv/QRYqQAAdGV4dApQZXJ1IG1ldCBDaGlsZS4K0Ho+0g==", "base64");
const XZ = Buffer.from(
  "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAUdGV4dApQZXJ1IG1ldCBDaGlsZS4KAAAAABf7WAfJ35VvAAEtFS8LcW0ftvN9AQAAAAAEWVo=",
  "base64",
);

interface Entry {
  readonly name: string;
  readonly content: Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly size?: number;
  readonly sum?: number;
}

/** A ZIP archive, with lies where told. */
function zip(...entries: Entry[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content, flags = 0, method = 8, size = content.length, sum = crc32(content) } of entries) {
    const data = method === 8 ? deflateRawSync(content) : content;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(sum, 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(size, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from("PK\x01\x02\0\0"), head, place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}
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
