import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTable } from "../../assets/index.js";
import { parseSketch, spanOf } from "../../language/index.js";
import type { EventType } from "../../reading/index.js";
import type { EventCandidate } from "../event-layer.js";
import { findStatus } from "./resolve-status.js";
import { createStatusCues } from "./status-cues.js";

const path = new URL("../../../data/events/status-cues.tsv", import.meta.url);
const table = parseTable("events/status-cues", readFileSync(path, "utf8"));
const cues = createStatusCues({ tables: new Map([[table.name, table]]) });

interface Scene {
  readonly sketch: string;
  readonly trigger: string;
  readonly type?: EventType;
  readonly clause?: string;
}

/** Status and the words that decide it. */
function resolve(scene: Scene): { status: string; words: string | null } {
  const parsed = parseSketch(scene.sketch);
  const trigger = parsed.form.indexOf(scene.trigger);
  const clause = scene.clause === undefined ? trigger : parsed.form.indexOf(scene.clause);
  const candidate = { trigger, clause, type: scene.type ?? "ASSAULT", status: null } as EventCandidate;
  const found = findStatus(candidate, parsed, cues);
  if (found === null) return { status: "undecided", words: null };
  const span = spanOf(parsed, found.token);
  return { status: found.status, words: parsed.text.slice(span.start, span.end) };
}

const ATTACKED = "Peru Peru PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nChile Chile PROPN NNP 2 obj";

describe("status", () => {
  test.each<[string, string, Scene, string | null]>([
    ["a plain past is undecided", "undecided", { sketch: ATTACKED, trigger: "attacked" }, null],
    [
      "a negated verb",
      "negated",
      {
        sketch: `Peru Peru PROPN NNP 4 nsubj
          did do AUX VBD 4 aux
          not not PART RB 4 advmod
          attack attack VERB VB 0 root
          Chile Chile PROPN NNP 4 obj`,
        trigger: "attack",
      },
      "not",
    ],
    [
      "nobody does it",
      "negated",
      {
        sketch: "Nobody nobody PRON NN 2 nsubj\nattacked attack VERB VBD 0 root\nChile Chile PROPN NNP 2 obj",
        trigger: "attacked",
      },
      "Nobody",
    ],
    [
      "a denied gerund",
      "negated",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          denied deny VERB VBD 0 root
          arming arm VERB VBG 2 xcomp
          rebels rebel NOUN NNS 3 obj`,
        trigger: "arming",
        type: "AID",
      },
      "denied",
    ],
    [
      "a noun with no",
      "negated",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          held hold VERB VBD 0 root
          no no DET DT 4 det
          talks talk NOUN NNS 2 obj`,
        trigger: "talks",
        clause: "held",
        type: "CONSULT",
      },
      "no",
    ],
    [
      "what there are no plans for",
      "negated",
      {
        sketch: `No no DET DT 2 det
          plans plan NOUN NNS 0 root
          to to PART TO 4 mark
          expel expel VERB VB 2 acl
          envoy envoy NOUN NN 4 obj`,
        trigger: "expel",
        type: "SANCTION",
      },
      "No",
    ],
    [
      "may",
      "hypothetical",
      { sketch: "Peru Peru PROPN NNP 3 nsubj\nmay may AUX MD 3 aux\nattack attack VERB VB 0 root", trigger: "attack" },
      "may",
    ],
    [
      "an if-clause",
      "hypothetical",
      {
        sketch: `If if SCONJ IN 3 mark
          Peru Peru PROPN NNP 3 nsubj
          attacks attack VERB VBZ 6 advcl
          Chile Chile PROPN NNP 6 nsubj
          will will AUX MD 6 aux
          respond respond VERB VB 0 root`,
        trigger: "attacks",
      },
      "If",
    ],
    [
      "what is threatened",
      "hypothetical",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          threatened threaten VERB VBD 0 root
          to to PART TO 4 mark
          attack attack VERB VB 2 xcomp`,
        trigger: "attack",
      },
      "threatened",
    ],
    [
      "what is called for",
      "hypothetical",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          called call VERB VBD 0 root
          for for ADP IN 4 case
          talks talk NOUN NNS 2 obl`,
        trigger: "talks",
        type: "CONSULT",
      },
      "called",
    ],
    [
      "will",
      "future",
      {
        sketch: "Peru Peru PROPN NNP 3 nsubj\nwill will AUX MD 3 aux\nattack attack VERB VB 0 root",
        trigger: "attack",
      },
      "will",
    ],
    [
      "a headline's infinitive",
      "future",
      {
        sketch:
          "Peru Peru PROPN NNP 3 nsubj\nto to PART TO 3 mark\nwithdraw withdraw VERB VB 0 root\ntroops troops NOUN NNS 3 obj",
        trigger: "withdraw",
        type: "RETREAT",
      },
      "to",
    ],
    [
      "would, told of the past, is a future",
      "future",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          said say VERB VBD 0 root
          it it PRON PRP 5 nsubj
          would would AUX MD 5 aux
          withdraw withdraw VERB VB 2 ccomp`,
        trigger: "withdraw",
        type: "RETREAT",
      },
      "would",
    ],
    [
      "the noun of a verb that carries it",
      "hypothetical",
      {
        sketch: `Peru Peru PROPN NNP 3 nsubj
          could could AUX MD 3 aux
          begin begin VERB VB 0 root
          withdrawal withdrawal NOUN NN 3 obj`,
        trigger: "withdrawal",
        clause: "begin",
        type: "RETREAT",
      },
      "could",
    ],
    [
      "an act named in passing keeps to itself",
      "undecided",
      {
        sketch: `Peru Peru PROPN NNP 4 nsubj
          did do AUX VBD 4 aux
          not not PART RB 4 advmod
          apologise apologise VERB VB 0 root
          for for ADP IN 7 case
          the the DET DT 7 det
          attack attack NOUN NN 4 obl`,
        trigger: "attack",
      },
      null,
    ],
    [
      "not only negates nothing",
      "undecided",
      {
        sketch: `Peru Peru PROPN NNP 4 nsubj
          not not PART RB 4 advmod
          only only ADV RB 4 advmod
          attacked attack VERB VBD 0 root
          Chile Chile PROPN NNP 4 obj`,
        trigger: "attacked",
      },
      null,
    ],
    [
      "agreeing to what lies ahead has taken place",
      "undecided",
      {
        sketch:
          "Peru Peru PROPN NNP 3 nsubj\nto to PART TO 3 mark\nvisit visit VERB VB 0 root\nChile Chile PROPN NNP 3 obj",
        trigger: "visit",
        type: "AGREE",
      },
      null,
    ],
    [
      "a finite clause is told, not planned",
      "undecided",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          announced announce VERB VBD 0 root
          it it PRON PRP 4 nsubj
          attacked attack VERB VBD 2 ccomp`,
        trigger: "attacked",
      },
      null,
    ],
    [
      "what is hoped, though finite, is open",
      "hypothetical",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          hopes hope VERB VBZ 0 root
          they they PRON PRP 4 nsubj
          meet meet VERB VBP 2 ccomp`,
        trigger: "meet",
        type: "CONSULT",
      },
      "hopes",
    ],
    [
      "a headline's infinitive hung on the noun",
      "future",
      {
        sketch:
          "Peru Peru PROPN NNP 0 root\nto to PART TO 3 mark\ndeport deport VERB VB 1 acl\nmigrants migrant NOUN NNS 3 obj",
        trigger: "deport",
        type: "COERCE",
      },
      "to",
    ],
    [
      "an attempted assault is one",
      "undecided",
      {
        sketch: `Rebels rebel NOUN NNS 2 nsubj
          tried try VERB VBD 0 root
          to to PART TO 4 mark
          storm storm VERB VB 2 xcomp
          it it PRON PRP 4 obj`,
        trigger: "storm",
      },
      null,
    ],
    [
      "what came before a past act is past",
      "undecided",
      {
        sketch: `They they PRON PRP 2 nsubj
          spoke speak VERB VBD 0 root
          before before ADP IN 5 case
          the the DET DT 5 det
          raid raid NOUN NN 2 obl`,
        trigger: "raid",
      },
      null,
    ],
    [
      "what comes before an act to come",
      "future",
      {
        sketch: `Peru Peru PROPN NNP 2 nsubj
          deploys deploy VERB VBZ 0 root
          ships ship NOUN NNS 2 obj
          before before ADP IN 5 case
          launch launch NOUN NN 2 obl`,
        trigger: "launch",
        type: "MOBILIZE",
      },
      "before",
    ],
    [
      "a second verb with a tense of its own shares no would",
      "undecided",
      {
        sketch: `It it PRON PRP 3 nsubj
          would would AUX MD 3 aux
          rebound rebound VERB VB 0 root
          and and CCONJ CC 5 cc
          praised praise VERB VBD 3 conj`,
        trigger: "praised",
        type: "SUPPORT",
      },
      null,
    ],
    [
      "will continue tells of what goes on",
      "undecided",
      {
        sketch: `Peru Peru PROPN NNP 3 nsubj
          will will AUX MD 3 aux
          continue continue VERB VB 0 root
          to to PART TO 5 mark
          back back VERB VB 3 xcomp`,
        trigger: "back",
        type: "SUPPORT",
      },
      null,
    ],
    [
      "to ready sanctions is to have them ahead",
      "future",
      {
        sketch: "Peru Peru PROPN NNP 2 nsubj\nreadies ready VERB VBZ 0 root\nsanctions sanction NOUN NNS 2 obj",
        trigger: "readies",
        type: "SANCTION",
      },
      "readies",
    ],
  ])("%s", (_, status, scene, span) => {
    expect(resolve(scene)).toEqual({ status, words: span });
  });
});
