/** Finds the mode that the words near an act tell where its rule leaves it open: "drone", "car bomb", "by phone". */
import { childrenBy, type Parsed, relation } from "../language/index.js";
import type { Act } from "./act.js";
import type { EventKnowledge } from "./event-knowledge.js";

/** Modes of the rule, else the mode that a word of the act's own phrase, its subject or its means tells. */
export function findModes(parsed: Parsed, act: Act, knowledge: EventKnowledge): readonly string[] {
  if (act.type === "REQUEST" && act.modes[0] === "change") return [findDemand(parsed, act, knowledge) ?? "change"];
  if (act.modes.length > 0 || !act.type) return act.modes;
  for (const token of [act.token, ...nearWords(parsed, act.token), ...nearWords(parsed, act.clause)]) {
    const mode = knowledge.modeCues.get(`${act.type} ${parsed.lemma[token]!.toLowerCase()}`);
    if (mode) return [mode];
  }
  return [];
}

/** What is asked for where no rule knows it: "asked Oslo to help" asks for help, "must free them" for giving way. */
function findDemand(parsed: Parsed, act: Act, knowledge: EventKnowledge): string | undefined {
  const verb = act.predicate.kind === "aux" ? parsed.head[act.token]! : -1;
  const asked = childrenBy(parsed, act.token, "xcomp", "ccomp", "acl", "advcl").filter((child) => child > act.token);
  const words = [...(verb < 0 ? [] : [verb]), ...asked];
  const modes = words.map((token) => knowledge.modeCues.get(`REQUEST ${parsed.lemma[token]!.toLowerCase()}`));
  return modes.find((mode) => mode !== undefined);
}

/** Modifiers, subject, object and phrases of a word, and their own modifiers. */
function nearWords(parsed: Parsed, token: number): number[] {
  const parts = childrenBy(parsed, token, "amod", "compound", "nsubj", "nsubj:pass", "obj", "obl", "nmod");
  return parts.flatMap((part) => [
    part,
    ...childrenBy(parsed, part, "compound", "amod").filter((child) => relation(parsed, child) !== "conj"),
  ]);
}
