import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reading } from "../src/reading/index.js";
import { engine } from "./engine.js";
import { linesOf, runCli } from "./run-cli.js";
import { expectValid, readValid } from "./valid-reading.js";

const GOOD = "The foreign ministers of Peru and Chile met in Lima on Monday and signed a fishing accord.";
const folder = mkdtempSync(join(tmpdir(), "chancery-bad-"));
const at = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => writeFileSync(at(name), content);

beforeAll(() => {
  put("good.txt", GOOD);
  put("binary.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
  put("latin1.txt", Buffer.from("Perú acusó a España.", "latin1"));
  put("utf16le.txt", Buffer.from(`\ufeff${GOOD}`, "utf16le"));
  put("utf16be.txt", Buffer.from(`\ufeff${GOOD}`, "utf16le").swap16());
  put("report.pdf", "%PDF-1.4");
  put("broken.json", '{"text": "a"');
  put("list.json", JSON.stringify([{ text: GOOD, id: "a" }, { id: "b" }]));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface ErrorRecord {
  readonly error: {
    readonly line: number;
    readonly id: string | null;
    readonly code: string;
    readonly field: string | null;
  };
}

describe("texts that are hardly any", () => {
  test.each([
    ["empty", ""],
    ["white space alone", " \t\r\n\u00a0\u2003\u2028\ufeff\n"],
    ["one letter", "a"],
    ["punctuation alone", "… — “”!? ((("],
    ["control characters", "\u0000\u0001\u001b[31mPeru\u001b[0m accused\u0007 Chile.\u0085\u009b2J"],
    ["a lone high surrogate", "Peru \ud83d accused Chile."],
    ["a lone low surrogate first", "\ude00Peru accused Chile of espionage."],
    ["surrogates in the wrong order", "Peru \ude00\ud83d met Chile."],
    ["letters beyond the first plane", "😀😀 Peru’s 𝓅resident met 😀 Chile’s."],
    ["a mark piled upon a letter", `Pe${"\u0301".repeat(500)}ru accused Chile.`],
    ["a million marks upon a letter", `e${"\u0301".repeat(1_000_000)}`],
    ["right-to-left overrides", "\u202ePeru accused Chile\u202c of spying."],
    ["quotes that never close", `“${"Peru accused Chile, “".repeat(50)}`],
    ["a word of 100,000 letters", `Peru ${"a".repeat(100_000)} accused Chile.`],
    ["10,000 line breaks", `Peru\n${"\n".repeat(10_000)}met Chile.`],
    ["10,000 opening brackets", `${"(".repeat(10_000)}Peru met Chile.`],
  ])("%s gives a valid reading", (_, text) => {
    readValid(engine, { text, published: "2022-03-30" });
  });

  test("300 words without a full stop", () => {
    const words = ["Peru", "and", "Chile", "met", "in", "Lima", "while", "Bolivia", "accused", "Ecuador", "of"];
    readValid(engine, { text: Array.from({ length: 300 }, (_, i) => words[i % words.length]).join(" ") });
  });

  test("what cannot be read is said", () => {
    const codes = readValid(engine, { text: "Министры встретились в среду." }).notes.map((note) => note.code);
    expect(codes).toContain("language-unsupported");
    expect(codes).toContain("no-published");
  });
});

describe("five megabytes", () => {
  const grow = (piece: string) => piece.repeat(Math.ceil(5_000_000 / piece.length));
  /** Half a minute alone on a core; room for a machine that does much else. */
  const inMinutes = { timeout: 600_000 };

  test.each([
    ["spaces", grow(" ")],
    ["line breaks", grow("\r\n")],
    ["one word", grow("a")],
    ["digits", grow("7")],
    ["full stops", grow(".")],
    ["a report around a picture's bytes as letters", `${GOOD}\n\n${grow("QmFzZTY0".repeat(9999))}\n\n${GOOD}`],
  ])("of %s", (_, text) => {
    expect(engine.read({ text, language: "en" }).report.text).toBe(text);
  });

  test("of prose", inMinutes, () => {
    const text = grow(`${GOOD} `);
    const { events } = readValid(engine, { text, published: "2022-03-30" });
    expect(events.length).toBeGreaterThan(50_000);
  });
});

test.each([
  [
    "prose and quotations",
    `${GOOD} “We accuse nobody,” Foreign Minister Ana Torres told reporters, according to the agency Andina.\n\n`,
  ],
  ["statements that a colon opens", "Peru met Chile. The minister declared:\n"],
])("the time grows as the text does, not as its square: %s", { timeout: 300_000, retry: 2 }, (_, paragraph) => {
  const time = (count: number) => {
    const start = performance.now();
    engine.read({ text: paragraph.repeat(count), published: "2022-03-30" });
    return performance.now() - start;
  };
  time(10);
  expect(time(400) / time(50)).toBeLessThan(24);
});

describe("lines", () => {
  const lines = [
    JSON.stringify({ text: GOOD, id: "first" }),
    "not JSON",
    '{"id": "no-text"}',
    '{"id": "number", "text": 7}',
    "",
    '{"id": "date", "text": "a", "published": "2023-02-30"}',
    '{"id": "title", "text": "a", "title": ["x"]}',
    "[1]",
    "null",
    '{"id": "broken", "text": "Peru \\ud800 met Chile."}',
    JSON.stringify({ text: GOOD, id: "last", published: null, more: { ignored: true } }),
  ];

  test("each fault stands in its line's place, the others are read, and the status is 3", () => {
    const { status, stdout, stderr } = runCli(["read", "--jsonl"], { input: `\ufeff${lines.join("\r\n")}` });
    const answers = linesOf<Partial<ErrorRecord> & Partial<Reading>>(stdout);
    const told = answers.map(({ error, report }) =>
      error ? [error.line, error.id, error.code, error.field] : [report!.id],
    );
    expect(told).toEqual([
      ["first"],
      [2, null, "not-json", null],
      [3, "no-text", "text-missing", "text"],
      [4, "number", "text-not-string", "text"],
      [6, "date", "published-impossible", "published"],
      [7, "title", "field-not-string", "title"],
      [8, null, "not-an-object", null],
      [9, null, "not-an-object", null],
      ["broken"],
      ["last"],
    ]);
    expect(status).toBe(3);
    expect(stderr.split("\n").filter((line) => line.startsWith("chancery: standard input:"))).toHaveLength(7);
    for (const answer of answers) if (!answer.error) expectValid(answer as Reading);
    expect(answers.find((answer) => answer.report?.id === "broken")?.report?.text).toBe("Peru \ud800 met Chile.");
  });

  test("an error record has the contract's fields in their order", () => {
    const { stdout } = runCli(["read", "--jsonl"], { input: "{}\n" });
    expect(Object.keys(linesOf<ErrorRecord>(stdout)[0]!.error)).toEqual([
      "line",
      "id",
      "code",
      "field",
      "message",
      "remedy",
    ]);
  });

  test("a line that is not UTF-8 costs itself alone", () => {
    const input = Buffer.concat([Buffer.from('{"text":"Perú"}\n', "latin1"), Buffer.from('{"text":"Perú"}\n')]);
    const { status, stdout } = runCli(["read", "--jsonl"], { input });
    const [first, second] = linesOf<Partial<ErrorRecord> & Partial<Reading>>(stdout);
    expect(first?.error?.code).toBe("file-encoding");
    expect(second?.report?.text).toBe("Perú");
    expect(status).toBe(3);
  });

  test("pairs with impossible spans", () => {
    const text = "Peru accused Chile.";
    const pair = (id: string, end: number) =>
      JSON.stringify({ id, text, actor: { start: 0, end: 4 }, recipient: { start: 13, end } });
    const { status, stdout } = runCli(["code", "--pairs"], {
      input: `${pair("a", 18)}\n${pair("b", 99)}\n{"id":"c"}\n`,
    });
    const [first, ...rest] = linesOf<Partial<ErrorRecord>>(stdout);
    expect(Object.keys(first!)).toEqual(["id", "type", "modes", "status", "confidence", "rule"]);
    expect(rest.map(({ error }) => [error?.id, error?.code, error?.field])).toEqual([
      ["b", "span-impossible", "recipient"],
      ["c", "text-missing", "text"],
    ]);
    expect(status).toBe(3);
  });

  test("malformed CoNLL-U is told by its line and stands as it came", () => {
    const row = (id: number, form: string) => [id, form, ...Array(8).fill("_")].join("\t");
    const bad = "1\tChile\t_";
    const { status, stdout, stderr } = runCli(["parse", "--conllu"], {
      input: `${row(1, "Peru")}\n\n${bad}\n\n${row(1, "Peru")}\n\n`,
    });
    expect(status).toBe(3);
    expect(stderr).toContain("line 3");
    expect(stdout.split("\n\n").map((block) => block.split("\t")[1])).toEqual(["Peru", "Chile", "Peru", undefined]);
  });
});

describe("files", () => {
  test.each([
    ["file-binary", "binary.txt", "binary file"],
    ["file-encoding", "latin1.txt", "iconv"],
    ["file-type", "report.pdf", "\\.pdf"],
    ["file-missing", "none.txt", "no such file"],
    ["not-json", "broken.json", "not valid JSON"],
  ])("%s alone: status 2, and the reason", (code, name, words) => {
    const { status, stdout, stderr } = runCli(["read", "--json", at(name)]);
    expect(stderr).toMatch(new RegExp(`^chancery: .*${name}: .*${words}`));
    expect(JSON.parse(stdout)).toMatchObject({ error: { code, line: null, file: at(name) } });
    expect(status).toBe(2);
  });

  test("a missing file among good ones: the others are read, status 3", () => {
    const { status, stdout, stderr } = runCli(["read", "--json", at("good.txt"), at("none.txt"), at("utf16le.txt")]);
    const [first, second, third] = JSON.parse(stdout);
    expectValid(first);
    expect(second.error.code).toBe("file-missing");
    expect(third.report.text).toBe(GOOD);
    expect(stderr).toContain("none.txt");
    expect(status).toBe(3);
  });

  test.each(["utf16le.txt", "utf16be.txt"])("%s is read as the text it is", (name) => {
    const { status, stdout } = runCli(["read", "--json", at(name)]);
    expect(expectValid(JSON.parse(stdout)).report.text).toBe(GOOD);
    expect(status).toBe(0);
  });

  test("a list of reports with a faulty one", () => {
    const { status, stdout } = runCli(["read", "--json", at("list.json")]);
    expect(JSON.parse(stdout)).toMatchObject([{ report: { id: "a" } }, { error: { id: "b", code: "text-missing" } }]);
    expect(status).toBe(3);
  });
});

describe("nothing of the input steers the terminal", () => {
  const hostile =
    "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eThe ministers of Peru and Chile met\u001b[8m in Lima.\r\u0008";
  const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  test("in a briefing or an explanation", () => {
    const fields = ["--title", hostile, "--publisher", hostile];
    expect(runCli(["read", ...fields], { input: hostile }).stdout).not.toMatch(steering);
    expect(runCli(["explain", "-"], { input: hostile }).stdout).not.toMatch(steering);
  });

  test("in messages", () => {
    const line = JSON.stringify({ text: "a", published: hostile });
    expect(runCli(["read", "--jsonl"], { input: line }).stderr).not.toMatch(steering);
    expect(runCli(["read", `${hostile.replaceAll("\u0000", "")}.txt`]).stderr).not.toMatch(steering);
    expect(runCli([hostile]).stderr).not.toMatch(steering);
    expect(runCli(["explain", "-", hostile], { input: GOOD }).stderr).not.toMatch(steering);
  });
});
