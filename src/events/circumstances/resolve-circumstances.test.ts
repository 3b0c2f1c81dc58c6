import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTable, type Table } from "../../assets/index.js";
import { type Parsed, parseSketch } from "../../language/index.js";
import type { EventType, Report } from "../../reading/index.js";
import type { EventCandidate, Layers } from "../event-layer.js";
import { createCircumstanceKnowledge, resolveCircumstances } from "./index.js";

const folder = new URL("../../../data/events/", import.meta.url);

function loadTable(file: string): readonly [string, Table] {
  const name = `events/${file.replace(".tsv", "")}`;
  return [name, parseTable(name, readFileSync(new URL(file, folder), "utf8"))];
}

const knowledge = createCircumstanceKnowledge(new Map(readdirSync(folder).sort().map(loadTable)));

interface Scene {
  readonly sketch: string;
  readonly trigger: string;
  readonly type?: EventType;
  readonly clause?: string;
  readonly promised?: string;
  readonly modes?: readonly string[];
  /** Word and ISO value of the times in the sketch. */
  readonly times?: readonly (readonly [string, string])[];
  readonly places?: readonly string[];
  readonly published?: string | null;
}

function tokenOf(parsed: Parsed, word: string | undefined): number {
  return word === undefined ? -1 : parsed.form.indexOf(word);
}

function layersOf(parsed: Parsed, scene: Scene): Layers {
  const published = scene.published === undefined ? "2020-06-10" : scene.published;
  const report: Report = {
    id: "r",
    title: null,
    publisher: null,
    url: null,
    published,
    language: "en",
    text: parsed.text,
  };
  const at = (word: string) => {
    const head = tokenOf(parsed, word);
    return { first: head, last: head, head, start: parsed.start[head]!, end: parsed.end[head]! };
  };
  const times = (scene.times ?? []).map(([word, value], i) => ({
    ...at(word),
    id: `t${i + 1}`,
    value,
    grain: "day" as const,
  }));
  const places = (scene.places ?? []).map((word, i) => ({ ...at(word), id: `p${i + 1}` }));
  return {
    report,
    textHash: "",
    parsed,
    entities: { entities: [], mentions: [], mentionAt: new Int32Array(parsed.length).fill(-1), notes: [] },
    places: {
      places: [],
      mentions: places.map(({ id, first, last, head, start, end }) => ({
        place: id,
        first,
        last,
        head,
        span: { start, end },
      })),
      notes: [],
    },
    times: {
      times: times.map(({ id, start, end, value, grain }) => ({ id, start, end, value, grain })),
      mentions: times.map(({ id, first, last, head }) => ({ time: id, first, last, head })),
      notes: [],
    },
    statements: { statements: [], anchors: [], notes: [] },
  };
}

function resolve(scene: Scene) {
  const parsed = parseSketch(scene.sketch);
  const trigger = tokenOf(parsed, scene.trigger);
  const candidate: EventCandidate = {
    trigger,
    first: trigger,
    last: trigger,
    clause: scene.clause === undefined ? trigger : tokenOf(parsed, scene.clause),
    type: scene.type ?? "ASSAULT",
    modes: scene.modes ?? [],
    actors: [],
    recipients: [],
    status: null,
    statusToken: -1,
    about: -1,
    promised: tokenOf(parsed, scene.promised),
    rule: "test",
    confidence: 1,
    opinion: "",
    weighed: [],
  };
  const found = resolveCircumstances(candidate, layersOf(parsed, scene), knowledge);
  const words = (span: { start: number; end: number } | null) => span && parsed.text.slice(span.start, span.end);
  return { ...found, words };
}

const ATTACKED = "Peru Peru PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nChile Chile PROPN NNP 2 obj";

test("an old date makes it history", () => {
  const found = resolve({
    sketch: `${ATTACKED}\nin in ADP IN 5 case\n1879 1879 NUM CD 2 obl`,
    trigger: "attacked",
    times: [["1879", "1879"]],
  });
  expect([found.status, found.words(found.statusSpan), found.date]).toEqual(["historical", "1879", "1879"]);
});

describe("date and due", () => {
  const onMonday = `${ATTACKED}\non on ADP IN 5 case\nMonday Monday PROPN NNP 2 obl`;
  const pledge = `Peru Peru PROPN NNP 2 nsubj
    pledged pledge VERB VBD 0 root
    aid aid NOUN NN 2 obj
    on on ADP IN 5 case
    Monday Monday PROPN NNP 2 obl
    by by ADP IN 7 case
    July July PROPN NNP 3 nmod`;
  test.each<[string, Scene, string | null, string | null]>([
    [
      "a day on the verb",
      { sketch: onMonday, trigger: "attacked", times: [["Monday", "2020-06-08"]] },
      "2020-06-08",
      null,
    ],
    ["none told: the report's day", { sketch: ATTACKED, trigger: "attacked" }, "2020-06-10", null],
    ["none told, none known", { sketch: ATTACKED, trigger: "attacked", published: null }, null, null],
    [
      "the promise and the day promised",
      {
        sketch: pledge,
        trigger: "pledged",
        promised: "aid",
        type: "AGREE",
        times: [
          ["Monday", "2020-06-08"],
          ["July", "2020-07"],
        ],
      },
      "2020-06-08",
      "2020-07",
    ],
    [
      "a promise without a publication date",
      {
        sketch: pledge,
        trigger: "pledged",
        promised: "aid",
        type: "AGREE",
        published: null,
        times: [
          ["Monday", "2020-06-08"],
          ["July", "2020-07"],
        ],
      },
      "2020-06-08",
      "2020-07",
    ],
    [
      "an act to come has a due day only",
      {
        sketch: `Peru Peru PROPN NNP 3 nsubj
          will will AUX MD 3 aux
          attack attack VERB VB 0 root
          on on ADP IN 5 case
          Friday Friday PROPN NNP 3 obl`,
        trigger: "attack",
        times: [["Friday", "2020-06-12"]],
      },
      null,
      "2020-06-12",
    ],
    [
      "an act named in passing has no day",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          apologised apologise VERB VBD 0 root
          for for ADP IN 5 case
          the the DET DT 5 det
          attack attack NOUN NN 2 obl
          on on ADP IN 7 case
          Monday Monday PROPN NNP 2 obl`,
        trigger: "attack",
        times: [["Monday", "2020-06-08"]],
      },
      null,
      null,
    ],
    [
      "a day that a parser hangs on a participant",
      {
        sketch: `They they PRON PRP 2 nsubj
          met meet VERB VBD 0 root
          envoys envoy NOUN NNS 2 obj
          on on ADP IN 5 case
          Monday Monday PROPN NNP 3 nmod`,
        trigger: "met",
        type: "CONSULT",
        times: [["Monday", "2020-06-08"]],
      },
      "2020-06-08",
      null,
    ],
    [
      "a headline's day, taken for part of a name",
      {
        sketch: `Envoys envoy NOUN NNS 3 nsubj
          to to PART TO 3 mark
          meet meet VERB VB 0 root
          in in ADP IN 5 case
          Cusco Cusco PROPN NNP 3 obl
          Saturday Saturday PROPN NNP 5 flat`,
        trigger: "meet",
        type: "AGREE",
        times: [["Saturday", "2020-06-13"]],
      },
      "2020-06-10",
      "2020-06-13",
    ],
    [
      "what goes on since a day has none",
      {
        sketch: `He he PRON PRP 4 nsubj:pass
          has have AUX VBZ 4 aux
          been be AUX VBN 4 aux:pass
          held hold VERB VBN 0 root
          since since ADP IN 6 case
          Monday Monday PROPN NNP 4 obl`,
        trigger: "held",
        type: "COERCE",
        times: [["Monday", "2020-06-08"]],
      },
      null,
      null,
    ],
    [
      "the meeting that is the occasion of another act",
      {
        sketch: `She she PRON PRP 2 nsubj
          asked ask VERB VBD 0 root
          on on ADP IN 4 case
          Monday Monday PROPN NNP 2 obl
          in in ADP IN 7 case
          a a DET DT 7 det
          meeting meeting NOUN NN 2 obl`,
        trigger: "meeting",
        type: "CONSULT",
        times: [["Monday", "2020-06-08"]],
      },
      "2020-06-08",
      null,
    ],
    [
      "a time that cannot be told leaves no room for the report's day",
      { sketch: onMonday, trigger: "attacked", times: [["Monday", "XXXX-06-08"]] },
      null,
      null,
    ],
    [
      "a denied act has the day of the denial",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          denied deny VERB VBD 0 root
          shelling shell VERB VBG 2 xcomp
          Cusco Cusco PROPN NNP 3 obj
          in in ADP IN 6 case
          May May PROPN NNP 3 obl`,
        trigger: "shelling",
        times: [["May", "2020-05"]],
      },
      "2020-06-10",
      null,
    ],
    [
      "a verb told only as what had come before",
      {
        sketch: "He he PRON PRP 3 nsubj\nhad have AUX VBD 3 aux\nattacked attack VERB VBN 0 root",
        trigger: "attacked",
      },
      null,
      null,
    ],
  ])("%s", (_, scene, date, due) => {
    const found = resolve(scene);
    expect([found.date, found.due]).toEqual([date, due]);
  });

  test("names the time that it took the day from", () => {
    const found = resolve({ sketch: onMonday, trigger: "attacked", times: [["Monday", "2020-06-08"]] });
    expect([found.dateRef?.id, found.words(found.dateRef?.span ?? null)]).toEqual(["t1", "Monday"]);
  });
});

describe("scores and codes", () => {
  test.each<[string, Scene, [number, number, string, number]]>([
    ["a type's own score", { sketch: ATTACKED, trigger: "attacked" }, [4, -9, "190", -10]],
    [
      "the first mode's score",
      { sketch: ATTACKED, trigger: "attacked", modes: ["beat", "primitive"] },
      [4, -7.5, "182", -9.5],
    ],
  ])("%s", (_, scene, expected) => {
    const { quad, score, cameo, goldstein } = resolve(scene);
    expect([quad, score, cameo, goldstein]).toEqual(expected);
  });
});

test("evidence is the clause without outer punctuation", () => {
  const found = resolve({
    sketch: `“ “ PUNCT \`\` 3 punct
      Peru Peru PROPN NNP 3 nsubj
      attacked attack VERB VBD 0 root
      Chile Chile PROPN NNP 3 obj
      . . PUNCT . 3 punct`,
    trigger: "attacked",
  });
  expect(found.words(found.evidence)).toBe("Peru attacked Chile");
});

test("any tree has an answer, and every span lies in the text", () => {
  const relations = [
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "advcl",
    "xcomp",
    "ccomp",
    "conj",
    "acl",
    "mark",
    "aux",
    "case",
    "nummod",
  ];
  const words = [
    "would",
    "not",
    "deny",
    "14",
    "dozens",
    "$",
    "killed",
    "to",
    "in",
    "Quito",
    "Monday",
    "if",
    "of",
    "🙂",
  ];
  const row = fc.record({
    word: fc.constantFrom(...words),
    upos: fc.constantFrom("VERB", "NOUN", "PROPN", "NUM", "ADP", "AUX", "SCONJ"),
    xpos: fc.constantFrom("VBD", "VB", "NN", "CD", "IN"),
    head: fc.nat(),
    deprel: fc.constantFrom(...relations),
  });
  const type = fc.constantFrom<EventType>("ASSAULT", "AGREE", "CONSULT", "PROTEST", "THREATEN");
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), type, fc.nat(), (rows, eventType, pick) => {
      // Each word hangs on an earlier one, so that the sketch is a tree.
      const lines = rows.map(({ word, upos, xpos, head, deprel }, i) =>
        i === 0
          ? `${word} ${word} ${upos} ${xpos} 0 root`
          : `${word} ${word} ${upos} ${xpos} ${(head % i) + 1} ${deprel}`,
      );
      const trigger = rows[pick % rows.length]!.word;
      const scene: Scene = { sketch: lines.join("\n"), trigger, type: eventType };
      const named = (word: string) => rows.some((one) => one.word === word);
      const found = resolve({
        ...scene,
        times: named("Monday") ? [["Monday", "2020-06-08"]] : [],
        places: named("Quito") ? ["Quito"] : [],
      });
      const spans = [
        found.evidence,
        found.statusSpan,
        found.dateRef?.span,
        found.dueRef?.span,
        ...found.quantities.map(({ span }) => span),
      ];
      return spans.every((span) => span === null || span === undefined || found.words(span) !== "");
    }),
  );
});
