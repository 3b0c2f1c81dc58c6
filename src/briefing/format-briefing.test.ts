import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMPLE, spanOf } from "../../test/sample-reading.js";
import { parseTable, type Table } from "../assets/index.js";
import type { Reading } from "../reading/index.js";
import { createBriefingWords } from "./briefing-words.js";
import { measureWidth } from "./display-width.js";
import { formatBriefing } from "./format-briefing.js";

const NAMES = ["briefing/phrases", "briefing/articles", "countries"];
const tables = new Map<string, Table>(
  NAMES.map((name) => [
    name,
    parseTable(name, readFileSync(new URL(`../../data/${name}.tsv`, import.meta.url), "utf8")),
  ]),
);
const words = createBriefingWords(tables);
const plain = (reading: Reading, width = 80) => formatBriefing(reading, { width, colour: false }, words);

describe("the sample's briefing", () => {
  const briefing = plain(SAMPLE);
  test.each([
    ["title", "Two ministers meet at the dam\nHarbour Wire · 6 May 2031\n"],
    [
      "sides by state, place and date",
      /Norway \(Kari Solvang\) paid a visit to Egypt \(Hany Fathi\),\s+Aswan, 6 May 2031/,
    ],
    ["codes flush right", /6 May 2031 {2,}CONSULT visit 042\n/],
    ["evidence in quotes", "“Both sides agreed to reopen the shipping office”"],
    ["the chain, outermost first", /according\s+to Nordlys ← Norwegian ministry/],
    ["doubt", "−? Egypt refused to give way to Norway"],
    ["what is possible, apart", "Planned or possible\n−  Norway may withdraw from dealings"],
    ["statements by speaker", "Hany Fathi, Foreign Minister, Egypt\n"],
    ["the cue, where it is a word", "said       Norway again"],
    ["a direct quote, and to whom", "denies     “We hold no sailor without cause” — to reporters"],
    ["a label and its user", "Egypt calls “the arrests” “harbour hygiene”"],
    ["place", "Where  Aswan, Egypt"],
    ["time", "When   Tuesday = 6 May 2031"],
    ["notes", "Nobody is named behind these words. “Both sides”"],
  ])("has %s", (_name, part) => {
    if (typeof part === "string") expect(briefing).toContain(part);
    else expect(briefing).toMatch(part);
  });

  test("leaves a statement that merely passes another on to that one's chain", () => {
    expect(briefing).not.toContain("Nordlys, Norway\n");
    expect(briefing).toMatch(/through\s+Nordlys/);
  });

  test("is the same words with colour", () => {
    const coloured = formatBriefing(SAMPLE, { width: 80, colour: true }, words);
    expect(coloured).not.toBe(briefing);
    expect(coloured.replace(/\x1b\[\d*m/g, "")).toBe(briefing);
  });
});

test("what is told as an act or a term is not told again as a statement", () => {
  const [shell] = SAMPLE.statements;
  const asAct = { ...shell!, cue: SAMPLE.events[3]!.trigger, content: [SAMPLE.events[3]!.evidence] };
  const asTerm = { ...shell!, id: "s2", cue: null, content: [SAMPLE.terms[0]!.label] };
  expect(plain({ ...SAMPLE, statements: [asAct, asTerm] })).not.toContain("Who says what");
});

test("several users of a term take the plural", () => {
  const terms = [{ ...SAMPLE.terms[0]!, users: ["e1", "e3"] }];
  expect(plain({ ...SAMPLE, terms })).toContain("Norway and Egypt call “the arrests”");
});

describe("repeats", () => {
  const again = { ...SAMPLE.events[1]!, id: "v9", evidence: SAMPLE.events[2]!.evidence };
  test("are one act with several quotes", () => {
    const briefing = plain({ ...SAMPLE, events: [SAMPLE.events[1]!, again] });
    expect(briefing.match(/Norway and Egypt agreed/g)).toHaveLength(1);
  });

  test("on another day are another act", () => {
    const briefing = plain({ ...SAMPLE, events: [SAMPLE.events[1]!, { ...again, date: "2031-05-09" }] });
    expect(briefing.match(/Norway and Egypt agreed/g)).toHaveLength(2);
  });
});

describe("a recipient that is no party", () => {
  const accusation = { ...SAMPLE.events[2]!, recipients: [], roles: [], trigger: spanOf("criticized") };
  const evidence = { start: accusation.trigger.start, end: spanOf("engineers").end };

  test("is told by the words after the trigger", () => {
    const briefing = plain({ ...SAMPLE, events: [{ ...accusation, evidence }] });
    expect(briefing).toContain("criticized “the detention of two engineers”");
  });

  test("stays open where those words tell when, and has its quote even in short", () => {
    const place = { role: "date", ref: "t1", span: spanOf("the detention") } as const;
    const events = [{ ...accusation, evidence, roles: [place], status: "historical" } as const];
    const briefing = plain({ ...SAMPLE, events });
    expect(briefing).toContain("criticized something");
    expect(briefing).toContain("“criticized the detention of two engineers”");
  });
});

test("a term put on a pronoun is told by whom the pronoun means", () => {
  const her = spanOf("her");
  const entities = SAMPLE.entities.map((each) =>
    each.id === "e2" ? { ...each, mentions: [{ ...her, type: "pronoun" } as const] } : each,
  );
  const terms = [{ ...SAMPLE.terms[0]!, referent: her }];
  expect(plain({ ...SAMPLE, entities, terms })).toContain("calls Kari Solvang “harbour");
});

test("what has two sides or is grave comes before what leaves one open", () => {
  const [visit, , accusation] = SAMPLE.events;
  const open = { ...visit!, id: "v1", recipients: [] };
  const grave = { ...open, id: "v7", type: "ASSAULT", modes: [], score: -9 } as const;
  const briefing = plain({ ...SAMPLE, events: [open, accusation!, grave] });
  const at = ["Norway (Kari Solvang) attacked", "Norway criticized Egypt", "paid a visit,"].map((words) =>
    briefing.indexOf(words),
  );
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at).not.toContain(-1);
});

describe("parties", () => {
  const [norway, minister] = SAMPLE.entities;
  const tell = (changes: object) => {
    const entities = SAMPLE.entities.map((each) => (each === minister ? { ...each, ...changes } : each));
    return plain({ ...SAMPLE, entities: [norway!, ...entities.slice(1)] });
  };
  test.each([
    [
      "a body of the state without its adjective",
      { name: "Norwegian commanders", kind: "group", sectors: ["MIL"] },
      "Norway (commanders) paid",
    ],
    [
      "a nameless body by its country",
      { name: "Foreign Ministry (NOR)", kind: "government" },
      "Norway (Foreign Ministry) paid",
    ],
    [
      "one that stands for no state",
      { name: "Nordhavn dockers", kind: "group", sectors: ["LAB"] },
      "Nordhavn dockers (Norway) paid",
    ],
    ["its country told once", { name: "Norwegian dockers", kind: "group", sectors: ["LAB"] }, "Norwegian dockers paid"],
    ["one without a country", { name: "Kari Solvang", country: null }, "Kari Solvang paid"],
    ["an article at the head", { name: "United States", kind: "state", country: "USA" }, "The United States paid"],
  ])("%s", (_name, changes, told) => {
    expect(tell(changes)).toContain(`+  ${told} a visit`);
  });
});

test("a reading without acts says so", () => {
  expect(plain({ ...SAMPLE, events: [], statements: [], terms: [] })).toContain("No act was found.");
});

const HOSTILE = [
  "\x1b[2J",
  "\u202e",
  "\u2066",
  "\u200b",
  "\ufeff",
  "\x9b31m",
  "漢字",
  "e\u0301\u0301\u0301\u0301\u0301",
  "\ud800",
  "\u2028",
  "\t",
  "👩‍👩‍👧",
];
const hostileText = fc
  .array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE), fc.string({ minLength: 60, maxLength: 200 })),
  )
  .map((parts) => parts.join(" "));
const hostileReading = fc
  .record({
    text: hostileText,
    name: hostileText,
    ids: fc.array(fc.constantFrom("e1", "e2", "e9", "s1", "s2")),
    at: fc.nat(400),
    length: fc.nat(400),
    within: fc.constantFrom(null, "s1", "s3", "s9"),
    date: fc.oneof(fc.constant(null), fc.string(), fc.constantFrom("2031-99-99", "P", "P3DT4H", "../..", "201X")),
  })
  .map(({ text, name, ids, at, length, within, date }): Reading => {
    const span = { start: at, end: at + length };
    return {
      ...SAMPLE,
      report: { ...SAMPLE.report, text: text + SAMPLE.report.text, title: name, publisher: name },
      entities: SAMPLE.entities.map((each) => ({ ...each, name })),
      places: SAMPLE.places.map((each) => ({ ...each, name, admin1: name })),
      times: [{ id: "t1", ...span, value: date, grain: null }],
      statements: SAMPLE.statements.map((each) => ({
        ...each,
        speakers: ids,
        content: [span, span],
        within,
        addressees: ids,
      })),
      events: SAMPLE.events.map((each) => ({
        ...each,
        evidence: span,
        date,
        due: date,
        statement: within,
        modes: [name],
      })),
      terms: SAMPLE.terms.map((each) => ({ ...each, label: span, referent: span, users: ids })),
      notes: SAMPLE.notes.map((each) => ({ ...each, message: name, span })),
    };
  });

test("nothing of a hostile report steers the terminal, hides, or overflows the line", () => {
  fc.assert(
    fc.property(hostileReading, fc.integer({ min: 30, max: 140 }), (reading, width) => {
      const briefing = plain(reading, width);
      expect(briefing).not.toMatch(/[^\P{C}\n]/u);
      for (const line of briefing.split("\n")) expect(measureWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 300 },
  );
});
