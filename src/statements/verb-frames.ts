/** The shapes that a verb's content takes in the tree: clause, infinitive, object, predicate, phrase. */
import { childBy, children, childrenBy, hasRelation, type Parsed, subtreeRange } from "../language/index.js";
import type { Found, TokenRange } from "./candidate.js";
import { casesOf, clauseAfter, objectOf } from "./content-ranges.js";
import { findParataxis } from "./parataxis-frame.js";
import { isPassive, resolveSource } from "./resolve-source.js";
import type { CueWord, StatementKnowledge } from "./statement-knowledge.js";

type Frame = (parsed: Parsed, verb: number, cue: CueWord, knowledge: StatementKnowledge) => Found | null;

/** "said to reporters", "told reporters". */
export function addresseesBy(parsed: Parsed, verb: number, cue: CueWord): number[] {
  if (cue.addressee.length === 0) return [];
  if (cue.addressee.includes("obj")) {
    if (isPassive(parsed, verb)) return childrenBy(parsed, verb, "nsubj:pass");
    const indirect = childrenBy(parsed, verb, "iobj");
    return indirect.length > 0 ? indirect : childrenBy(parsed, verb, "obj").filter((child) => child > verb);
  }
  return childrenBy(parsed, verb, "obl").filter((child) =>
    casesOf(parsed, child).some((word) => cue.addressee.includes(word)),
  );
}

/** Frames in the order in which they are tried; the first that fits is the statement's. */
const ACTIVE: readonly (readonly [string, Frame])[] = [
  ["parataxis", findParataxis],
  ["obj-to", findObjectInfinitive],
  ["prep-to", findPrepositionInfinitive],
  ["prep-as", findPrepositionAs],
  ["pred", findLabel],
  ["as", findAs],
  ["that", findClause],
  ["would-np-to", findWouldRaised],
  ["np-to", findRaised],
  ["would-to", findWouldInfinitive],
  ["to", findInfinitive],
  ["ing", findGerund],
  ["pred", findPredicate],
  ["np-prep", findObjectPreposition],
  ["prep", findPreposition],
  ["np", findObject],
  ["headline-np", findHeadlineObject],
  ["claim", findClaim],
];

/** The content of a verb in the active voice by the first frame that fits; null where none does. */
export function findActive(parsed: Parsed, verb: number, cue: CueWord, knowledge: StatementKnowledge): Found | null {
  for (const [name, frame] of ACTIVE) {
    const takes = cue.frames.has(name) || (name === "parataxis" && (cue.frames.has("quote") || cue.frames.has("that")));
    const found = takes ? frame(parsed, verb, cue, knowledge) : null;
    if (found) return found;
  }
  return null;
}

function findClause(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  const object = cue.addressee.includes("obj") ? objectOf(parsed, verb) : -1;
  const range = clauseAfter(parsed, verb) ?? (object < 0 ? null : clauseAfter(parsed, object));
  if (!range || range.last <= verb) return null;
  const whole = after(verb, range);
  return { frame: "that", ranges: [object < 0 ? withSubject(parsed, verb, whole) : whole] };
}

/** The clause from the word after its verb, where the tree leaves its subject outside: "says the movement is strong". */
function withSubject(parsed: Parsed, verb: number, range: TokenRange): TokenRange {
  const next = verb + 1;
  const isNoun =
    /^(DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(parsed.upos[next]!) && !hasRelation(parsed, next, "obl", "advmod");
  if (parsed.form[range.first]!.toLowerCase() === "that") return range;
  for (let token = next; token < range.first; token++) {
    const isStop = parsed.upos[token] === "PUNCT" && !/^["“”'‘’`]+$/.test(parsed.form[token]!);
    if (hasRelation(parsed, token, "obl", "iobj") || isStop) return range;
  }
  return isNoun ? { first: next, last: range.last } : range;
}

function after(verb: number, range: TokenRange): TokenRange {
  return { first: Math.max(verb + 1, range.first), last: range.last };
}

/** "urged Iran to talk". */
function findObjectInfinitive(parsed: Parsed, verb: number): Found | null {
  const addressee = childrenBy(parsed, verb, "obj", "iobj").find((child) => child > verb);
  const act = infinitiveOf(parsed, verb);
  if (addressee === undefined || act < 0 || act < addressee) return null;
  const first = toOf(parsed, act);
  return { frame: "obj-to", ranges: [{ first, last: subtreeRange(parsed, act).last }], addressees: [addressee] };
}

/** "called on Iran to talk". */
function findPrepositionInfinitive(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  const addressee = childrenBy(parsed, verb, "obl").find(
    (child) => child > verb && casesOf(parsed, child).some((word) => cue.addressee.includes(word)),
  );
  const act = infinitiveOf(parsed, verb);
  if (addressee === undefined || act < addressee) return null;
  const ranges = [{ first: toOf(parsed, act), last: subtreeRange(parsed, act).last }];
  return { frame: "prep-to", ranges, addressees: [addressee] };
}

/** The infinitive with "to" under the verb, also where the tree hangs it as an adverbial; −1 where none. */
function infinitiveOf(parsed: Parsed, verb: number): number {
  return (
    childrenBy(parsed, verb, "xcomp", "ccomp", "advcl").find((child) => child > verb && toOf(parsed, child) >= 0) ?? -1
  );
}

/** The "to" of an infinitive, −1 where it has none. */
function toOf(parsed: Parsed, act: number): number {
  const to = childrenBy(parsed, act, "mark").find((child) => child < act && parsed.form[child]!.toLowerCase() === "to");
  return to ?? -1;
}

function findInfinitive(parsed: Parsed, verb: number): Found | null {
  const act = childrenBy(parsed, verb, "xcomp").find((child) => child > verb && toOf(parsed, child) > verb);
  if (act === undefined) return null;
  const { first, last } = subtreeRange(parsed, act);
  const aside = childrenBy(parsed, act, "advcl").find((child) => child > act && isAside(parsed, child));
  const end = aside === undefined ? last : subtreeRange(parsed, aside).first - 1;
  return { frame: "to", ranges: [after(verb, { first, last: end })] };
}

/** "pledged to rearm, reversing a policy": after a comma, a participle tells what the pledge itself does. */
function isAside(parsed: Parsed, act: number): boolean {
  const { first } = subtreeRange(parsed, act);
  return parsed.xpos[act] === "VBG" && (parsed.form[first] === "," || parsed.form[first - 1] === ",");
}

/** "wants Iran to talk": the other's act as a whole is wanted. */
function findRaised(parsed: Parsed, verb: number): Found | null {
  const act = infinitiveOf(parsed, verb);
  if (act < 0) return null;
  const subject = childrenBy(parsed, verb, "obj", "iobj").find((child) => child > verb && child < act);
  const own = childBy(parsed, act, "nsubj");
  if (subject === undefined && own < 0) return null;
  const first = subtreeRange(parsed, subject ?? own).first;
  return { frame: "np-to", ranges: [after(verb, { first, last: subtreeRange(parsed, act).last })] };
}

function isUnderWould(parsed: Parsed, verb: number): boolean {
  return childrenBy(parsed, verb, "aux").some((child) => /^(would|['’]d)$/i.test(parsed.form[child]!));
}

function findWouldInfinitive(parsed: Parsed, verb: number): Found | null {
  return isUnderWould(parsed, verb) ? findInfinitive(parsed, verb) : null;
}

function findWouldRaised(parsed: Parsed, verb: number): Found | null {
  return isUnderWould(parsed, verb) ? findRaised(parsed, verb) : null;
}

function findGerund(parsed: Parsed, verb: number): Found | null {
  const act = childrenBy(parsed, verb, "xcomp", "ccomp", "advcl").find(
    (child) => child > verb && parsed.xpos[child] === "VBG",
  );
  return act === undefined ? null : { frame: "ing", ranges: [after(verb, subtreeRange(parsed, act))] };
}

/** "described it as a threat", "was described as a threat by": object and phrase together. */
function findAs(parsed: Parsed, verb: number): Found | null {
  const phrase = phraseWith(parsed, verb, ["as"]);
  const object = objectOf(parsed, verb);
  const nested = object >= 0 && phrase < 0 ? phraseWith(parsed, object, ["as"]) : -1;
  const end = phrase >= 0 ? phrase : nested;
  if (object < 0 || end < object) return null;
  const last = subtreeRange(parsed, end).last;
  return { frame: "as", ranges: [after(verb, { first: subtreeRange(parsed, object).first, last })] };
}

/** A phrase or clause under the token that one of the prepositions opens, −1 where none. */
function phraseWith(parsed: Parsed, token: number, preps: readonly string[]): number {
  const kinds = ["obl", "nmod", "advcl", "xcomp", "acl", "advmod"];
  const fits = (child: number) => child > token && casesOf(parsed, child).some((word) => preps.includes(word));
  return childrenBy(parsed, token, ...kinds).find(fits) ?? -1;
}

function findPrepositionAs(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  const object = phraseWith(parsed, verb, cue.preps);
  const phrase = phraseWith(parsed, verb, ["as"]);
  if (object < 0 || phrase < object) return null;
  const { first } = subtreeRange(parsed, object);
  return { frame: "prep-as", ranges: [{ first: first + 1, last: subtreeRange(parsed, phrase).last }] };
}

/** "called it a threat": the object and what is said of it. */
function findPredicate(parsed: Parsed, verb: number): Found | null {
  const object = childrenBy(parsed, verb, "obj", "iobj").find((child) => child > verb) ?? -1;
  const predicate =
    childrenBy(parsed, verb, "xcomp", "obj").find((child) => child > object && toOf(parsed, child) < 0) ?? -1;
  if (object < 0 || predicate < 0) return null;
  const last = subtreeRange(parsed, predicate).last;
  return { frame: "pred", ranges: [after(verb, { first: subtreeRange(parsed, object).first, last })] };
}

/** "what Russia calls a special operation": the label alone. */
function findLabel(parsed: Parsed, verb: number): Found | null {
  const before = [parsed.head[verb]!, ...children(parsed, verb)].filter((token) => token >= 0 && token < verb);
  const isOpen = before.some((token) => /^(what|which|that)$/i.test(parsed.form[token]!));
  if (!isOpen) return null;
  const label = childrenBy(parsed, verb, "obj", "xcomp").find((child) => child > verb) ?? -1;
  return label < 0 ? null : { frame: "scare", ranges: [after(verb, subtreeRange(parsed, label))] };
}

/** "accused Iran of meddling": whom and of what. */
function findObjectPreposition(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  const object = objectOf(parsed, verb);
  if (object < 0) return null;
  const own = phraseWith(parsed, verb, cue.preps);
  const phrase = own >= 0 ? own : phraseWith(parsed, object, cue.preps);
  if (phrase < object) return null;
  const { first } = subtreeRange(parsed, object);
  return { frame: "np-prep", ranges: [after(verb, { first, last: subtreeRange(parsed, phrase).last })] };
}

function findPreposition(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  const own = phraseWith(parsed, verb, cue.preps);
  const addressee = own < 0 && cue.addressee.includes("obj") ? objectOf(parsed, verb) : -1;
  const phrase = addressee < 0 ? own : phraseWith(parsed, addressee, cue.preps);
  return phrase < 0 ? null : { frame: "prep", ranges: [after(verb, subtreeRange(parsed, phrase))] };
}

function findObject(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  const object = objectOf(parsed, verb);
  const isGift = childBy(parsed, verb, "iobj") >= 0 || childrenBy(parsed, verb, "obj").length > 1;
  if (object < 0 || isGift) return null;
  return { frame: "np", ranges: [after(verb, withoutAddressee(parsed, object, cue))] };
}

/** "the initiative to EU leaders": the addressee that the tree hangs under the object is no part of it. */
function withoutAddressee(parsed: Parsed, object: number, cue: CueWord): TokenRange {
  const range = subtreeRange(parsed, object);
  const isAddressee = (child: number) => casesOf(parsed, child).some((word) => cue.addressee.includes(word));
  const addressee = childrenBy(parsed, object, "nmod", "obl").find((child) => child > object && isAddressee(child));
  return addressee === undefined ? range : { first: range.first, last: subtreeRange(parsed, addressee).first - 1 };
}

/** "U.N. agency sees severe food shortage", in a headline alone. */
function findHeadlineObject(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  return parsed.sentences[parsed.sentenceOf[verb]!]!.heading ? findObject(parsed, verb, cue) : null;
}

/** "rejected those claims", "agrees with the conclusion that": another's statement, named by a noun. */
function findClaim(parsed: Parsed, verb: number, cue: CueWord, knowledge: StatementKnowledge): Found | null {
  const object = objectOf(parsed, verb);
  const noun = object >= 0 ? object : phraseWith(parsed, verb, cue.preps);
  const act = noun < 0 ? undefined : knowledge.nouns.get(parsed.lemma[noun]!)?.act;
  if (act !== "says" && act !== "thinks") return null;
  return { frame: "claim", ranges: [after(verb, subtreeRange(parsed, noun))] };
}

/** "was told that", "is said to have", "is accused of", "was described as". */
export function findPassive(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  const unsourced = resolveSource(parsed, verb) < 0;
  const subject = childBy(parsed, verb, "nsubj:pass", "nsubj");
  const clause = cue.frames.has("that") ? findClause(parsed, verb, cue) : null;
  if (clause) return { ...clause, unsourced };
  if (cue.frames.has("obj-to")) {
    const act = infinitiveOf(parsed, verb);
    if (act >= 0 && subject >= 0)
      return { frame: "passive", ranges: [after(verb, subtreeRange(parsed, act))], unsourced };
  }
  if (unsourced && !cue.frames.has("passive")) return null;
  const end = passivePredicate(parsed, verb, cue);
  if (end < 0 || subject < 0 || hasRelation(parsed, verb, "acl:relcl")) return null;
  return {
    frame: "passive",
    ranges: [subtreeRange(parsed, subject), after(verb, subtreeRange(parsed, end))],
    unsourced,
  };
}

function passivePredicate(parsed: Parsed, verb: number, cue: CueWord): number {
  if (cue.frames.has("np-prep")) return phraseWith(parsed, verb, cue.preps);
  const act = infinitiveOf(parsed, verb);
  if (act >= 0) return act;
  if (cue.frames.has("as")) return phraseWith(parsed, verb, ["as"]);
  return -1;
}
