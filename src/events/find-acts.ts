/** Finds every word that names an act, with the rule that fits best and those that were weighed against it. */
import type { Party } from "../entities/index.js";
import { childrenBy, hasRelation, type Parsed } from "../language/index.js";
import type { Act } from "./act.js";
import type { EventKnowledge } from "./event-knowledge.js";
import type { Weighed } from "./event-layer.js";
import { isPassive } from "./find-subject.js";
import { type FrameView, findMismatch } from "./match-frame.js";
import type { Predicate } from "./predicate.js";

const ENDINGS = ["d", "ed", "s", "es", "ing"];

export const NOBODY: Party = { entities: [], spans: [], indirect: false };

/** All acts of the text in text order, one a token; their sides are not yet resolved. */
export function findActs(view: FrameView, knowledge: EventKnowledge): Act[] {
  const acts: Act[] = [];
  for (let token = 0; token < view.parsed.length; token++) {
    const rules = findRules(view.parsed, token, knowledge);
    const act = rules ? chooseRule(view, token, rules) : null;
    if (act) acts.push(act);
  }
  return acts;
}

/** Rules by the word's lemma, else by what is left of its form without an ending, for lemmas that went wrong. */
function findRules(parsed: Parsed, token: number, knowledge: EventKnowledge): readonly Predicate[] | undefined {
  const rules = knowledge.byLemma.get(parsed.lemma[token]!.toLowerCase());
  if (rules || parsed.upos[token] !== "VERB") return rules;
  const form = parsed.form[token]!.toLowerCase();
  const stems = ENDINGS.filter((ending) => form.endsWith(ending)).map((ending) => form.slice(0, -ending.length));
  const single = stems.filter((stem) => stem.at(-1) === stem.at(-2)).map((stem) => stem.slice(0, -1));
  return [...stems, ...single].map((stem) => knowledge.byLemma.get(stem)).find((found) => found !== undefined);
}

function chooseRule(view: FrameView, token: number, rules: readonly Predicate[]): Act | null {
  const weighed: Weighed[] = [];
  let chosen: Predicate | null = null;
  for (const rule of rules) {
    if (!isOfKind(view.parsed, token, rule)) continue;
    const mismatch = findMismatch(view, token, rule);
    if (mismatch === null && !chosen) chosen = rule;
    else weighed.push({ rule: rule.id, type: rule.type, because: mismatch ?? "a rule that asks for more fits" });
  }
  return chosen ? makeAct(token, chosen, weighed) : null;
}

function makeAct(token: number, predicate: Predicate, weighed: readonly Weighed[]): Act {
  return {
    token,
    predicate,
    clause: token,
    type: predicate.type,
    modes: predicate.modes,
    actors: NOBODY,
    recipients: NOBODY,
    status: null,
    statusToken: -1,
    about: -1,
    promised: -1,
    confidence: predicate.confidence,
    weighed,
    dropped: "",
    rule: predicate.id,
  };
}

function isOfKind(parsed: Parsed, token: number, rule: Predicate): boolean {
  const upos = parsed.upos[token]!;
  switch (rule.kind) {
    case "verb":
      if (hasRelation(parsed, token, "amod", "compound")) return false;
      return upos === "VERB" || (upos === "AUX" && rule.lemma === "be" && !hasRelation(parsed, token, "aux", "cop"));
    case "noun":
      return (upos === "NOUN" || upos === "PROPN") && !isModifier(parsed, token);
    case "adj":
      return upos === "ADJ" || (upos === "VERB" && (parsed.xpos[token] === "VBN" || isPassive(parsed, token)));
    default:
      return upos === "AUX" || parsed.xpos[token] === "MD";
  }
}

/** "peace talks", "trade deal": the first word names no act, save that a headline's "strike" may be tagged so. */
function isModifier(parsed: Parsed, token: number): boolean {
  return hasRelation(parsed, token, "compound", "flat", "amod") || childrenBy(parsed, token, "flat").length > 0;
}
