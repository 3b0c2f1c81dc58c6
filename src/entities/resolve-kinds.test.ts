/** Tests of what takes up a body or state by its kind, and of sectors and countries told by the words around. */
import { describe, expect, it } from "vitest";
import { loadNames, reportOf } from "../../test/name-tables.js";
import { parseSketch } from "../language/index.js";
import type { Report } from "../reading/index.js";
import { findEntities } from "./index.js";

const names = loadNames();

function read(sketch: string, more: Partial<Report> = {}) {
  const parsed = parseSketch(sketch);
  const { entities } = findEntities(parsed, reportOf(parsed.text, more), names, {
    isPlace: (words) => words === "Alberta",
    countryOf: () => null,
  });
  const told = entities.flatMap(({ name, mentions }) =>
    mentions.map(({ start, end }) => [parsed.text.slice(start, end), name]),
  );
  return { entities, told: Object.fromEntries(told) as Record<string, string> };
}

const NATO = `
  NATO NATO PROPN NNP 2 nsubj
  agreed agree VERB VBD 0 root

  Peru Peru PROPN NNP 2 nsubj
  left leave VERB VBD 0 root
  the the DET DT 4 det
  alliance alliance NOUN NN 2 obj
  with with ADP IN 7 case
  the the DET DT 7 det
  country country NOUN NN 8 nmod:poss
  's 's PART POS 7 case
  envoys envoy NOUN NNS 2 obl`;

describe("kinds", () => {
  it("take up the body of that kind, and the state, named last", () => {
    const { told } = read(NATO);
    expect(told["the alliance"]).toBe("NATO");
    expect(told["the country"]).toBe("Peru");
  });

  it("stand for nobody where none was named", () => {
    const { told } = read(`
      The the DET DT 2 det
      alliance alliance NOUN NN 3 nsubj
      agreed agree VERB VBD 0 root`);
    expect(told).toEqual({});
  });

  it("leave the country where something happens a place", () => {
    const { told } = read(`
      Troops troops NOUN NNS 2 nsubj
      left leave VERB VBD 0 root
      towns town NOUN NNS 2 obj
      in in ADP IN 6 case
      the the DET DT 6 det
      country country NOUN NN 2 obl`);
    expect(told["the country"]).toBeUndefined();
  });
});

describe("sectors", () => {
  it.each([
    ["religious", "religious ADJ JJ", "leaders leader NOUN NNS", "REL"],
    ["rebel", "rebel NOUN NN", "commanders commander NOUN NNS", "REB"],
    ["business", "business NOUN NN", "leaders leader NOUN NNS", "BUS"],
  ])("of %s people are told by the word before them", (word, before, head, sector) => {
    const { entities } = read(`
      ${word} ${before} 2 amod
      ${head} 3 nsubj
      met meet VERB VBD 0 root`);
    expect(entities[0]!.sectors[0]).toBe(sector);
  });

  it("of members are those of the whole", () => {
    const { entities } = read(`
      Members member NOUN NNS 4 nsubj
      of of ADP IN 3 case
      parliament parliament NOUN NN 1 nmod
      met meet VERB VBD 0 root`);
    expect(entities[0]!.sectors).toEqual(["LEG"]);
  });
});

describe("belonging", () => {
  it("is told by the party in brackets behind a member of Congress", () => {
    const { entities } = read(`
      Ada Ada PROPN NNP 8 nsubj
      Finch Finch PROPN NNP 1 flat
      ( ( PUNCT -LRB- 4 punct
      R R PROPN NNP 1 appos
      - - PUNCT HYPH 6 punct
      Ohio Ohio PROPN NNP 4 flat
      ) ) PUNCT -RRB- 4 punct
      spoke speak VERB VBD 0 root`);
    expect(entities).toMatchObject([{ name: "Ada Finch", country: "USA", sectors: ["LEG"] }]);
  });

  it("joins a government with its country where the tree has parted them", () => {
    const { told } = read(`
      Envoys envoy NOUN NNS 2 nsubj
      praised praise VERB VBD 0 root
      the the DET DT 4 det
      Government Government PROPN NNP 8 nmod:poss
      of of ADP IN 6 case
      Peru Peru PROPN NNP 8 nmod:poss
      's 's PART POS 6 case
      plan plan NOUN NN 2 obj`);
    expect(told["the Government of Peru"]).toBe("Peru");
  });

  it("takes a division for no person, even where it speaks", () => {
    const { entities } = read(`
      Alberta Alberta PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      so so ADV RB 2 advmod`);
    expect(entities).toEqual([]);
  });

  it.each(["constructor", "__proto__", "hasOwnProperty"])("reads the name %s like any other", (name) => {
    const { entities } = read(`
      Minister Minister PROPN NNP 2 nmod:desc
      Ann Ann PROPN NNP 4 nsubj
      ${name} ${name} PROPN NNP 2 flat
      spoke speak VERB VBD 0 root`);
    expect(entities[0]!.name).toBe(`Ann ${name}`);
  });
});
