/** Finds statements that a verb opens and whose content hangs under it: clauses, infinitives, objects, phrases. */
import { childrenBy, type Parsed } from "../language/index.js";
import type { Candidate, Found, Scene, TokenRange } from "./candidate.js";
import { widen, withoutVenue } from "./content-ranges.js";
import { isClosingAscription } from "./match-according.js";
import { contentSpan, cueSpan, sourceRange } from "./phrase-spans.js";
import { findSource, invertedSource, isPassive, isPossibleSource, isSpeaker } from "./resolve-source.js";
import type { CueWord, PhraseWords } from "./statement-knowledge.js";
import { addresseesBy, findActive, findPassive } from "./verb-frames.js";

/** The statements that the verb at `token` opens; empty where it is no cue. */
export function matchVerb(scene: Scene, token: number): Candidate[] {
  const cue = verbCue(scene, token);
  if (!cue || isMere(scene.parsed, token, cue)) return [];
  const { parsed, knowledge } = scene;
  const found = isPassive(parsed, token) ? findPassive(parsed, token, cue) : findActive(parsed, token, cue, knowledge);
  const candidate = found && makeCandidate(scene, token, cue, found);
  return candidate ? [candidate] : [];
}

/** The cue word of a verb, with its particle where that makes another: "point out". */
export function verbCue(scene: Scene, token: number): CueWord | null {
  const { parsed, knowledge } = scene;
  if (parsed.upos[token] !== "VERB") return null;
  const lemma = lemmaOf(scene, token);
  const particle = childrenBy(parsed, token, "compound:prt", "advmod").find((child) => child === token + 1);
  const both = particle === undefined ? undefined : knowledge.verbs.get(`${lemma} ${parsed.lemma[particle]}`);
  return both ?? knowledge.verbs.get(lemma) ?? null;
}

/** The lemma, or the one that the tables know the form by, where the tree's is a slip. */
function lemmaOf({ parsed, knowledge }: Scene, token: number): string {
  const lemma = parsed.lemma[token]!;
  if (knowledge.verbs.has(lemma)) return lemma;
  return knowledge.inflections.get(parsed.form[token]!.toLowerCase()) ?? lemma;
}

/** "did not say": a saying that did not take place is none. Not to think and not to want are told of somebody all the same. */
function isMere(parsed: Parsed, token: number, cue: CueWord): boolean {
  if (cue.act === "thinks" || cue.act === "wants") return false;
  return childrenBy(parsed, token, "advmod").some((child) => /^(not|n['’]t|never)$/i.test(parsed.form[child]!));
}

function makeCandidate(scene: Scene, token: number, cue: CueWord, found: Found): Candidate | null {
  const { parsed, quotations, knowledge } = scene;
  const words = knowledge.clausal.has(found.frame) ? null : knowledge.phraseWords;
  const ranges = found.ranges.map((range, i) => (isOpen(found, i) ? fitRange(scene, token, range, words) : range));
  const content = ranges.map((range) => contentSpan(parsed, range, quotations)).filter((span) => span !== null);
  if (content.length === 0 || isBarePronoun(parsed, ranges)) return null;
  let source = found.unsourced ? -1 : (found.source ?? findSource(scene, token));
  if (source < 0 && found.frame === "parataxis") source = invertedSource(parsed, token);
  const sourced = source >= 0;
  if (!found.unsourced && (!sourced || !isPossibleSource(parsed, source))) return null;
  if (sourced && cue.actorOnly && !isSpeaker(scene, source)) return null;
  const range = sourced ? sourceRange(parsed, source) : null;
  return {
    act: cue.act,
    frame: found.frame,
    cue: cueSpan(parsed, token),
    cueToken: token,
    source: range && { start: parsed.start[range.first]!, end: parsed.end[range.last]! },
    sourceToken: source,
    content,
    addressees: found.addressees ?? addresseesBy(parsed, token, cue),
  };
}

/** The content up to another cue of the same speaker: ", adding that …". */
function withoutAside(scene: Scene, range: TokenRange): TokenRange {
  const { parsed } = scene;
  for (let token = range.first + 2; token <= range.last; token++) {
    if (parsed.xpos[token] !== "VBG" || parsed.form[token - 1] !== "," || parsed.deprel[token] !== "advcl") continue;
    if (verbCue(scene, token)?.frames.has("quote")) return { first: range.first, last: token - 2 };
  }
  return range;
}

/** The content before a phrase after a comma that ascribes the whole sentence, this cue too: ", according to the ministry". */
function withoutAscription({ parsed, quotationAt }: Scene, cue: number, range: TokenRange): TokenRange {
  for (let token = range.last - 2; token > range.first + 1; token--) {
    if (parsed.form[token - 1] !== "," || quotationAt[token] !== quotationAt[cue]) continue;
    if (isClosingAscription(parsed, token)) return { first: range.first, last: token - 2 };
  }
  return range;
}

/** The range as far as it goes; that of a noun phrase only to where or when it was said. */
function fitRange(scene: Scene, cue: number, range: TokenRange, words: PhraseWords | null): TokenRange {
  const { parsed } = scene;
  const wide = withoutAscription(scene, cue, withoutAside(scene, widen(parsed, cue, range, words)));
  return words ? withoutVenue(parsed, wide, words.venues) : wide;
}

/** Whether the range is the last of its content, and follows its cue. */
function isOpen(found: Found, i: number): boolean {
  return found.frame !== "parataxis" && i === found.ranges.length - 1;
}

/** "talked about it": nothing is told of what was said. */
function isBarePronoun(parsed: Parsed, ranges: readonly TokenRange[]): boolean {
  const [range] = ranges;
  if (!range || ranges.length > 1 || range.last - range.first > 1) return false;
  return /^(PRON|DET)$/.test(parsed.upos[range.last]!);
}
