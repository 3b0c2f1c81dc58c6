/** Finds quoted labels that a verb gives to somebody: "the “operation”, as Russia calls it", "welcomed him as an “old friend”". */
import { childBy, childrenBy, subtreeRange } from "../language/index.js";
import type { Candidate, Scene } from "./candidate.js";
import type { Quotation } from "./find-quotations.js";
import { verbCue } from "./match-verbs.js";
import { cueSpan, sourceRange } from "./phrase-spans.js";
import { findSource, isPossibleSource } from "./resolve-source.js";

/** The statement whose only words are a quoted label; empty where the verb gives none. */
export function matchLabel(scene: Scene, token: number): Candidate[] {
  const { parsed } = scene;
  const cue = verbCue(scene, token);
  if (!cue || !(cue.frames.has("pred") || cue.frames.has("as"))) return [];
  const label =
    cue.frames.has("pred") && isAsClause(scene, token) ? labelBefore(scene, token) : labelAfterAs(scene, token);
  const source = label ? findSource(scene, token) : -1;
  if (!label || !isPossibleSource(parsed, source)) return [];
  const words = sourceRange(parsed, source);
  return [
    {
      act: cue.act,
      frame: "scare",
      cue: cueSpan(parsed, token),
      cueToken: token,
      source: { start: parsed.start[words.first]!, end: parsed.end[words.last]! },
      sourceToken: source,
      content: [label.inner],
      addressees: [],
    },
  ];
}

/** "…, as Russia calls the war". */
function isAsClause({ parsed }: Scene, token: number): boolean {
  return childrenBy(parsed, token, "mark", "case", "advmod").some(
    (child) => child < token && parsed.form[child]!.toLowerCase() === "as",
  );
}

/** The nearest quotation before the clause, in the same sentence. */
function labelBefore({ parsed, quotations, quotationAt }: Scene, token: number): Quotation | null {
  const { first } = parsed.sentences[parsed.sentenceOf[token]!]!;
  for (let at = token - 1; at >= first; at--) if (quotationAt[at]! >= 0) return quotations[quotationAt[at]!]!;
  return null;
}

/** The quotation that is all that follows "as", where the object is a mere pronoun. */
function labelAfterAs({ parsed, quotations, quotationAt }: Scene, token: number): Quotation | null {
  const object = childBy(parsed, token, "obj");
  if (object < token || parsed.upos[object] !== "PRON") return null;
  for (const phrase of childrenBy(parsed, token, "obl", "advcl", "xcomp")) {
    const as = childrenBy(parsed, phrase, "case", "mark").find((child) => parsed.form[child]!.toLowerCase() === "as");
    const quotation = quotations[quotationAt[phrase]!];
    if (as === undefined || as < object || !quotation) continue;
    const { last } = subtreeRange(parsed, phrase);
    if (quotation.outer.start <= parsed.start[as]! + 8 && quotation.outer.end >= parsed.start[last]!) return quotation;
  }
  return null;
}
