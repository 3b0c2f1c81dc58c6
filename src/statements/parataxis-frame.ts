/** The shape of a content that stands before or around its cue: "Talks go on, he said". */
import { childBy, childrenBy, hasRelation, type Parsed, subtreeRange } from "../language/index.js";
import type { Found, TokenRange } from "./candidate.js";
import { casesOf, objectOf, rangesAround } from "./content-ranges.js";
import type { CueWord } from "./statement-knowledge.js";

/** Longest clause of a cue at a sentence's end, in words. */
const REACH = 12;

/** "X, Lavrov said", "As Lavrov said, X": the cue's clause hangs beside the content, or the content stands before the cue. */
export function findParataxis(parsed: Parsed, verb: number, cue: CueWord): Found | null {
  const isSpeech = cue.frames.has("quote");
  const sure = straddled(parsed, verb) ?? tailed(parsed, verb);
  const ranges = sure ?? (isSpeech ? (interrupted(parsed, verb, cue) ?? fronted(parsed, verb)) : null);
  if (!ranges || ranges.length === 0) return null;
  const source = isInverted(parsed, verb) ? nounAfter(parsed, verb) : -1;
  return source < 0 ? { frame: "parataxis", ranges } : { frame: "parataxis", ranges, source };
}

/** "The plan, a source said, is to go": a content under the cue that stands on both sides of it. */
function straddled(parsed: Parsed, verb: number): TokenRange[] | null {
  const content = childrenBy(parsed, verb, "ccomp").find((child) => child > verb);
  const subject = childBy(parsed, verb, "nsubj");
  if (content === undefined || subject < 0 || parsed.form[verb + 1] !== ",") return null;
  const { first, last } = subtreeRange(parsed, content);
  const end = subtreeRange(parsed, subject).first - 1;
  return first < end && parsed.form[end] === ","
    ? [
        { first, last: end - 1 },
        { first: verb + 2, last },
      ]
    : null;
}

/** "A provision, he said, that": the cue's clause hangs under the content's. */
function interrupted(parsed: Parsed, verb: number, cue: CueWord): TokenRange[] | null {
  const head = parsed.head[verb]!;
  const isAs = casesOf(parsed, verb).includes("as") && hasRelation(parsed, verb, "advcl");
  if (head < 0 || !(isAs || hasRelation(parsed, verb, "parataxis"))) return null;
  if (!isSetOff(parsed, verb) || (objectOf(parsed, verb) >= 0 && !cue.addressee.includes("obj"))) return null;
  if (childrenBy(parsed, verb, "ccomp", "xcomp").some((child) => child > verb && parsed.upos[child] !== "ADJ"))
    return null;
  const ranges = rangesAround(parsed, head, subtreeRange(parsed, verb));
  return ranges.some((range) => range.first <= head && head <= range.last) ? ranges : null;
}

/** Whether a comma or a quotation mark parts the cue's clause from what is before it; a dash or a semicolon begins anew. */
function isSetOff(parsed: Parsed, verb: number): boolean {
  const { first } = subtreeRange(parsed, verb);
  const sentence = parsed.sentences[parsed.sentenceOf[verb]!]!;
  const mark = parsed.upos[first] === "PUNCT" ? first : first - 1;
  return mark < sentence.first || !/^[—–;:-]+$/.test(parsed.form[mark]!);
}

/** "Talks go on, he said", the content hung under the cue. */
function fronted(parsed: Parsed, verb: number): TokenRange[] | null {
  const content = childrenBy(parsed, verb, "ccomp", "parataxis").find((child) => child < verb);
  if (content === undefined || subtreeRange(parsed, content).last >= verb) return null;
  const own = childBy(parsed, content, "nsubj", "nsubj:pass", "expl", "csubj");
  if (own < 0 || isRelative(parsed, own)) return null;
  const subject = childrenBy(parsed, verb, "nsubj").find((child) => child > content);
  const from = subject === undefined ? verb : Math.min(verb, subtreeRange(parsed, subject).first);
  return [{ first: subtreeRange(parsed, content).first, last: Math.max(from, content + 1) - 1 }];
}

function isRelative(parsed: Parsed, subject: number): boolean {
  return /^(WP|WDT|WRB)/.test(parsed.xpos[subject]!);
}

/** "…, Slate reported." at the end of a sentence, whatever the tree makes of it. */
function tailed(parsed: Parsed, verb: number): TokenRange[] | null {
  const sentence = parsed.sentences[parsed.sentenceOf[verb]!]!;
  if (verb < sentence.last - REACH || !/^VB[DZP]$/.test(parsed.xpos[verb]!)) return null;
  if (childrenBy(parsed, verb, "ccomp", "xcomp", "obj").some((child) => child > verb && !isInverted(parsed, verb)))
    return null;
  const first = isInverted(parsed, verb) ? verb : nounsBefore(parsed, verb);
  if (first <= sentence.first + 2 || parsed.form[first - 1] !== ",") return null;
  if (!hasTensedVerb(parsed, sentence.first, first - 1)) return null;
  return hasTensedVerb(parsed, verb + 1, sentence.last) ? null : [{ first: sentence.first, last: first - 1 }];
}

/** ", said the minister": a comma before the verb, a noun after it. */
function isInverted(parsed: Parsed, verb: number): boolean {
  return parsed.form[verb - 1] === "," && /^(PROPN|NOUN|DET|ADJ)$/.test(parsed.upos[verb + 1] ?? "");
}

/** Head of the noun phrase right after the verb. */
function nounAfter(parsed: Parsed, verb: number): number {
  let token = verb + 1;
  while (parsed.head[token]! > token && /^(det|amod|compound|nummod|nmod:desc|nmod:poss)/.test(parsed.deprel[token]!)) {
    token = parsed.head[token]!;
  }
  return /^(PROPN|NOUN|PRON)$/.test(parsed.upos[token]!) ? token : -1;
}

/** First of the words of one noun phrase right before the verb. */
function nounsBefore(parsed: Parsed, verb: number): number {
  let first = verb;
  while (first > 0 && /^(PROPN|NOUN|PRON|ADJ|DET|NUM|ADP|PART|ADV|AUX)$/.test(parsed.upos[first - 1]!)) first--;
  return first;
}

/** Whether a finite verb that is no relative or adverbial clause's stands between the two tokens, both included. */
export function hasTensedVerb(parsed: Parsed, first: number, last: number): boolean {
  for (let token = first; token <= last; token++) {
    if (!/^(VBD|VBZ|VBP|MD)$/.test(parsed.xpos[token]!)) continue;
    const verb = hasRelation(parsed, token, "aux", "cop") ? parsed.head[token]! : token;
    if (!hasRelation(parsed, verb, "acl", "advcl")) return true;
  }
  return false;
}
