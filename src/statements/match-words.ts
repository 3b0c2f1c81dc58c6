/** Finds statements that a noun, an adjective or a phrase opens: "the claim that", "is confident that", "expressed hope that". */
import { childBy, childrenBy, hasRelation, type Parsed, relation, subtreeRange } from "../language/index.js";
import type { Candidate, Scene, TokenRange } from "./candidate.js";
import { thatClause, widen } from "./content-ranges.js";
import { contentSpan, cueSpan, sourceRange } from "./phrase-spans.js";
import { findSource, isPossibleSource, isSpeaker } from "./resolve-source.js";
import type { CueWord } from "./statement-knowledge.js";

/** What a noun, adjective or phrase cue comes to before its words are cut out. */
interface Draft {
  readonly cue: CueWord;
  readonly frame: "noun" | "adjective" | "phrase";
  readonly token: number;
  readonly cueRange: TokenRange;
  readonly source: number;
  readonly about: Complement;
}

/** "the claim that", "calls for peace", "reports of shelling"; empty where the noun opens no content. */
export function matchNoun(scene: Scene, token: number): Candidate[] {
  const { parsed, knowledge } = scene;
  const cue = parsed.upos[token] === "NOUN" ? knowledge.nouns.get(parsed.lemma[token]!) : undefined;
  if (!cue || isPhrasePart(scene, token)) return [];
  const about = complementOf(parsed, token, cue);
  if (!about) return [];
  const source = ownerOf(scene, token);
  return finish(scene, { cue, frame: "noun", token, cueRange: { first: token, last: token }, source, about });
}

/** "is confident that", "remains committed to". */
export function matchAdjective(scene: Scene, token: number): Candidate[] {
  const { parsed, knowledge } = scene;
  if (parsed.upos[token] !== "ADJ" && parsed.upos[token] !== "VERB") return [];
  const cue = knowledge.adjectives.get(parsed.form[token]!.toLowerCase());
  const copula = childBy(parsed, token, "cop", "aux:pass", "aux");
  const head = parsed.head[token]!;
  const linked =
    head >= 0 && relation(parsed, token) === "xcomp" && /^(remain|feel|seem|appear|be|stay)$/.test(parsed.lemma[head]!);
  if (!cue || (copula < 0 && !linked)) return [];
  const about = complementOf(parsed, token, cue);
  const source = subjectOf(scene, linked ? head : token);
  if (!about || !isPossibleSource(parsed, source) || !isSpeaker(scene, source)) return [];
  const from = linked ? head : copula;
  const first = Math.min(from, ...childrenBy(parsed, linked ? head : token, "aux").filter((child) => child < from));
  return finish(scene, { cue, frame: "adjective", token, cueRange: { first, last: token }, source, about });
}

/** A predicate's own subject, in whatever voice the tree reads it. */
function subjectOf(scene: Scene, token: number): number {
  const own = childBy(scene.parsed, token, "nsubj");
  return own >= 0 ? own : findSource(scene, token);
}

/** "expressed hope that", "made clear that", "issued a statement saying". */
export function matchPhrase(scene: Scene, token: number): Candidate[] {
  const { parsed, knowledge } = scene;
  if (parsed.upos[token] !== "VERB") return [];
  for (const word of childrenBy(parsed, token, "obj", "xcomp", "obl", "ccomp", "advmod")) {
    const cue = knowledge.phrases.get(`${parsed.lemma[token]} ${parsed.lemma[word]}`);
    if (!cue) continue;
    const about = complementOf(parsed, word, cue) ?? complementOf(parsed, token, cue, word);
    const source = findSource(scene, token);
    if (!about || !isPossibleSource(parsed, source)) continue;
    const cueRange = { first: token, last: Math.max(token, word) };
    return finish(scene, { cue, frame: "phrase", token, cueRange, source, about });
  }
  return [];
}

/** Whether a verb above already makes a cue of the noun: "expressed hope". */
function isPhrasePart(scene: Scene, token: number): boolean {
  const { parsed, knowledge } = scene;
  const head = parsed.head[token]!;
  return head >= 0 && knowledge.phrases.has(`${parsed.lemma[head]} ${parsed.lemma[token]}`);
}

function finish(scene: Scene, draft: Draft): Candidate[] {
  const { parsed, quotations, knowledge } = scene;
  const { cue, frame, token, source, cueRange } = draft;
  const range = widen(parsed, token, draft.about.range, draft.about.isClause ? null : knowledge.phraseWords);
  const content = contentSpan(parsed, range, quotations);
  if (!content) return [];
  const start = cueSpan(parsed, cueRange.first).start;
  const words = source < 0 ? null : sourceRange(parsed, source);
  const isOwner = source >= 0 && source === parsed.head[cueRange.first] && frame !== "noun";
  return [
    {
      act: cue.act,
      frame,
      cue: { start: frame === "noun" ? parsed.start[token]! : start, end: parsed.end[cueRange.last]! },
      cueToken: token,
      source: words && !isOwner ? { start: parsed.start[words.first]!, end: parsed.end[words.last]! } : null,
      sourceToken: source,
      content: [content],
      addressees: [],
    },
  ];
}

/** What a word is about: its tokens, and whether they are a clause. */
interface Complement {
  readonly range: TokenRange;
  readonly isClause: boolean;
}

/** The clause, infinitive or phrase that says what the word is about, after `from`; null where none follows. */
function complementOf(parsed: Parsed, token: number, cue: CueWord, from: number = token): Complement | null {
  for (const child of childrenBy(parsed, token, "ccomp", "acl", "advcl", "xcomp")) {
    if (child <= from || hasRelation(parsed, child, "acl:relcl") || !isComplement(parsed, child, cue)) continue;
    const { first, last } = subtreeRange(parsed, child);
    return { range: { first: Math.max(from + 1, first), last }, isClause: true };
  }
  const loose = (cue.frames.has("that") ? thatClause(parsed, from) : null) ?? looseInfinitive(parsed, from, cue);
  if (loose) return { range: loose, isClause: true };
  const phrase = cue.frames.has("prep") ? phraseOf(parsed, token, cue, from) : null;
  return phrase && { range: phrase, isClause: false };
}

function isComplement(parsed: Parsed, child: number, cue: CueWord): boolean {
  const marks = childrenBy(parsed, child, "mark").map((mark) => parsed.form[mark]!.toLowerCase());
  const isTensed = marks.length === 0 && /^(VBD|VBZ|VBP|MD)/.test(parsed.xpos[child]!);
  if (cue.frames.has("that") && (marks.includes("that") || isTensed)) return true;
  return (cue.frames.has("to") && marks.includes("to")) || marks.some((mark) => cue.preps.includes(mark));
}

/** "rebuffs a call to halt": the infinitive that begins with the next word, wherever the tree hangs it. */
function looseInfinitive(parsed: Parsed, from: number, cue: CueWord): TokenRange | null {
  const to = from + 1;
  if (!cue.frames.has("to") || parsed.xpos[to] !== "TO" || parsed.sentenceOf[to] !== parsed.sentenceOf[from])
    return null;
  const act = parsed.head[to]!;
  return act > to && parsed.xpos[act] === "VB" ? { first: to, last: subtreeRange(parsed, act).last } : null;
}

function phraseOf(parsed: Parsed, token: number, cue: CueWord, from: number): TokenRange | null {
  for (const child of childrenBy(parsed, token, "nmod", "obl")) {
    const prep = childrenBy(parsed, child, "case").find((word) => cue.preps.includes(parsed.lemma[word]!));
    if (prep !== undefined && prep > from) return { first: prep, last: subtreeRange(parsed, child).last };
  }
  return nextPhrase(parsed, from, cue);
}

/** "rebuts criticism on overcapacity": the phrase that begins with the next word, wherever the tree hangs it. */
function nextPhrase(parsed: Parsed, from: number, cue: CueWord): TokenRange | null {
  const prep = from + 1;
  const isPrep = prep < parsed.length && parsed.sentenceOf[prep] === parsed.sentenceOf[from];
  if (!isPrep || !cue.preps.includes(parsed.lemma[prep]!) || !hasRelation(parsed, prep, "case", "mark")) return null;
  const head = parsed.head[prep]!;
  return head > prep ? { first: prep, last: subtreeRange(parsed, head).last } : null;
}

/** Whose saying the noun is: "Berlin's pledge", "US claims", "a claim by Russia"; −1 where nobody is named. */
function ownerOf(scene: Scene, token: number): number {
  const { parsed } = scene;
  const possessor = childBy(parsed, token, "nmod:poss");
  if (possessor >= 0) return isPossibleSource(parsed, possessor) ? possessor : -1;
  for (const child of childrenBy(parsed, token, "nmod")) {
    const by = childrenBy(parsed, child, "case").some((word) => /^(by|from)$/i.test(parsed.form[word]!));
    if (by) return child;
  }
  return childrenBy(parsed, token, "compound", "amod").find((child) => scene.entities.mentionAt[child]! >= 0) ?? -1;
}
