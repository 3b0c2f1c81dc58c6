import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTable } from "../assets/index.js";
import type { EntityLayer } from "../entities/index.js";
import { type Parsed, parseSketch, spanOf } from "../language/index.js";
import type { Entity, EventType, Report } from "../reading/index.js";
import { mendHeadings } from "./code-events.js";
import { findCandidates } from "./collect-candidates.js";
import { createEventKnowledge } from "./event-knowledge.js";
import type { Layers } from "./event-layer.js";
import type { JudgeModel } from "./judge/index.js";
import { proposeInHeadings } from "./propose-in-headings.js";
import { weighCandidates } from "./weigh-candidates.js";

const FOLDER = new URL("../../data/events/", import.meta.url);
const knowledge = createEventKnowledge(
  new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith(".tsv"))
      .map((file) => `events/${file.slice(0, -4)}`)
      .map((name) => [
        name,
        parseTable(name, readFileSync(new URL(`../../data/${name}.tsv`, import.meta.url), "utf8")),
      ]),
  ),
);

/** Every proper noun that heads no other is a state of its own, its id its form. */
function layEntities(parsed: Parsed): EntityLayer {
  const heads = [...parsed.form.keys()].filter((token) => parsed.upos[token] === "PROPN");
  const mentions = heads.map((head) => {
    const span = spanOf(parsed, head);
    return { span, type: "name" as const, first: head, last: head, head, entities: [parsed.form[head]!] };
  });
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  for (const [i, mention] of mentions.entries()) mentionAt[mention.head] = i;
  const entities = mentions.map(({ entities: [id = ""] }): Entity => {
    return { id, name: id, kind: "state", country: id, sectors: ["GOV"], role: null, partOf: null, mentions: [] };
  });
  return { entities, mentions, mentionAt, notes: [] };
}

function layOut(sketch: string, heading = false): Layers {
  const plain = parseSketch(sketch);
  const parsed = { ...plain, sentences: plain.sentences.map((sentence) => ({ ...sentence, heading })) };
  const report: Report = {
    id: "t",
    title: null,
    publisher: null,
    url: null,
    published: null,
    language: "en",
    text: parsed.text,
  };
  const none = { mentions: [], notes: [] };
  return {
    report,
    textHash: "0",
    parsed,
    entities: layEntities(parsed),
    places: { places: [], ...none },
    times: { times: [], ...none },
    statements: { statements: [], anchors: [], notes: [] },
  };
}

function code(sketch: string, heading = false): string[] {
  const layers = mendHeadings(layOut(sketch, heading), knowledge);
  return findCandidates(layers, knowledge).candidates.map(({ type, modes, actors, recipients, status, trigger }) => {
    const sides = [actors, recipients].map((side) => side.map(({ entity }) => entity).join("+") || "–").join(" > ");
    return [[type, ...modes.slice(0, 1)].join(" "), sides, status ?? "?", layers.parsed.form[trigger]].join(" | ");
  });
}

describe("findCandidates", () => {
  it.each([
    [
      "a plain act",
      `Peru Peru PROPN NNP 2 nsubj
       condemned condemn VERB VBD 0 root
       Chad Chad PROPN NNP 2 obj`,
      ["ACCUSE disapprove | Peru > Chad | ? | condemned"],
    ],
    [
      "a refusal, and not what is refused",
      `Peru Peru PROPN NNP 2 nsubj
       refused refuse VERB VBD 0 root
       to to PART TO 4 mark
       meet meet VERB VB 2 xcomp
       Chad Chad PROPN NNP 4 obj`,
      ["REJECT meet | Peru > Chad | ? | refused"],
    ],
    [
      "a plan to meet as an agreement",
      `Peru Peru PROPN NNP 3 nsubj
       will will AUX MD 3 aux
       visit visit VERB VB 0 root
       Chad Chad PROPN NNP 3 obj`,
      ["AGREE | Peru > Chad | actual | visit"],
    ],
    [
      "a visit ruled out as a refusal",
      `Peru Peru PROPN NNP 4 nsubj
       will will AUX MD 4 aux
       not not PART RB 4 advmod
       visit visit VERB VB 0 root
       Chad Chad PROPN NNP 4 obj`,
      ["REJECT meet | Peru > Chad | actual | visit"],
    ],
    [
      "an attack ruled out as negated",
      `Peru Peru PROPN NNP 4 nsubj
       will will AUX MD 4 aux
       not not PART RB 4 advmod
       invade invade VERB VB 0 root
       Chad Chad PROPN NNP 4 obj`,
      ["ASSAULT | Peru > Chad | negated | invade"],
    ],
    [
      "a request with the mode of what is asked",
      `Peru Peru PROPN NNP 2 nsubj
       urged urge VERB VBD 0 root
       Chad Chad PROPN NNP 2 obj
       to to PART TO 5 mark
       release release VERB VB 2 xcomp
       hostages hostage NOUN NNS 5 obj`,
      ["REQUEST yield | Peru > Chad | ? | urged"],
    ],
    [
      "an accusation and the deed beside it",
      `Peru Peru PROPN NNP 2 nsubj
       accused accuse VERB VBD 0 root
       Chad Chad PROPN NNP 2 obj
       of of SCONJ IN 5 mark
       shelling shell VERB VBG 2 advcl
       Togo Togo PROPN NNP 5 obj`,
      ["ACCUSE allege | Peru > Chad | ? | accused", "ASSAULT heavy-weapons | Chad > Togo | ? | shelling"],
    ],
    [
      "a denial as the deed denied",
      `Peru Peru PROPN NNP 2 nsubj
       denied deny VERB VBD 0 root
       shelling shell VERB VBG 2 xcomp
       Togo Togo PROPN NNP 3 obj`,
      ["ASSAULT heavy-weapons | Peru > Togo | negated | shelling"],
    ],
    [
      "the noun that a light verb carries",
      `Peru Peru PROPN NNP 2 nsubj
       launched launch VERB VBD 0 root
       air air NOUN NN 4 compound
       strikes strike NOUN NNS 2 obj
       on on ADP IN 6 case
       Togo Togo PROPN NNP 2 obl`,
      ["ASSAULT aerial | Peru > Togo | ? | strikes"],
    ],
    [
      "aid that is cut, and not the aid",
      `Peru Peru PROPN NNP 2 nsubj
       suspended suspend VERB VBD 0 root
       aid aid NOUN NN 2 obj
       to to ADP IN 5 case
       Togo Togo PROPN NNP 3 nmod`,
      ["SANCTION discontinue | Peru > Togo | ? | suspended"],
    ],
    [
      "no mere purpose",
      `Peru Peru PROPN NNP 2 nsubj
       met meet VERB VBD 0 root
       Chad Chad PROPN NNP 2 obj
       to to PART TO 5 mark
       attack attack VERB VB 2 advcl
       Togo Togo PROPN NNP 5 obj`,
      ["CONSULT | Peru+Chad > – | ? | met"],
    ],
    [
      "nothing where nobody of politics acts",
      `The the DET DT 2 det
       cook cook NOUN NN 3 nsubj
       attacked attack VERB VBD 0 root
       soup soup NOUN NN 3 obj`,
      [],
    ],
    [
      "nothing in a game",
      `Volleyball volleyball NOUN NN 3 dep
       Peru Peru PROPN NNP 3 nsubj
       defeated defeat VERB VBD 0 root
       Chad Chad PROPN NNP 3 obj`,
      [],
    ],
  ])("tells %s", (_, sketch, expected) => {
    expect(code(sketch)).toEqual(expected);
  });

  it("keeps what was weighed", () => {
    const layers = layOut(`Peru Peru PROPN NNP 2 nsubj
       cut cut VERB VBD 0 root
       ties tie NOUN NNS 2 obj
       with with ADP IN 5 case
       Chad Chad PROPN NNP 3 nmod`);
    const [candidate] = findCandidates(layers, knowledge).candidates;
    expect(candidate?.rule).toBe("cut-ties");
    expect(candidate?.weighed.map(({ rule }) => rule)).toContain("cut-aid");
  });
});

/** A judge who holds every act with "p=WORD" for one type. */
function judgeOf(word: string, type: EventType): JudgeModel {
  return {
    types: ["AID", "ASSAULT", "SANCTION"],
    groups: [
      {
        name: "path",
        scale: 1,
        rows: new Map([[`p=${word}`, 0]]),
        weights: Int16Array.from(["AID", "ASSAULT", "SANCTION"], (name) => (name === type ? 1000 : 0)),
      },
    ],
    regions: [],
    dimensions: 0,
    words: new Map(),
    vectors: new Int8Array(),
    bias: [0, 0, 0],
    unit: 0.01,
    isIgnored: () => false,
    width: 3,
    heading: { told: [[0, 0]], typed: [[0, 0]], proposes: 0.5, completes: 0.5 },
    reliability: [[0, 0.9]],
  };
}

/** A judge of headlines with "p=frob": SANCTION, and what it holds of the two columns "told" and "reversed". */
function judgeOfHeadings(columns: readonly number[]): JudgeModel {
  const plain = judgeOf("frob", "SANCTION");
  const weights = Int16Array.of(0, 0, 0, ...columns.map((value) => value * 100), 0, 0, 1000);
  const groups = plain.groups.map((group) => ({ ...group, weights }));
  return {
    ...plain,
    groups,
    width: 8,
    heading: {
      told: [
        [0, 0],
        [1, 1],
      ],
      typed: [[0, 0.9]],
      proposes: 0.5,
      completes: 0.5,
    },
  };
}

describe("weighCandidates", () => {
  const sketch = (verb: string, lemma: string) => `
    Sudan Sudan PROPN NNP 2 nsubj
    ${verb} ${lemma} VERB VBD 0 root
    Chad Chad PROPN NNP 2 obj`;
  const weighed = (text: string, judge: JudgeModel) => {
    const layers = mendHeadings(layOut(text), knowledge);
    return weighCandidates(findCandidates(layers, knowledge), layers, { ...knowledge, judge });
  };

  it("makes an event surer where the judge agrees, less sure where not", () => {
    const [agreed] = weighed(sketch("bombed", "bomb"), judgeOf("bomb", "ASSAULT"));
    const [doubted] = weighed(sketch("bombed", "bomb"), judgeOf("bomb", "AID"));
    expect(agreed!.confidence).toBeGreaterThan(doubted!.confidence);
    expect([agreed!.type, doubted!.type]).toEqual(["ASSAULT", "ASSAULT"]);
    expect(doubted!.opinion).toMatch(/^holds AID for likelier by/);
  });

  it("codes a verb that no rule knows by the judge alone, at low confidence", () => {
    const [found] = weighed(sketch("frobbed", "frob"), judgeOf("frob", "SANCTION"));
    expect(found).toMatchObject({ type: "SANCTION", rule: "judge-sanction" });
    expect(found!.confidence).toBeLessThan(0.6);
  });

  it("codes a headline's two countries by the judge alone where no rule tells of them", () => {
    const layers = layOut(sketch("frobs", "frob").replace("VERB VBD", "VERB VBZ"), true);
    const findings = findCandidates(layers, knowledge);
    const propose = (told: number, reversed: number) =>
      proposeInHeadings(findings, layers, { ...knowledge, judge: judgeOfHeadings([told, reversed]) });
    expect(propose(9, -1)).toMatchObject([
      { type: "SANCTION", rule: "judge-sanction", actors: [{ entity: "Sudan" }], recipients: [{ entity: "Chad" }] },
    ]);
    expect(propose(9, 1)).toMatchObject([{ actors: [{ entity: "Chad" }], recipients: [{ entity: "Sudan" }] }]);
    expect(propose(-9, -1)).toEqual([]);
  });

  it("completes an act of a headline that names nobody on its other side", () => {
    const layers = layOut(
      `
    Sudan Sudan PROPN NNP 2 nsubj
    deploys deploy VERB VBZ 0 root
    troops troop NOUN NNS 2 obj
    as as SCONJ IN 6 mark
    Chad Chad PROPN NNP 6 nsubj
    frobs frob VERB VBZ 2 advcl`,
      true,
    );
    const findings = findCandidates(layers, knowledge);
    const complete = (told: number) =>
      proposeInHeadings(findings, layers, { ...knowledge, judge: judgeOfHeadings([told, -1]) });
    expect(complete(-9)).toMatchObject([{ type: "MOBILIZE", actors: [{ entity: "Sudan" }], recipients: [] }]);
    expect(complete(9)).toMatchObject([
      { type: "MOBILIZE", rule: findings.candidates[0]!.rule, recipients: [{ entity: "Chad" }] },
    ]);
  });

  it("codes no such verb that is denied or between parts of one country", () => {
    const denied = `${sketch("frobbed", "frob")}
    never never ADV RB 2 advmod`;
    expect(weighed(denied, judgeOf("frob", "SANCTION"))).toEqual([]);
    const own = sketch("frobbed", "frob").replace("Chad Chad", "Sudan Sudan");
    expect(weighed(own, judgeOf("frob", "SANCTION"))).toEqual([]);
  });
});

describe("a verb whose own slots name nobody", () => {
  it("takes the owner of its object", () => {
    expect(
      code(`
       Chile Chile PROPN NNP 2 nsubj
       cancelled cancel VERB VBD 0 root
       Peru Peru PROPN NNP 5 nmod:poss
       's 's PART POS 3 case
       debt debt NOUN NN 2 obj`),
    ).toEqual([expect.stringMatching(/^(?:CONCEDE|AID) \| Chile > Peru/)]);
  });

  it("takes whoever did what is welcomed", () => {
    expect(
      code(`
       Chile Chile PROPN NNP 2 nsubj
       welcomed welcome VERB VBD 0 root
       steps step NOUN NNS 2 obj
       taken take VERB VBN 3 acl
       by by ADP IN 6 case
       Peru Peru PROPN NNP 4 obl:agent`),
    ).toEqual(["SUPPORT | Chile > Peru | ? | welcomed"]);
  });
});

describe("a headline's act whose own slots name nobody", () => {
  const told = (sketch: string) => code(sketch, true);

  it("concerns the nearest other country within its clause", () => {
    const sketch = `
       Chile Chile PROPN NNP 2 nsubj
       hails hail VERB VBZ 0 root
       vote vote NOUN NN 2 obj
       on on ADP IN 6 case
       Peru Peru PROPN NNP 6 compound
       pact pact NOUN NN 3 nmod`;
    expect(told(sketch)).toEqual(["SUPPORT | Chile > Peru | ? | hails"]);
    expect(code(sketch)).toEqual(["SUPPORT | Chile > – | ? | hails"]);
  });

  it("does not concern what talks are about", () => {
    expect(
      told(`
       Chile Chile PROPN NNP 4 nsubj
       and and CCONJ CC 3 cc
       Kenya Kenya PROPN NNP 1 conj
       meet meet VERB VBP 0 root
       on on ADP IN 6 case
       Peru Peru PROPN NNP 4 obl`),
    ).toEqual(["CONSULT | Chile+Kenya > – | ? | meet"]);
  });

  it("does not concern where those come from whom it counts", () => {
    expect(
      told(`
       Chile Chile PROPN NNP 2 nsubj
       arrests arrest VERB VBZ 0 root
       nine nine NUM CD 2 obj
       over over ADP IN 6 case
       Peru Peru PROPN NNP 6 compound
       killings killing NOUN NNS 2 obl`)[0],
    ).toBe("COERCE arrest | Chile > – | ? | arrests");
  });
});

describe("weapons", () => {
  it("act for whose they are", () => {
    expect(
      code(`
       Chile Chile PROPN NNP 2 compound
       missiles missile NOUN NNS 3 nsubj
       struck strike VERB VBD 0 root
       Peru Peru PROPN NNP 3 obj`),
    ).toEqual([expect.stringMatching(/^ASSAULT.* \| Chile > Peru/)]);
  });
});
