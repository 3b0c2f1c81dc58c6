import { describe, expect, it } from "vitest";
import { type Parsed, parseSketch } from "../language/index.js";
import { findObject, findSubject, isPassive } from "./find-subject.js";

const at = (parsed: Parsed, form: string) => parsed.form.indexOf(form);
const word = (parsed: Parsed, token: number) => parsed.form[token] ?? null;

const control = parseSketch(`
  Norway Norway PROPN NNP 2 nsubj
  urged urge VERB VBD 0 root
  Chad Chad PROPN NNP 2 obj
  to to PART TO 5 mark
  free free VERB VB 2 xcomp
  them they PRON PRP 5 obj
`);

const passive = parseSketch(`
  The the DET DT 2 det
  envoy envoy NOUN NN 4 nsubj:pass
  was be AUX VBD 4 aux:pass
  expelled expel VERB VBN 0 root
  by by ADP IN 6 case
  Peru Peru PROPN NNP 4 obl:agent
`);

const joined = parseSketch(`
  Kenya Kenya PROPN NNP 2 nsubj
  met meet VERB VBD 0 root
  Ghana Ghana PROPN NNP 2 obj
  and and CCONJ CC 5 cc
  praised praise VERB VBD 2 conj
  Togo Togo PROPN NNP 5 obj
`);

const relative = parseSketch(`
  Troops troop NOUN NNS 6 nsubj
  who who PRON WP 3 nsubj
  shelled shell VERB VBD 1 acl:relcl
  villages village NOUN NNS 3 obj
  have have AUX VBP 6 aux
  left leave VERB VBN 0 root
`);

const reduced = parseSketch(`
  Ships ship NOUN NNS 6 nsubj
  seized seize VERB VBN 1 acl
  by by ADP IN 4 case
  Yemen Yemen PROPN NNP 2 obl:agent
  were be AUX VBD 6 aux
  drifting drift VERB VBG 0 root
`);

describe("findSubject and findObject", () => {
  it.each([
    ["object control", control, "free", "Chad", "them"],
    ["a passive's agent", passive, "expelled", "Peru", "envoy"],
    ["a joined verb", joined, "praised", "Kenya", "Togo"],
    ["a relative clause", relative, "shelled", "Troops", "villages"],
    ["a participle", reduced, "seized", "Yemen", "Ships"],
  ])("find both sides of %s", (_, parsed, verb, subject, object) => {
    expect(word(parsed, findSubject(parsed, at(parsed, verb)))).toBe(subject);
    expect(word(parsed, findObject(parsed, at(parsed, verb)))).toBe(object);
  });

  it("tell active from passive", () => {
    expect(isPassive(passive, at(passive, "expelled"))).toBe(true);
    expect(isPassive(relative, at(relative, "left"))).toBe(false);
  });
});
