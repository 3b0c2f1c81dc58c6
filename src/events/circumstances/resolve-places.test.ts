import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTable } from "../../assets/index.js";
import { parseSketch } from "../../language/index.js";
import type { EventType } from "../../reading/index.js";
import type { EventCandidate } from "../event-layer.js";
import { createPlaceParts, createPlacePrepositions, findScene } from "./resolve-places.js";
import { createStatusCues } from "./status-cues.js";

const tables = new Map(
  ["events/place-parts", "events/place-prepositions", "events/status-cues"].map((name) => {
    const path = new URL(`../../../data/${name}.tsv`, import.meta.url);
    return [name, parseTable(name, readFileSync(path, "utf8"))] as const;
  }),
);
const words = {
  prepositions: createPlacePrepositions({ tables }),
  placeParts: createPlaceParts({ tables }),
  cues: createStatusCues({ tables }),
};

interface Scene {
  readonly sketch: string;
  readonly trigger: string;
  readonly type?: EventType;
  /** Words that are places, p1 the first. */
  readonly places: readonly string[];
}

function sceneOf({ sketch, trigger, type, places }: Scene): string[] {
  const parsed = parseSketch(sketch);
  const token = parsed.form.indexOf(trigger);
  const candidate = { trigger: token, clause: token, promised: -1, type: type ?? "ASSAULT" } as EventCandidate;
  const mentions = places.map((word, i) => {
    const head = parsed.form.indexOf(word);
    const span = { start: parsed.start[head]!, end: parsed.end[head]! };
    return { place: `p${i + 1}`, first: head, last: head, head, span };
  });
  return findScene(candidate, parsed, { places: [], mentions, notes: [] }, words).map(({ place }) => place);
}

describe("places", () => {
  test.each<[string, Scene, string[]]>([
    [
      "on the trigger's own noun",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          condemned condemn VERB VBD 0 root
          the the DET DT 4 det
          attack attack NOUN NN 2 obj
          in in ADP IN 6 case
          Quito Quito PROPN NNP 4 nmod`,
        trigger: "attack",
        places: ["Quito"],
      },
      ["p1"],
    ],
    [
      "on the clause, the narrower first",
      {
        sketch: `They they PRON PRP 2 nsubj
          met meet VERB VBD 0 root
          in in ADP IN 4 case
          Cusco Cusco PROPN NNP 2 obl
          in in ADP IN 7 case
          southern southern ADJ JJ 7 amod
          Peru Peru PROPN NNP 4 nmod`,
        trigger: "met",
        type: "CONSULT",
        places: ["Cusco", "Peru"],
      },
      ["p1", "p2"],
    ],
    [
      "not the place that others come from",
      {
        sketch: `They they PRON PRP 2 nsubj
          met meet VERB VBD 0 root
          ministers minister NOUN NNS 2 obj
          from from ADP IN 5 case
          Peru Peru PROPN NNP 3 nmod`,
        trigger: "met",
        type: "CONSULT",
        places: ["Peru"],
      },
      [],
    ],
    [
      "the object of a visit",
      {
        sketch: "She she PRON PRP 2 nsubj\nvisited visit VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj",
        trigger: "visited",
        type: "CONSULT",
        places: ["Peru"],
      },
      ["p1"],
    ],
    [
      "not what an accusation is about",
      {
        sketch: "She she PRON PRP 2 nsubj\nblamed blame VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj",
        trigger: "blamed",
        type: "ACCUSE",
        places: ["Peru"],
      },
      [],
    ],
    [
      "where whom it befell stands",
      {
        sketch: `They they PRON PRP 2 nsubj
          bombed bomb VERB VBD 0 root
          rebels rebel NOUN NNS 2 obj
          near near ADP IN 5 case
          Cusco Cusco PROPN NNP 3 nmod`,
        trigger: "bombed",
        places: ["Cusco"],
      },
      ["p1"],
    ],
    [
      "what an operation is for",
      {
        sketch: `operation operation NOUN NN 4 nsubj
          to to PART TO 3 mark
          retake retake VERB VB 1 acl
          began begin VERB VBD 0 root
          Cusco Cusco PROPN NNP 3 obj`,
        trigger: "operation",
        places: ["Cusco"],
      },
      ["p1"],
    ],
    [
      "the place whose where-clause tells it",
      {
        sketch: `Cusco Cusco PROPN NNP 0 root
          where where ADV WRB 4 advmod
          rebels rebel NOUN NNS 4 nsubj
          shelled shell VERB VBD 1 acl:relcl
          schools school NOUN NNS 4 obj`,
        trigger: "shelled",
        places: ["Cusco"],
      },
      ["p1"],
    ],
    [
      "a name on which a parser left the place",
      {
        sketch: `They they PRON PRP 2 nsubj
          met meet VERB VBD 0 root
          Ana Ana PROPN NNP 2 obj
          in in ADP IN 5 case
          Cusco Cusco PROPN NNP 3 nmod`,
        trigger: "met",
        type: "CONSULT",
        places: ["Cusco"],
      },
      ["p1"],
    ],
    [
      "a name on which a parser left the place, itself hung on a noun",
      {
        sketch: `They they PRON PRP 2 nsubj
          met meet VERB VBD 0 root
          envoy envoy NOUN NN 2 obj
          Ana Ana PROPN NNP 3 appos
          in in ADP IN 6 case
          Cusco Cusco PROPN NNP 4 nmod`,
        trigger: "met",
        type: "CONSULT",
        places: ["Cusco"],
      },
      ["p1"],
    ],
    [
      "no refusal has a scene",
      {
        sketch: `They they PRON PRP 2 nsubj
          declined decline VERB VBD 0 root
          talks talk NOUN NNS 2 obj
          in in ADP IN 5 case
          Cusco Cusco PROPN NNP 2 obl`,
        trigger: "declined",
        type: "REJECT",
        places: ["Cusco"],
      },
      [],
    ],
    [
      "the noun that a verb only carries",
      {
        sketch: `They they PRON PRP 2 nsubj
          held hold VERB VBD 0 root
          talks talk NOUN NNS 2 obj
          in in ADP IN 5 case
          Cusco Cusco PROPN NNP 3 nmod`,
        trigger: "held",
        type: "CONSULT",
        places: ["Cusco"],
      },
      ["p1"],
    ],
  ])("%s", (_, scene, places) => {
    expect(sceneOf(scene)).toEqual(places);
  });
});
