/** The pure parts of the reading view: pieces, cards, chains. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading, Statement } from "../../../src/reading/index.js";
import { findParagraphs, flattenMarks, type Mark, shareMarks } from "./flatten-marks.js";
import { choosePart, contentOf, findParts } from "./parts.js";
import { nameSpeaker } from "./speaker-name.js";
import { stackCards } from "./stack-cards.js";

const mark = (id: string, start: number, end: number): Mark => ({ layer: "entity", id, start, end });

describe("marks", () => {
  test("overlap in every way and come out as pieces that do not", () => {
    const pieces = flattenMarks(0, 10, [mark("a", 0, 6), mark("b", 4, 8), mark("c", 5, 5), mark("d", 20, 30)]);
    expect(pieces.map(({ start, end, marks }) => [start, end, marks.map((one) => one.id).join("")])).toEqual([
      [0, 4, "a"],
      [4, 6, "ab"],
      [6, 8, "b"],
      [8, 10, ""],
    ]);
  });

  const spans = fc.array(
    fc.tuple(fc.nat(80), fc.nat(80)).map(([a, b]) => mark(`${a}.${b}`, Math.min(a, b), Math.max(a, b))),
  );
  test("cover their paragraph without a gap, whatever they are", () => {
    fc.assert(
      fc.property(spans, (marks) => {
        const pieces = flattenMarks(10, 70, marks);
        expect(pieces[0]?.start).toBe(10);
        expect(pieces.at(-1)?.end).toBe(70);
        for (const [i, piece] of pieces.entries()) {
          if (i > 0) expect(piece.start).toBe(pieces[i - 1]?.end);
          expect(piece.marks).toEqual(marks.filter((one) => one.start <= piece.start && one.end >= piece.end));
        }
      }),
    );
  });

  test("are shared among the paragraphs that they touch", () => {
    const paragraphs = findParagraphs("One.\n\n  Two two.\r\nThree.\n");
    expect(paragraphs).toEqual([
      { start: 0, end: 4 },
      { start: 6, end: 16 },
      { start: 18, end: 24 },
    ]);
    const shares = shareMarks(paragraphs, [mark("a", 0, 3), mark("b", 8, 20), mark("c", 4, 6)]);
    expect(shares.map((share) => share.map((one) => one.id))).toEqual([["a"], ["b"], ["b"]]);
  });

  test("no text has words outside of its paragraphs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const left = findParagraphs(text).reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
          text,
        );
        expect(left.trim()).toBe("");
      }),
    );
  });
});

describe("cards", () => {
  const card = (at: number, height = 50) => ({ at, height });
  test.each([
    ["stand at their lines where there is room", [card(0), card(100), card(300)], null, [0, 100, 300]],
    ["are pushed down where there is none", [card(0), card(10), card(20)], null, [0, 62, 124]],
    ["make room above the chosen one", [card(80), card(100), card(110)], 1, [38, 100, 162]],
    ["never leave the page at its top", [card(0), card(10), card(20)], 2, [0, 62, 124]],
  ] as const)("%s", (_, cards, chosen, tops) => {
    expect(stackCards(cards, chosen)).toEqual(tops);
  });

  test("never lie over one another", () => {
    const cards = fc.array(fc.record({ at: fc.nat(500), height: fc.integer({ min: 20, max: 200 }) }), { minLength: 1 });
    fc.assert(
      fc.property(cards, fc.nat(), (unsorted, pick) => {
        const sorted = [...unsorted].sort((a, b) => a.at - b.at);
        const tops = stackCards(sorted, pick % sorted.length);
        expect(Math.min(...tops)).toBeGreaterThanOrEqual(0);
        for (let i = 1; i < tops.length; i += 1)
          expect(tops[i]).toBeGreaterThanOrEqual((tops[i - 1] ?? 0) + (sorted[i - 1]?.height ?? 0));
      }),
    );
  });
});

describe("parts", () => {
  test("a short text is one part, whatever is asked", () => {
    const parts = findParts("One.\n\nTwo two.");
    expect(parts).toHaveLength(1);
    for (const asked of [null, "", "1", "2", "0", "x", "1.5"]) expect(choosePart(parts, asked, null)).toBe(0);
    expect(findParts("")).toEqual([{ paragraphs: [], start: 0, end: 0 }]);
  });

  test.each([
    ["of many lines", "Kenya met Chad in Nairobi.\n".repeat(8000)],
    ["of one line", "Kenya met Chad in Nairobi. ".repeat(8000)],
    ["of one word", "x".repeat(200_000)],
  ])("a long text %s is cut, and no letter is lost", (_, text) => {
    const parts = findParts(text);
    expect(parts.length).toBeGreaterThan(3);
    const joined = parts
      .flatMap(({ paragraphs }) => paragraphs.map(({ start, end }) => text.slice(start, end)))
      .join("");
    expect(joined.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    for (const [i, part] of parts.entries()) {
      expect(part.end - part.start).toBeLessThan(90_000);
      expect(choosePart(parts, String(i + 1), null)).toBe(i);
      expect(choosePart(parts, null, { start: part.start, end: part.start + 1 })).toBe(i);
    }
  });

  test("hold what stands in them, and what reaches into them", () => {
    const [first, second] = findParts("Kenya met Chad in Nairobi.\n".repeat(8000));
    const across: Mark = mark("across", first!.end - 5, second!.start + 5);
    const content = { events: [], statements: [], marks: [mark("a", 0, 5), across] };
    expect(contentOf(first!, content).marks.map(({ id }) => id)).toEqual(["a", "across"]);
    expect(contentOf(second!, content).marks.map(({ id }) => id)).toEqual(["across"]);
  });
});

describe("speakers", () => {
  const text = "Local\n officials said the ferry had sunk.";
  const reading = { report: { text }, entities: [{ id: "e1", name: "Ana Brito" }] } as unknown as Reading;
  const said = (values: Partial<Statement>) => ({ speakers: [], source: null, ...values }) as Statement;

  test("are named as entities, else by the report's own words, else not at all", () => {
    const source = { start: 0, end: 16 };
    expect(nameSpeaker(reading, said({ speakers: ["e1"], source }))).toEqual({ id: "e1", name: "Ana Brito" });
    expect(nameSpeaker(reading, said({ source }))).toEqual({ id: "“local officials”", name: "“Local officials”" });
    expect(nameSpeaker(reading, said({}))).toEqual({ id: "", name: "somebody unnamed" });
  });

  test("whose words run on are cut between two words", () => {
    const long = { ...reading, report: { text: "people ".repeat(40) } } as Reading;
    const { name } = nameSpeaker(long, said({ source: { start: 0, end: 279 } }));
    expect(name).toMatch(/^“(people ){8}…”$/);
  });
});
