/** Settles what is an object and what an addressee: a lone addressee is the object, and of two objects a leading name is addressed. */
import type { Sentence } from "../../language/index.js";
import { attach, type Draft } from "./draft.js";

/** "warns Iran of consequences": Iran is the object; "giving Turkey intelligence": Turkey is the addressee. */
export function settleObjects(draft: Draft, sentence: Sentence): void {
  const objects = new Map<number, number[]>();
  for (let token = sentence.first; token <= sentence.last; token++) {
    if (draft.deprel[token] !== "obj" && draft.deprel[token] !== "iobj") continue;
    const head = draft.head[token]!;
    objects.set(head, [...(objects.get(head) ?? []), token]);
  }
  for (const [head, [first, second]] of objects) {
    if (first === undefined || first < head) continue;
    if (second === undefined) attach(draft, first, head, "obj");
    else if (draft.upos[first] === "PROPN" && draft.upos[second] === "NOUN") attach(draft, first, head, "iobj");
  }
}
