/** Where a content must stop: at a clause that goes on with the cue's and not with what is said. */
import { childBy, childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import { isSlippedConj } from "../content-ranges.js";
import type { Columns } from "./columns.js";

/** What a clause has that is none of the speaker's acts. */
const OWN_CLAUSE = ["aux", "aux:pass", "cop", "nsubj", "nsubj:pass", "mark"] as const;

/**
 * The first token of the clause coordinate with the cue's that begins after `near`, a word of the content; the text's
 * length where there is none: "noted that he had left, and he urged talks", "vowed to go on and praised her".
 */
export function coordinateClause(c: Columns, cue: number, near: number): number {
  const { parsed } = c;
  let limit = parsed.length;
  const consider = (verb: number) => {
    const first = clauseStart(c, verb);
    if (first > near && c.scene.quotationAt[first]! < 0) limit = Math.min(limit, first);
  };
  for (const verb of childrenBy(parsed, cue, "conj")) {
    if (isActLikeCue(parsed, verb, cue)) consider(verb);
  }
  for (const said of childrenBy(parsed, cue, "ccomp", "xcomp")) {
    for (const verb of childrenBy(parsed, said, "conj")) {
      if (isSlippedConj(parsed, verb) || isSpeakersOwn(c, { cue, said, verb })) consider(verb);
    }
  }
  return limit;
}

interface Conjunct {
  readonly cue: number;
  /** The verb of what is said, which the tree hangs the conjunct under. */
  readonly said: number;
  readonly verb: number;
}

/**
 * A conjunct without a subject that the tree hangs under what is said: the speaker's own act where what is said is an
 * infinitive or has another tense ("vowed to stay and praised her", "noted that it lags and asked"), or where it is an act
 * of speech and what is said is about somebody else ("said it was too early but added").
 */
function isSpeakersOwn({ parsed, frames }: Columns, { cue, said, verb }: Conjunct): boolean {
  if (!/^(VBD|VBZ)$/.test(parsed.xpos[verb]!) || childBy(parsed, verb, ...OWN_CLAUSE) >= 0) return false;
  const isInfinitive = parsed.xpos[said] === "VB" && childBy(parsed, said, "nsubj", "nsubj:pass", "aux:pass") < 0;
  if (isInfinitive && hasRelation(parsed, said, "xcomp")) return true;
  if (parsed.xpos[verb] !== parsed.xpos[cue]) return false;
  const isOtherTense = /^(VBD|VBZ|VBP)$/.test(parsed.xpos[said]!) && parsed.xpos[said] !== parsed.xpos[cue];
  const subject = childBy(parsed, said, "nsubj", "nsubj:pass", "expl");
  const isAboutOthers = subject >= 0 && !/^(he|she|they|we|I)$/i.test(parsed.form[subject]!);
  return isOtherTense || (isAboutOthers && frames[verb] !== 0);
}

/** A verb in the form of the cue's, or with tense: no noun or clause with "that" that the tree hung too high. */
function isActLikeCue(parsed: Parsed, verb: number, cue: number): boolean {
  const opens = childrenBy(parsed, verb, "mark").some((mark) => mark > cue);
  if (opens || !hasRelation(parsed, verb, "conj")) return false;
  return parsed.xpos[verb] === parsed.xpos[cue] || childBy(parsed, verb, "aux", "aux:pass") >= 0;
}

/** The first word of the conjunct, its conjunction taken in. */
function clauseStart({ parsed, left }: Columns, verb: number): number {
  const cc = childBy(parsed, verb, "cc");
  return cc < 0 ? left[verb]! : Math.min(cc, left[verb]!);
}
