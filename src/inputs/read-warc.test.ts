import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readInput } from "../../test/read-input.js";
import type { ReportInput } from "../reading/index.js";

const html = (n: number) =>
  `<html><body><article><h1>Report ${n}</h1><p>The ministers of Peru and Chile met in Lima for the ${n}th time and signed an accord on fish, ports and the crossing at the border.</p><p>They will meet again in the spring, a spokesman said.</p></article></body></html>`;
const record = (
  type: string,
  block: string | Buffer,
  length = Buffer.byteLength(block),
  more = "Content-Type: application/http; msgtype=response",
) =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://example.org/2022/03/30/a\r\n${more}\r\nContent-Length: ${length}\r\n\r\n`,
    ),
    Buffer.from(block),
    Buffer.from("\r\n\r\n"),
  ]);
const answer = (n: number, head = "Content-Type: text/html; charset=utf-8", status = "200 OK") =>
  `HTTP/1.1 ${status}\r\n${head}\r\n\r\n${html(n)}`;
const good = (n: number) => record("response", answer(n));
const read = (...records: Buffer[]) => readInput("a.warc", Buffer.concat(records));
const titles = (reports: readonly ReportInput[]) => reports.map(({ title }) => title);

describe("readWarc", () => {
  test("the pages among the records, with their address and day", async () => {
    const { reports, faults, passed } = await read(
      record("warcinfo", "software: x"),
      good(1),
      record("request", "GET / HTTP/1.1"),
      good(2),
    );
    expect(titles(reports)).toEqual(["Report 1", "Report 2"]);
    expect(reports[0]).toMatchObject({ url: "https://example.org/2022/03/30/a", published: "2022-03-30" });
    expect([faults, passed]).toEqual([[], []]);
  });

  test("members packed one by one, as archives keep them", async () => {
    const packed = Buffer.concat([good(1), good(2), good(3)].map((member) => gzipSync(member)));
    expect(titles((await readInput("a.warc.gz", packed)).reports)).toEqual(["Report 1", "Report 2", "Report 3"]);
  });

  test("what is no page of news is passed over, and counted", async () => {
    const { reports, faults, passed } = await read(
      record("resource", "1.2.3.4", 7, "Content-Type: text/dns"),
      record("response", "1.2.3.4", 7, "Content-Type: text/dns"),
      record("response", answer(1, "Content-Type: image/png")),
      record("response", answer(1, "A: b", "404 Not Found")),
      good(2),
    );
    expect([titles(reports), faults, passed.length]).toEqual([["Report 2"], [], 4]);
  });

  test.each([
    [
      "chunked",
      "Transfer-Encoding: chunked",
      (body: string) =>
        Buffer.from(
          `5\r\n${body.slice(0, 5)}\r\n${(body.length - 5).toString(16)};x=y\r\n${body.slice(5)}\r\n0\r\n\r\n`,
        ),
    ],
    ["called chunked and not", "Transfer-Encoding: chunked", (body: string) => Buffer.from(body)],
    ["gzip", "Content-Encoding: gzip", (body: string) => gzipSync(body)],
    ["called gzip and not", "Content-Encoding: gzip", (body: string) => Buffer.from(body)],
  ])("a body that is %s", async (_, header, encode) => {
    const block = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n`), encode(html(1))]);
    expect(titles((await read(record("response", block))).reports)).toEqual(["Report 1"]);
  });

  test.each([
    ["cut off in a block", [good(1), good(2).subarray(0, 300)], ["Report 1"], ["warc-damaged"]],
    ["cut off in a header", [good(1), good(2).subarray(0, 60)], ["Report 1"], ["warc-damaged"]],
    [
      "too short by its own account",
      [good(1), record("response", answer(2), 200), good(3)],
      ["Report 1", "Report 3"],
      ["warc-damaged"],
    ],
    [
      "too long by its own account",
      [good(1), record("response", answer(2), 700), good(3)],
      ["Report 1", "Report 3"],
      ["warc-damaged"],
    ],
    ["without a length", [record("response", "x", Number.NaN), good(3)], ["Report 3"], ["warc-damaged"]],
    [
      "beyond all size by its own account",
      [good(1), record("response", answer(2), 9e9)],
      ["Report 1"],
      ["warc-damaged"],
    ],
    ["called HTTP and none", [record("response", "SSH-2.0-x"), good(3)], ["Report 3"], ["warc-damaged"]],
    ["no record at all", [Buffer.from("hello\nworld\n"), good(1)], ["Report 1"], ["warc-damaged"]],
    [
      "a page without an article",
      [record("response", "HTTP/1.1 200 OK\r\n\r\n<p>no"), good(3)],
      ["Report 3"],
      ["html-no-article"],
    ],
  ])("a record that is %s costs itself alone", async (_, records, expected, codes) => {
    const { reports, faults } = await read(...records);
    expect([titles(reports), faults]).toEqual([expected, codes]);
  });

  test("a packed file cut off in the middle gives every record before", async () => {
    const packed = gzipSync(Buffer.concat([good(1), good(2), good(3)]), { level: 0 });
    const { reports, faults } = await readInput("a.warc.gz", packed.subarray(0, packed.length - 300));
    expect(titles(reports)).toEqual(["Report 1", "Report 2"]);
    expect(faults).toEqual(["archive-damaged"]);
  });
});
