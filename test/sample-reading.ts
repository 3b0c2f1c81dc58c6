/** For tests: a small reading made by hand of an invented encounter, its spans found by their words. */
import type { Entity, Event, Reading, Span, Statement } from "../src/reading/index.js";

const TEXT = `Norwegian Foreign Minister Kari Solvang met her Egyptian counterpart Hany Fathi in Aswan on Tuesday. Both sides agreed to reopen the shipping office. Norway again criticized the detention of two engineers, the Norwegian ministry said, according to the agency Nordlys. “We hold no sailor without cause,” Fathi told reporters. Egypt refuses to free them. Norway may recall its envoy. Egypt calls the arrests “harbour hygiene”.`;

/** The span of the nth occurrence of the words. */
export function spanOf(words: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the sample: ${words}`);
  return { start, end: start + words.length };
}

function makeEntity(id: string, name: string, kind: Entity["kind"], country: string | null, title?: string): Entity {
  const role = title ? { title, of: country } : null;
  return { id, name, kind, country, sectors: ["GOV"], role, partOf: null, mentions: [] };
}

function makeStatement(id: string, speakers: string[], content: Span, rest: Partial<Statement>): Statement {
  const bare = { source: null, cue: null, form: "indirect", act: "says", addressees: [], within: null } as const;
  return { id, key: id, speakers, content: [content], ...bare, confidence: 0.9, ...rest };
}

function makeEvent(id: string, type: Event["type"], quad: Event["quad"], trigger: Span, rest: Partial<Event>): Event {
  const codes = { type, modes: [], contexts: [], quad, score: 0, cameo: null, goldstein: null } as const;
  const sides = { actors: [], recipients: [], places: [], quantities: [], roles: [] } as const;
  const when = { status: "actual", date: "2031-05-06", due: null } as const;
  const evidence = { start: TEXT.lastIndexOf(". ", trigger.start) + 1, end: TEXT.indexOf(".", trigger.end) };
  const why = { evidence, statement: null, confidence: 0.9, rule: "test" };
  return { id, key: id, ...codes, ...sides, ...when, trigger, ...why, ...rest };
}

export const SAMPLE: Reading = {
  schema: "chancery/reading@1",
  engine: "chancery 0.0.0+00000000",
  report: {
    id: "sample",
    title: "Two ministers meet at the dam",
    publisher: "Harbour Wire",
    url: null,
    published: "2031-05-06",
    language: "en",
    text: TEXT,
  },
  entities: [
    makeEntity("e1", "Norway", "state", "NOR"),
    makeEntity("e2", "Kari Solvang", "person", "NOR", "Foreign Minister"),
    makeEntity("e3", "Egypt", "state", "EGY"),
    makeEntity("e4", "Hany Fathi", "person", "EGY", "Foreign Minister"),
    makeEntity("e5", "Norwegian ministry", "government", "NOR"),
    { ...makeEntity("e6", "Nordlys", "media", "NOR"), sectors: ["JRN"] },
    { ...makeEntity("e7", "reporters", "group", null), sectors: ["JRN"] },
  ],
  places: [
    {
      id: "p1",
      name: "Aswan",
      country: "EGY",
      admin1: "Aswan",
      latitude: 24.09082,
      longitude: 32.89942,
      precision: "city",
      geonames: 359792,
      mentions: [spanOf("Aswan")],
    },
  ],
  times: [{ id: "t1", ...spanOf("Tuesday"), value: "2031-05-06", grain: "day" }],
  statements: [
    makeStatement(
      "s1",
      ["e6"],
      spanOf("Norway again criticized the detention of two engineers, the Norwegian ministry said"),
      {},
    ),
    makeStatement("s2", ["e5"], spanOf("Norway again criticized the detention of two engineers"), {
      within: "s1",
      cue: spanOf("said"),
    }),
    makeStatement("s3", ["e4"], spanOf("We hold no sailor without cause,"), {
      form: "direct",
      act: "denies",
      addressees: ["e7"],
    }),
  ],
  events: [
    makeEvent("v1", "CONSULT", 1, spanOf("met"), {
      modes: ["visit"],
      cameo: "042",
      actors: ["e2"],
      recipients: ["e4"],
      places: ["p1"],
    }),
    makeEvent("v2", "AGREE", 1, spanOf("agreed"), { actors: ["e1", "e3"], cameo: "057" }),
    makeEvent("v3", "ACCUSE", 3, spanOf("criticized"), {
      modes: ["disapprove"],
      actors: ["e1"],
      recipients: ["e3"],
      statement: "s2",
    }),
    makeEvent("v4", "REJECT", 3, spanOf("refuses"), {
      modes: ["yield"],
      actors: ["e3"],
      recipients: ["e1"],
      confidence: 0.3,
    }),
    makeEvent("v5", "SANCTION", 4, spanOf("recall"), {
      modes: ["withdraw"],
      actors: ["e1"],
      status: "hypothetical",
      date: null,
    }),
  ],
  terms: [
    {
      id: "n1",
      key: "n1",
      label: spanOf("harbour hygiene"),
      users: ["e3"],
      referent: spanOf("the arrests"),
      statement: null,
    },
  ],
  notes: [{ code: "actor-unresolved", message: "Nobody is named behind these words.", span: spanOf("Both sides") }],
};
