import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { compileGazetteer } from "../../scripts/compile-gazetteer.js";
import { parseTable, type Table } from "../assets/index.js";
import type { EntityLayer } from "../entities/index.js";
import { type Parsed, parseSketch } from "../language/index.js";
import { createNameKnowledge, type NameKnowledge } from "../names/index.js";
import { findPlaces } from "./find-places.js";
import { readGazetteer } from "./gazetteer.js";
import { createPlaceKnowledge, type PlaceKnowledge } from "./place-knowledge.js";

const NOBODY: Pick<EntityLayer, "entities" | "mentions"> = { entities: [], mentions: [] };
const data = new URL("../../data/", import.meta.url);

let names: NameKnowledge;
let places: PlaceKnowledge;
let gazetteer: Uint8Array;

beforeAll(() => {
  const tables = new Map<string, Table>();
  for (const path of readdirSync(data, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".tsv")) continue;
    const name = path.slice(0, -4).replaceAll("\\", "/");
    tables.set(name, parseTable(name, readFileSync(new URL(path, data), "utf8")));
  }
  gazetteer = compileGazetteer();
  names = createNameKnowledge(tables);
  places = createPlaceKnowledge(gazetteer, tables);
}, 60000);

const VERBS = /^(?:met|visited|fell|said|sold|flew|shook)$/;
const PREPOSITIONS = /^(?:in|at|to|of|for|near|with)$/;

const LEMMAS: Readonly<Record<string, string>> = { visited: "visit", flew: "fly", sold: "sell", met: "meet" };
const isName = (word: string | undefined) => /^\p{Lu}/u.test(word ?? "");

/** A small tree: the verb is the root, nouns hang on it with their prepositions, runs of capitals are one name. */
function parse(text: string): Parsed {
  const words = text.split(" ");
  const verb = Math.max(
    0,
    words.findIndex((word) => VERBS.test(word)),
  );
  return parseSketch(words.map((word, i) => `${word} ${tagsOf(words, i, verb)}`).join("\n"));
}

function tagsOf(words: readonly string[], i: number, verb: number): string {
  const word = words[i]!;
  if (i === verb) return `${LEMMAS[word] ?? word} VERB VBD 0 root`;
  if (/^[.,-]$/.test(word)) return `${word} PUNCT ${word} ${verb + 1} punct`;
  if (word === "'s") return `'s PART POS ${i} case`;
  if (!PREPOSITIONS.test(word) && word !== "the") return nounTags(words, i, verb);
  const noun = words.findIndex((other, j) => j > i && !PREPOSITIONS.test(other) && other !== "the");
  return `${word} ${word === "the" ? "DET DT" : "ADP IN"} ${nameEnd(words, noun) + 1} ${word === "the" ? "det" : "case"}`;
}

function nounTags(words: readonly string[], i: number, verb: number): string {
  const tags = `${words[i]} ${isName(words[i]) ? "PROPN NNP" : "NOUN NN"}`;
  if (isName(words[i]) && isName(words[i + 1])) return `${tags} ${nameEnd(words, i) + 1} compound`;
  if (words[i + 1] === "'s" && i + 2 < words.length) return `${tags} ${nameEnd(words, i + 2) + 1} nmod:poss`;
  if (words[i + 1] === "province") return `${tags} ${i + 2} compound`;
  if (words[i - 1] === "of" && i > 2) return `${tags} ${i - 1} nmod`;
  const role = words[verb] === "visited" ? "obj" : "obl";
  return `${tags} ${verb + 1} ${i < verb ? "nsubj" : role}`;
}

function nameEnd(words: readonly string[], from: number): number {
  let end = Math.max(from, 0);
  while (isName(words[end]) && isName(words[end + 1])) end++;
  return words[end + 1] === "province" ? end + 1 : end;
}

function read(text: string) {
  return findPlaces(parse(text), NOBODY, names, places);
}

const told = (text: string) =>
  read(text).places.map(({ name, country, precision }) => [name, country, precision].join(" "));

describe("gazetteer", () => {
  it("stays within five megabytes", () => {
    expect(gazetteer.length).toBeLessThan(5_000_000);
  });

  it("finds towns by their names and by other spellings, the largest first", () => {
    const { find } = readGazetteer(gazetteer);
    expect(find("kiev")[0]).toMatchObject({ country: "UKR", kind: "capital", weak: true });
    expect(find("tunxi")[0]).toMatchObject({ country: "CHN", division: "Anhui", geonames: 1792359 });
    expect(find("raqqah")[0]?.country).toBe("SYR");
    expect(find("nowhere at all")).toEqual([]);
    expect(find("")).toEqual([]);
  });

  it("refuses bytes of another format, and knows nothing where it is empty", () => {
    expect(() => readGazetteer(new Uint8Array(40))).toThrow(/another format/);
    expect(readGazetteer(new Uint8Array()).find("kyiv")).toEqual([]);
  });
});

describe("findPlaces", () => {
  it.each([
    ["They met in Mosul .", ["Mosul IRQ city"]],
    ["They met in Tunxi , in China 's Anhui Province .", ["Tunxi CHN city", "China CHN country", "Anhui CHN admin1"]],
    ["They met in Paris .", ["Paris FRA city"]],
    ["They visited Palma , in Mozambique .", ["Palma MOZ city", "Mozambique MOZ country"]],
    ["They met in Paris , Texas .", ["Paris USA city", "Texas USA admin1"]],
    ["They met in Atlanta , Georgia .", ["Atlanta USA city", "Georgia USA admin1"]],
    ["They met in Georgia .", ["Georgia GEO country"]],
    ["They visited India .", ["India IND country"]],
    ["They met in northern Iraq .", ["northern Iraq IRQ region"]],
    ["They met in Idlib province .", ["Idlib Governorate SYR admin1"]],
    ["They met near the Golan Heights .", ["Golan Heights SYR region"]],
    ["They met in Gaza .", ["Gaza PSE region"]],
    ["They met in the Persian Gulf .", ["Persian Gulf  region"]],
    ["They visited the Indian Ocean .", ["Indian Ocean  region"]],
    ["They met in Washington .", ["Washington, D.C. USA city"]],
    ["BEIRUT - Rebels met in Aleppo .", ["Beirut LBN city", "Aleppo SYR city"]],
    ["They sold arms to Iraq .", []],
    ["They flew to Iraq .", ["Iraq IRQ country"]],
    ["Moscow met envoys .", []],
    ["They met in Moscow .", ["Moscow RUS city"]],
    ["They met in May .", []],
    ["Paris Hilton met them .", []],
    ["They met with Clinton .", []],
  ])("reads %s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("takes a namesake where the report plays", () => {
    expect(told("They met in Tripoli .")).toEqual(["Tripoli LBY city"]);
    expect(told("They met in Tripoli , Lebanon .")[0]).toBe("Tripoli LBN city");
  });

  it("does not take a demonym in a region's name for its country", () => {
    expect(told("They met in British Columbia and in Cambridge .").at(-1)).toBe("Cambridge CAN city");
  });

  it.each([
    ["They met near Russia 's envoys in Aleppo .", "Aleppo SYR city"],
    ["They met in Syria 's city of Homs .", "Homs SYR city"],
    ["They met near Russia 's siege of Aleppo .", "Aleppo SYR city"],
    ["They met near Turkey 's troops near Kobani .", "Kobani SYR city"],
  ])("takes an owner for the country of what it owns alone: %s", (text, expected) => {
    expect(told(text).at(-1)).toBe(expected);
  });

  it("keeps one place for all its mentions", () => {
    const { places: found, mentions } = read("They met in Kyiv , near Kiev , in Kyiv .");
    expect(found).toHaveLength(1);
    expect(mentions.map((mention) => mention.place)).toEqual(["p1", "p1", "p1"]);
    expect(found[0]!.mentions).toHaveLength(3);
  });

  it("says that a place is unknown, and leaves its coordinates empty", () => {
    const { places: found, notes } = read("They met in the village of Qqzzyx .");
    expect(found).toMatchObject([
      { name: "Qqzzyx", country: null, latitude: null, longitude: null, precision: "city" },
    ]);
    expect(notes).toMatchObject([{ code: "place-unknown" }]);
  });

  it("passes over names of persons and bodies", () => {
    const parsed = parse("They met in Lincoln Jackson .");
    const mention = {
      span: { start: 12, end: 27 },
      type: "name",
      first: 3,
      last: 4,
      head: 4,
      entities: ["e1"],
    } as const;
    const entity = {
      id: "e1",
      name: "Lincoln Jackson",
      kind: "person",
      country: null,
      sectors: [],
      role: null,
      partOf: null,
      mentions: [],
    } as const;
    expect(findPlaces(parsed, { entities: [entity], mentions: [mention] }, names, places).places).toEqual([]);
  });

  it("never fails, and every span is words of the text", () => {
    const word = fc.oneof(
      fc.constantFrom(
        "in",
        "Paris",
        "the",
        "village",
        "of",
        "Georgia",
        "'s",
        ",",
        "BEIRUT",
        "-",
        "northern",
        "Iraq",
        "University",
        "met",
      ),
      fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.replace(/\s/g, "") || "x"),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 15 }), (words) => {
        const parsed = parse(words.join(" "));
        const { mentions } = findPlaces(parsed, NOBODY, names, places);
        let end = 0;
        for (const { span } of mentions) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(parsed.text.length);
      }),
    );
  });
});
