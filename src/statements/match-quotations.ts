/** Finds direct speech: quoted sentences and the verb beside them that says whose they are. */
import { childBy, childrenBy, type Parsed, spanOf, tokenAt } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { Candidate, Scene } from "./candidate.js";
import type { Quotation } from "./find-quotations.js";
import { verbCue } from "./match-verbs.js";
import { hasTensedVerb } from "./parataxis-frame.js";
import { contentSpan, cueSpan, sourceRange } from "./phrase-spans.js";
import { signatureAfter } from "./quote-signature.js";
import { findSource, invertedSource, isPossibleSource } from "./resolve-source.js";
import { addresseesBy } from "./verb-frames.js";

/** Words between the quotation and its verb: "Lavrov, the minister, told reporters in Geneva on Monday: “". */
const REACH = 40;
/** Shortest quotation, in words, that is speech without a comma or a full stop of its own. */
const SPEECH = 5;
/** Shortest quotation, in words, that is speech without a verb that ascribes it. */
const ORPHAN = 4;

/** A quotation on tokens: the first and last within its marks. */
interface Speech {
  readonly quotation: Quotation;
  readonly first: number;
  readonly last: number;
  /** Whether it stands as a sentence or before a comma, not as a few words within another's sentence. */
  readonly isSentence: boolean;
  /** Whether a sentence begins with it. */
  readonly starts: boolean;
}

/** A statement whose content may go on in later quotations. */
interface OpenSpeech extends Candidate {
  readonly content: Span[];
}

/** All direct speech of the text, each speech with its continuations in later quotations and paragraphs. */
export function matchQuotations(scene: Scene): Candidate[] {
  const found: Candidate[] = [];
  const speeches = scene.quotations.map((quotation) => readSpeech(scene, quotation));
  let current: OpenSpeech | null = null;
  let before: Speech | null = null;
  for (const speech of speeches) {
    const attribution = attributionOf(scene, speech);
    if (current && before && continues(scene, before, speech, attribution)) {
      current.content.push(spokenSpan(speech));
      if (current.frame === "orphan") found[found.length - 1] = current = sign(scene, speech, current);
    } else if (attribution) {
      const direct = makeDirect(scene, speech, attribution);
      if (!direct) continue;
      current = direct;
      found.push(current);
    } else if (isOrphan(scene.parsed, speech)) {
      current = sign(scene, speech, orphanOf(scene, speech, current));
      found.push(current);
    } else continue;
    before = speech;
  }
  return found;
}

function readSpeech(scene: Scene, quotation: Quotation): Speech {
  const { parsed } = scene;
  const first = tokenAt(parsed, quotation.inner.start);
  const last = Math.min(tokenAt(parsed, quotation.inner.end - 1), parsed.length - 1);
  const words = parsed.text.slice(quotation.inner.start, quotation.inner.end);
  const next = parsed.text.slice(quotation.outer.end, quotation.outer.end + 2);
  const ended = /[.,?!…—-]$/.test(words) || /^,/.test(next) || quotation.goesOn;
  const starts = first < parsed.length && isSentenceStart(parsed, first);
  const opens = /^\W*[\p{Lu}\p{N}]/u.test(words) && isIntroduced(scene, quotation);
  const isSentence = (ended && (opens || starts) && last > first) || (starts && last - first >= SPEECH);
  return { quotation, first, last, isSentence, starts };
}

/** Whether a comma, a colon, a dash or a verb of saying leads to the quotation; other words make it a part of theirs. */
function isIntroduced(scene: Scene, quotation: Quotation): boolean {
  const before = tokenAt(scene.parsed, quotation.outer.start) - 1;
  return before >= 0 && (/^[,:—–-]+$/.test(scene.parsed.form[before]!) || isQuoteVerb(scene, before));
}

function isSentenceStart(parsed: Parsed, token: number): boolean {
  let { first } = parsed.sentences[parsed.sentenceOf[token]!]!;
  while (first < token && parsed.upos[first] === "PUNCT") first++;
  return first === token;
}

/** Token of the verb that ascribes the speech, and its source; null where none stands beside it. */
interface Attribution {
  readonly verb: number;
  readonly source: number;
}

function attributionOf(scene: Scene, speech: Speech): Attribution | null {
  const before = tokenAt(scene.parsed, speech.quotation.outer.start) - 1;
  if (before >= 0 && isQuoteVerb(scene, before)) return attributionBefore(scene, speech);
  return attributionAfter(scene, speech) ?? attributionBefore(scene, speech);
}

/** "“…,” Lavrov said": the verb follows in the same sentence, no other quotation between. */
function attributionAfter(scene: Scene, speech: Speech): Attribution | null {
  const { parsed } = scene;
  if (!isOpenEnded(parsed, speech)) return null;
  const { paragraph } = parsed.sentences[parsed.sentenceOf[speech.last]!]!;
  for (
    let token = tokenAt(parsed, speech.quotation.outer.end), i = 0;
    token < parsed.length && i < REACH;
    token++, i++
  ) {
    const isOver = parsed.sentences[parsed.sentenceOf[token]!]!.paragraph !== paragraph;
    if (isOver || scene.quotationAt[token]! >= 0 || /^[.:;]$/.test(parsed.form[token]!)) return null;
    if (parsed.xpos[token] === "VBG" || !isQuoteVerb(scene, token)) continue;
    const source = quoteSource(scene, token) ?? nounBetween(scene, speech, token);
    if (source !== null) return { verb: token, source };
  }
  return null;
}

/** Whether the sentence goes on after the quotation: no full stop within it, and a comma where it is but a part. */
function isOpenEnded(parsed: Parsed, { quotation, isSentence }: Speech): boolean {
  const words = parsed.text.slice(quotation.inner.start, quotation.outer.end + 1);
  return !/\.["”’'»]*\s?$/.test(words) && (isSentence || /,["”’'»]*\s?$/.test(words));
}

/** "“…,” Bill Smith, head of the programme, said": the noun right after the quotation, where the tree loses it. */
function nounBetween({ parsed }: Scene, speech: Speech, verb: number): number | null {
  const start = tokenAt(parsed, speech.quotation.outer.end);
  let token = parsed.upos[start] === "PUNCT" ? start + 1 : start;
  if (token >= verb || !/^(PROPN|NOUN|PRON|DET|ADJ)$/.test(parsed.upos[token]!)) return null;
  while (parsed.head[token]! > token && parsed.head[token]! < verb) token = parsed.head[token]!;
  return isPossibleSource(parsed, token) ? token : null;
}

/** "Lavrov said: “…”", "added, “…”": the verb stands before, in this sentence or the one that ends in a colon. */
function attributionBefore(scene: Scene, speech: Speech): Attribution | null {
  const { parsed } = scene;
  let token = tokenAt(parsed, speech.quotation.outer.start) - 1;
  if (token < 0) return null;
  const link = parsed.form[token]!;
  const near = /^[,:—–-]$/.test(link) || isQuoteVerb(scene, token);
  if (!near || scene.quotationAt[token]! >= 0) return null;
  const sentence = parsed.sentenceOf[token]!;
  for (let i = 0; token >= 0 && i < REACH && parsed.sentenceOf[token] === sentence; token--, i++) {
    if (scene.quotationAt[token]! >= 0 && link !== ":") return null;
    const source = scene.quotationAt[token]! < 0 ? quoteSource(scene, token) : null;
    if (source !== null) return { verb: token, source };
  }
  return null;
}

function isQuoteVerb(scene: Scene, token: number): boolean {
  return verbCue(scene, token)?.frames.has("quote") ?? false;
}

/** The source of a verb that can introduce quoted words; null where it is none. */
function quoteSource(scene: Scene, token: number): number | null {
  const { parsed } = scene;
  if (!isQuoteVerb(scene, token)) return null;
  const own = findSource(scene, token);
  const source = own >= 0 && scene.quotationAt[own]! < 0 ? own : invertedSource(parsed, token);
  if (source >= 0 && scene.quotationAt[source]! < 0 && isPossibleSource(parsed, source)) return source;
  return nearbySource(scene, token);
}

/** The name or pronoun right before or after the verb, where the tree hangs it elsewhere. */
function nearbySource(scene: Scene, verb: number): number | null {
  const { parsed } = scene;
  for (const token of [verb - 1, verb + 1]) {
    if (token < 0 || token >= parsed.length || parsed.sentenceOf[token] !== parsed.sentenceOf[verb]) continue;
    const isName = /^(PROPN|NOUN|PRON)$/.test(parsed.upos[token]!) && scene.quotationAt[token]! < 0;
    if (isName && isPossibleSource(parsed, token)) return token;
  }
  return null;
}

/** Whether the speech goes on with the one before: in the next paragraph, or once its sentence with the verb has ended. */
function continues(scene: Scene, before: Speech, speech: Speech, own: Attribution | null): boolean {
  if (before.quotation.goesOn) return true;
  const { parsed } = scene;
  const end = tokenAt(parsed, before.quotation.outer.end);
  const start = tokenAt(parsed, speech.quotation.outer.start);
  if (start >= parsed.length || end >= parsed.length) return false;
  const [one, other] = [parsed.sentenceOf[end]!, parsed.sentenceOf[start]!];
  if (parsed.sentences[one]!.paragraph !== parsed.sentences[other]!.paragraph) return false;
  if (one === other) return (speech.isSentence || parsed.form[start - 1] === ",") && (!own || own.verb < start);
  if (!speech.isSentence) return false;
  return other - one === 1 && !own && isSentenceStart(parsed, speech.first);
}

/** The words within the marks. */
function spokenSpan(speech: Speech): Span {
  return speech.quotation.inner;
}

function makeDirect(scene: Scene, speech: Speech, { verb, source }: Attribution): OpenSpeech | null {
  const { parsed } = scene;
  const cue = verbCue(scene, verb);
  if (!cue) return null;
  const words = sourceRange(parsed, source);
  const mixed = speech.isSentence ? null : mixedContent(scene, speech, verb, words.first);
  const before = tokenAt(parsed, speech.quotation.outer.start) - 1;
  const isAdjacent = verb === before || (verb === before - 1 && parsed.form[before] === ",");
  if (!speech.isSentence && !mixed && !isAdjacent) return null;
  return {
    act: cue.act,
    frame: mixed ? "parataxis" : "quote",
    cue: cueSpan(parsed, verb),
    cueToken: verb,
    source: { start: parsed.start[words.first]!, end: parsed.end[words.last]! },
    sourceToken: source,
    content: mixed ?? [spokenSpan(speech)],
    addressees: addresseesBy(parsed, verb, cue).filter((token) => token !== source),
  };
}

/** "The talks are “a good start,” he said", "The talks, he said, “are a good start”": the sentence around the verb's clause. */
function mixedContent(scene: Scene, speech: Speech, verb: number, source: number): Span[] | null {
  const { parsed, quotations } = scene;
  const sentence = parsed.sentences[parsed.sentenceOf[verb]!]!;
  const { inner } = speech.quotation;
  if (verb > speech.last) {
    const first = parsed.sentences[parsed.sentenceOf[speech.first]!]!.first;
    const isTail = source > speech.last && !hasObject(parsed, verb) && hasTensedVerb(parsed, first, speech.last);
    return isTail && first < speech.first ? [{ start: parsed.start[first]!, end: inner.end }] : null;
  }
  const from = Math.min(verb, source);
  const isMedial = /^\P{L}*\p{Ll}/u.test(parsed.text.slice(inner.start, inner.start + 8));
  if (!isMedial || from <= sentence.first || parsed.form[from - 1] !== ",") return null;
  const left = contentSpan(parsed, { first: sentence.first, last: from - 1 }, quotations);
  const last = Math.max(parsed.upos[sentence.last] === "PUNCT" ? sentence.last - 1 : sentence.last, speech.last);
  const right = contentSpan(parsed, { first: speech.first, last }, quotations);
  return left && right ? [left, right] : null;
}

/** Whether the verb has a content of its own after it. */
function hasObject(parsed: Parsed, verb: number): boolean {
  return childrenBy(parsed, verb, "obj", "ccomp", "xcomp").some(
    (child) => child > verb && parsed.upos[child] !== "PROPN",
  );
}

/** Whether the words are speech though no verb ascribes them: sentences of their own, and no title. */
function isOrphan(parsed: Parsed, speech: Speech): boolean {
  if (!speech.isSentence || !speech.starts || speech.last - speech.first < ORPHAN) return false;
  for (let token = speech.first; token <= speech.last; token++) {
    if (/^\p{Ll}/u.test(parsed.form[token]!) && /^(VERB|AUX|PRON|ADV)$/.test(parsed.upos[token]!)) return true;
  }
  return false;
}

/** Quoted sentences that no verb ascribes: whoever spoke last, or the subject of the sentence before. */
function orphanOf(scene: Scene, speech: Speech, current: Candidate | null): OpenSpeech {
  const { parsed } = scene;
  const sentence = parsed.sentenceOf[tokenAt(parsed, speech.quotation.outer.start)] ?? 0;
  const subject = sentence > 0 ? subjectOfSentence(parsed, sentence - 1) : -1;
  const own = subject >= 0 && scene.entities.mentionAt[subject]! >= 0 && scene.quotationAt[subject]! < 0;
  const source = own ? subject : (current?.sourceToken ?? -1);
  return {
    act: "says",
    frame: "orphan",
    cue: null,
    cueToken: -1,
    source: null,
    sourceToken: source,
    content: [spokenSpan(speech)],
    addressees: [],
  };
}

/** The same, said by whoever signs the quotation. */
function sign(scene: Scene, { quotation }: Speech, speech: OpenSpeech): OpenSpeech {
  const signature = signatureAfter(scene, quotation);
  if (!signature) return speech;
  const source = spanOf(scene.parsed, signature.words.first, signature.words.last);
  return { ...speech, frame: "signature", source, sourceToken: signature.token };
}

function subjectOfSentence(parsed: Parsed, sentence: number): number {
  const { first, last } = parsed.sentences[sentence]!;
  for (let token = first; token <= last; token++) {
    if (parsed.head[token] === -1) return childBy(parsed, token, "nsubj", "nsubj:pass");
  }
  return -1;
}
