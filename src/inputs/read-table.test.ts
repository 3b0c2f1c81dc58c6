import { describe, expect, test } from "vitest";
import { readInput } from "../../test/read-input.js";

describe("readTable", () => {
  test("columns by the usual names, cells as they are", async () => {
    const csv =
      '\ufeffid,Headline,Body,Date,Source\n1,Talks,"Peru met ""Chile"".\nThey agreed.",30 Mar 2022,The Example\n';
    expect((await readInput("t.csv", csv)).reports).toEqual([
      {
        id: "1",
        title: "Talks",
        publisher: "The Example",
        url: null,
        language: null,
        published: "2022-03-30",
        text: 'Peru met "Chile".\nThey agreed.',
      },
    ]);
  });

  test.each([
    ["named", { text: "Words", title: "Top" }, "Top,Words\nA,B\n"],
    ["numbered under a header", { text: "2", title: "Top" }, "Top,Words\nA,B\n"],
    ["numbered without a header", { text: "2", title: "1" }, "A,B\n"],
  ])("columns that are %s", async (_, columns, csv) => {
    expect((await readInput("t.csv", csv, { columns })).reports).toMatchObject([{ title: "A", text: "B" }]);
  });

  test("tabs, with quotation marks that are no more than that", async () => {
    const { reports } = await readInput("t.tsv", 'text\ttitle\nHe said "no" to it.\tA\n');
    expect(reports).toMatchObject([{ text: 'He said "no" to it.', title: "A" }]);
  });

  test("semicolons, CRLF, rows of another length, a row without text", async () => {
    const { reports, faults } = await readInput("t.csv", "text;title\r\nA;B\r\nC\r\n;D\r\nE;F;G\r\n");
    expect(reports.map(({ text, title }) => [text, title])).toEqual([
      ["A", "B"],
      ["C", null],
      ["E", "F"],
    ]);
    expect(faults).toEqual(["text-missing"]);
  });

  test("a quotation mark in the midst of a cell costs nothing", async () => {
    const { reports } = await readInput("t.csv", 'text,title\nThe "no" of Lima,A\n"B" and C,D\nE,F\n');
    expect(reports.map(({ text }) => text)).toEqual(['The "no" of Lima', expect.stringContaining("B"), "E"]);
  });

  test("a date that nobody can read goes on as it is, to be told", async () => {
    expect((await readInput("t.csv", "text,date\nA,30/03/22\n")).reports).toMatchObject([{ published: "30/03/22" }]);
  });

  test.each([
    ["table-columns", "no column of text", "a,b\n1,2\n", {}],
    ["table-columns", "a column that is not there", "text\n1\n", { columns: { title: "x" } }],
    ["table-row", "a quote that never closes", 'text\nA\n"B\nC\n', {}],
    ["file-encoding", "Latin-1 that nobody has told of", Buffer.from("text\nPerú\n", "latin1"), {}],
  ])("%s: %s", async (code, _, csv, how) => {
    expect((await readInput("t.csv", csv, how)).faults).toEqual([code]);
  });

  test("a character set that the caller names", async () => {
    const read = await readInput("t.csv", Buffer.from("text\nPerú\n", "latin1"), { charset: "windows-1252" });
    expect(read.reports).toMatchObject([{ text: "Perú" }]);
  });
});
