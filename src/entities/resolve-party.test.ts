/** Tests of the party that a noun phrase stands for. */
import { describe, expect, it } from "vitest";
import { loadNames, reportOf } from "../../test/name-tables.js";
import { parseSketch } from "../language/index.js";
import { findEntities, resolveParty } from "./index.js";

const names = loadNames();

/** Names of the entities behind the phrase whose head is this word. */
function partyOf(word: string, sketch: string): string[] {
  const parsed = parseSketch(sketch);
  const layer = findEntities(parsed, reportOf(parsed.text), names);
  const party = resolveParty(parsed, layer, parsed.form.indexOf(word));
  return party.entities.map((id) => layer.entities.find((entity) => entity.id === id)!.name);
}

describe("resolveParty", () => {
  it("gives both of two that are joined", () => {
    const sketch = `
      Russia Russia PROPN NNP 4 nsubj
      and and CCONJ CC 3 cc
      China China PROPN NNP 1 conj
      agreed agree VERB VBD 0 root`;
    expect(partyOf("Russia", sketch)).toEqual(["Russia", "China"]);
  });

  it("gives the owner of a noun that is no actor", () => {
    const sketch = `
      the the DET DT 3 det
      Turkish turkish ADJ JJ 3 amod
      decision decision NOUN NN 4 nsubj
      surprised surprise VERB VBD 0 root`;
    expect(partyOf("decision", sketch)).toEqual(["Turkey"]);
  });

  it("gives a group that is an entity of its own", () => {
    const sketch = `
      Turkish turkish ADJ JJ 2 amod
      troops troops NOUN NNS 3 nsubj
      left leave VERB VBD 0 root`;
    expect(partyOf("troops", sketch)).toEqual(["Turkish troops"]);
  });

  it("gives all sides of talks between several", () => {
    const sketch = `
      talks talk NOUN NNS 0 root
      between between ADP IN 3 case
      Iran Iran PROPN NNP 1 nmod
      and and CCONJ CC 5 cc
      Iraq Iraq PROPN NNP 3 conj`;
    expect(partyOf("talks", sketch)).toEqual(["Iran", "Iraq"]);
  });

  it("does not take the place for the actor", () => {
    const sketch = `
      war war NOUN NN 0 root
      in in ADP IN 3 case
      Chad Chad PROPN NNP 1 nmod`;
    expect(partyOf("war", sketch)).toEqual([]);
  });
});
