/** What is taken for one act and what is not, on tellings made for the purpose. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Decisions,
  gatherActs,
  makeOccurrences,
  NO_DECISIONS,
  type Occurrence,
  type Party,
  type ToldAct,
  type ToldPlace,
  tellingKey,
  topicsOf,
} from "./index.js";

const party = (code: string): Party => ({ key: code.toLowerCase(), country: code, person: null });
const person = (code: string, name: string): Party => ({ key: name, country: code, person: name });
let serial = 0;

/** "RUS>UKR" and what differs from a plain assault on 10 March 2014, told by an outlet of its own. */
function told(sides: string, changes: Partial<ToldAct> = {}): ToldAct {
  serial += 1;
  const [actors = "", recipients = ""] = sides.split(">");
  const parties = (codes: string) =>
    codes
      .split("+")
      .filter((code) => code !== "")
      .map(party);
  const report = changes.report ?? `r${String(serial).padStart(4, "0")}`;
  return {
    report,
    event: `v${serial}`,
    published: "2014-03-10",
    outlets: [`outlet ${serial}`],
    original: report,
    carriers: [],
    type: "ASSAULT",
    modes: [],
    quad: 4,
    score: -9,
    goldstein: -10,
    status: "actual",
    actors: parties(actors),
    recipients: parties(recipients),
    date: "2014-03-10",
    isDated: true,
    places: [],
    topics: [],
    claim: "report",
    by: [],
    chain: 0,
    confidence: 0.8,
    ...changes,
  };
}

const gather = (tellings: readonly ToldAct[], decisions: Decisions = NO_DECISIONS): readonly Occurrence[] =>
  makeOccurrences(gatherActs(tellings, decisions), new Map());
const place = (
  name: string,
  extent: "wide" | "division" | "spot",
  changes: Partial<ToldPlace> = {},
): readonly ToldPlace[] => [
  { name, country: "UKR", admin1: null, latitude: null, longitude: null, extent, ...changes },
];
const spot = (name: string, changes: Partial<ToldPlace> = {}) => place(name, "spot", changes);
const wide = place("Ukraine", "wide");
const faceless: Party = { key: "gunmen", country: null, person: null };

describe("two tellings are of one act", () => {
  test.each<[string, ToldAct, ToldAct]>([
    ["on the same day", told("RUS>UKR"), told("RUS>UKR")],
    [
      "a day apart, of the same things",
      told("RUS>UKR", { topics: ["bridg", "convo"] }),
      told("RUS>UKR", { date: "2014-03-11", topics: ["bridg", "convo", "night"] }),
    ],
    [
      "in a look back on the week, of the same things",
      told("RUS>UKR", { topics: ["Antonov"] }),
      told("RUS>UKR", { date: "2014-03-16", published: "2014-03-16", isDated: false, topics: ["Antonov"] }),
    ],
    [
      "in two modes, of the same things",
      told("RUS>UKR", { modes: ["aerial"], date: "2014-03-11", isDated: false, topics: ["Antonov"] }),
      told("RUS>UKR", { modes: ["drone"], topics: ["Antonov"] }),
    ],
    [
      "in two modes, but by both on that day",
      told("RUS>UKR", { modes: ["aerial"] }),
      told("RUS>UKR", { modes: ["drone"] }),
    ],
    ["where one says nothing of who did it", told("RUS>UKR"), told(">UKR")],
    ["where one says gunmen did it", told("RUS>UKR"), told(">UKR", { actors: [faceless] })],
    ["where one says that both did it", told("RUS>UKR"), told("RUS+UKR>")],
    [
      "at a town and at its airport",
      told("RUS>UKR", { places: spot("Kyiv", { latitude: 50.45, longitude: 30.52 }) }),
      told("RUS>UKR", { places: spot("Hostomel airport", { latitude: 50.6, longitude: 30.19 }) }),
    ],
    [
      "at a town and in its province",
      told("RUS>UKR", { places: spot("Izium", { admin1: "Kharkiv" }) }),
      told("RUS>UKR", { places: place("Kharkiv", "division") }),
    ],
    [
      "of one minister by her whole name and by half of it",
      told("", { type: "CONSULT", actors: [person("RUS", "anna orlova"), party("CHN")] }),
      told("", { type: "CONSULT", actors: [person("RUS", "orlova"), party("CHN")] }),
    ],
    [
      "one dated by its report alone",
      told("RUS>UKR"),
      told("RUS>UKR", { date: "2014-03-12", isDated: false, published: "2014-03-12" }),
    ],
    [
      "one dated by the sentence before it",
      told("RUS>UKR"),
      told("RUS>UKR", { date: "2014-03-09", isDated: false, published: "2014-03-12" }),
    ],
    ["where one names more recipients", told("RUS>UKR"), told("RUS>UKR+POL")],
    ["at one place", told("RUS>UKR", { places: spot("Kyiv") }), told("RUS>UKR", { places: spot("Kyiv") })],
    ["where one names the country only", told("RUS>UKR", { places: spot("Kyiv") }), told("RUS>UKR", { places: wide })],
    ["one looks back on it", told("RUS>UKR"), told("RUS>UKR", { status: "historical", published: "2019-01-02" })],
    ["one denies it", told("RUS>UKR"), told("RUS>UKR", { claim: "denied", status: "negated" })],
    ["whoever of the two is named first", told("RUS>CHN", { type: "CONSULT" }), told("CHN+RUS>", { type: "CONSULT" })],
    ["one says only the month", told("RUS>UKR"), told("RUS>UKR", { date: "2014-03" })],
  ])("%s", (_, one, other) => {
    const [occurrence, ...others] = gather([one, other]);
    expect(others).toEqual([]);
    expect(occurrence!.tellings.length).toBe(2);
    expect(occurrence!.outlets).toBe(2);
    expect(occurrence!.merged).not.toBe("");
  });
});

describe("two tellings are of two acts", () => {
  test.each<[string, ToldAct, ToldAct]>([
    ["days apart", told("RUS>UKR"), told("RUS>UKR", { date: "2014-03-14" })],
    ["on two neighbouring days that both texts name", told("RUS>UKR"), told("RUS>UKR", { date: "2014-03-11" })],
    [
      "in two modes, on a day that no text names",
      told("RUS>UKR", { modes: ["aerial"], isDated: false }),
      told("RUS>UKR", { modes: ["firearms"], isDated: false }),
    ],
    [
      "where one says nothing of who did it, on a day that no text names",
      told("RUS>UKR", { isDated: false }),
      told(">UKR", { isDated: false }),
    ],
    [
      "of two ministers",
      told("", { type: "CONSULT", actors: [person("RUS", "anna orlova"), party("CHN")] }),
      told("", { type: "CONSULT", actors: [person("RUS", "boris petrov"), party("CHN")] }),
    ],
    [
      "at a town and in another province",
      told("RUS>UKR", { places: spot("Izium", { admin1: "Kharkiv" }) }),
      told("RUS>UKR", { places: place("Odesa", "division") }),
    ],
    ["of two types", told("RUS>UKR"), told("RUS>UKR", { type: "COERCE" })],
    ["with the sides turned", told("RUS>UKR"), told("UKR>RUS")],
    ["at two places", told("RUS>UKR", { places: spot("Kyiv") }), told("RUS>UKR", { places: spot("Odesa") })],
    ["one only foretold", told("RUS>UKR"), told("RUS>UKR", { status: "future" })],
    ["with one side in common", told("RUS+CHN>", { type: "CONSULT" }), told("RUS+IND>", { type: "CONSULT" })],
    ["with no recipient and other actors", told("RUS>"), told("UKR>")],
  ])("%s", (_, one, other) => {
    expect(gather([one, other]).length).toBe(2);
  });
});

describe("what a telling speaks of", () => {
  const text = "On Tuesday Kenya urged Uganda to drop its plans for 12 dams near Jinja, officials said.";
  const known = ["Kenya", "Uganda", "urged", "On Tuesday"].map((words) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  });

  test("is names, numbers and long words, without sides, day and act", () => {
    expect(topicsOf(text, known)).toEqual(["12", "Jinja", "offic"]);
  });

  test("is nothing where there is no text", () => expect(topicsOf("", [])).toEqual([]));
});

test("a month with two acts takes a vague telling for neither", () => {
  const acts = gather([told("RUS>UKR"), told("RUS>UKR", { date: "2014-03-20" }), told("RUS>UKR", { date: "2014-03" })]);
  expect(acts.map(({ tellings }) => tellings.length)).toEqual([1, 1, 1]);
});

test("a war of daily raids stays many acts", () => {
  const days = Array.from({ length: 20 }, (_, i) => `2014-03-${String(i + 1).padStart(2, "0")}`);
  const acts = gather(days.map((date) => told("RUS>UKR", { date })));
  expect(acts.length).toBeGreaterThanOrEqual(10);
});

test("tellings without a day or a side are of no act", () => {
  expect(gather([told("RUS>UKR", { date: null, published: null }), told(">")])).toEqual([]);
});

test("copies, and those who carry one agency, count as one outlet", () => {
  const first = told("RUS>UKR", { report: "a" });
  const copy = told("RUS>UKR", { report: "b", original: "a" });
  const carried = [told("RUS>UKR", { carriers: ["tass"] }), told("RUS>UKR", { carriers: ["tass"] })];
  expect(gather([first, copy, ...carried])[0]!.outlets).toBe(2);
});

test("the order of the reports has no say", () => {
  const tellings = [
    told("RUS>UKR"),
    told("RUS>UKR", { date: "2014-03-11" }),
    told("RUS>UKR", { date: "2014-03-12", isDated: false, published: "2014-03-12" }),
    told("RUS>UKR", { date: "2014-03" }),
    told("RUS>UKR", { places: spot("Kyiv") }),
    told("UKR>RUS"),
    told("RUS+CHN>", { type: "CONSULT" }),
  ];
  const expected = gather(tellings);
  fc.assert(
    fc.property(fc.shuffledSubarray(tellings, { minLength: tellings.length }), (some) => {
      expect(gather(some)).toEqual(expected);
    }),
  );
});

describe("what people decide", () => {
  const one = told("RUS>UKR");
  const other = told("RUS>UKR");
  const far = told("RUS>UKR", { date: "2014-06-01" });

  test("keeps two tellings apart", () => {
    const split: Decisions = { joined: [], split: [[tellingKey(one), tellingKey(other)]] };
    expect(gather([one, other, far], split).length).toBe(3);
  });

  test("joins two acts with all their tellings", () => {
    const joined: Decisions = { joined: [[tellingKey(far), tellingKey(one)]], split: [] };
    const [act, ...others] = gather([one, other, far], joined);
    expect(others).toEqual([]);
    expect(act!.tellings.length).toBe(3);
    expect(act!.merged).toContain("joined by hand");
  });

  test("is no trouble where a telling is gone", () => {
    expect(gather([one], { joined: [["x:y", tellingKey(one)]], split: [["x:y", "z:v"]] }).length).toBe(1);
  });
});

test("an act keeps its key while one of its tellings stays", () => {
  const topics = ["Antonov"];
  const before = [told("RUS>UKR", { topics }), told("RUS>UKR", { topics })];
  const [act] = gather(before);
  const known = new Map(act!.tellings.map((telling) => [tellingKey(telling), act!.key]));
  const after = [told("RUS>UKR", { date: "2014-03-09", topics }), before[1]!];
  expect(makeOccurrences(gatherActs(after, NO_DECISIONS), known).map(({ key }) => key)).toEqual([act!.key]);
});

test("ten thousand tellings of one day, each at a place of its own, take no quadratic time", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => told("RUS>UKR", { places: spot(`Place ${i}`) }));
  expect(gather(many).length).toBe(10_000);
});
