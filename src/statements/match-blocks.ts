/** Finds a press statement given whole and without quotation marks: "The Minister said:" and the paragraphs after it. */
import type { Parsed, Sentence } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { Candidate, Scene } from "./candidate.js";
import { verbCue } from "./match-verbs.js";
import { cueSpan, sourceRange } from "./phrase-spans.js";
import { findSource, isPossibleSource } from "./resolve-source.js";

/** The block that a colon of this sentence opens; null where the sentence has none, or quotation marks follow it. */
export function matchBlock(scene: Scene, number: number): Candidate | null {
  const { parsed, quotationAt } = scene;
  const sentence = parsed.sentences[number]!;
  const colon = colonOf(parsed, sentence);
  if (colon < 0 || quotationAt[colon]! >= 0) return null;
  if (colon + 1 < parsed.length && quotationAt[colon + 1]! >= 0) return null;
  const verb = speechBefore(scene, sentence, colon);
  const source = verb < 0 ? -1 : blockSource(scene, sentence, verb);
  if (verb < 0 || !isPossibleSource(parsed, source)) return null;
  const content = paragraphsAfter(scene, number, colon);
  if (content.length === 0) return null;
  const words = sourceRange(parsed, source);
  return {
    act: "says",
    frame: "block",
    cue: cueSpan(parsed, verb),
    cueToken: verb,
    source: { start: parsed.start[words.first]!, end: parsed.end[words.last]! },
    sourceToken: source,
    content,
    addressees: [],
  };
}

/** The colon at the end of a sentence, or within it right after a verb; −1 where none. */
function colonOf(parsed: Parsed, sentence: Sentence): number {
  for (let token = sentence.first + 1; token <= sentence.last; token++) {
    if (parsed.form[token] !== ":") continue;
    if (token === sentence.last || parsed.upos[token - 1] === "VERB") return token;
  }
  return -1;
}

/** The last verb of saying before the colon, few words away; −1 where none. */
function speechBefore(scene: Scene, sentence: Sentence, colon: number): number {
  for (let token = colon - 1; token >= Math.max(sentence.first, colon - 12); token--) {
    const cue = verbCue(scene, token);
    if (cue?.frames.has("quote") && cue.act === "says") return token;
    const head = scene.parsed.head[token]!;
    const lemmas = head < 0 ? "" : `${scene.parsed.lemma[head]} ${scene.parsed.lemma[token]}`;
    if (scene.knowledge.phrases.get(lemmas)?.frames.has("colon")) return head;
  }
  return -1;
}

function blockSource(scene: Scene, sentence: Sentence, verb: number): number {
  const { parsed } = scene;
  const source = findSource(scene, verb);
  if (source >= 0) return source;
  for (let token = verb - 1; token >= sentence.first; token--) {
    if (/^(PROPN|NOUN|PRON)$/.test(parsed.upos[token]!)) return token;
  }
  return -1;
}

/** One span a paragraph: the rest of the colon's own, then those after it while they are the speaker's. */
function paragraphsAfter(scene: Scene, number: number, colon: number): Span[] {
  const { parsed } = scene;
  const own = parsed.sentences[number]!;
  const isOwnLine = colon === own.last && parsed.sentences[number + 1]?.paragraph !== own.paragraph;
  const spans: Span[] = [];
  const start = colon + 1 < parsed.length ? parsed.start[colon + 1]! : parsed.text.length;
  const end = endOfParagraph(parsed, number);
  if (!isOwnLine && start < end) spans.push({ start, end });
  for (let at = nextParagraph(parsed, number); at < parsed.sentences.length; at = nextParagraph(parsed, at)) {
    const span = { start: parsed.sentences[at]!.start, end: endOfParagraph(parsed, at) };
    if (!isSpeakers(scene, at, span, isOwnLine)) break;
    spans.push(span);
  }
  return spans;
}

/** Whether the paragraph is still the speaker's: no notes, no quotation, and in a report's flow only where it says "we". */
function isSpeakers(scene: Scene, number: number, span: Span, isBlock: boolean): boolean {
  const { parsed, knowledge, quotationAt } = scene;
  const { first, heading } = parsed.sentences[number]!;
  if (opensSpeech(scene, number)) return false;
  const words = parsed.text.slice(span.start, span.end);
  const opening = words.slice(0, 60).toLowerCase();
  if (knowledge.closers.some((closer) => opening.startsWith(closer))) return false;
  if (quotationAt[first]! >= 0 || (heading && words.length < 40)) return false;
  if (isBlock) return !/\b(?:said|told)\b/.test(words);
  return /\b(?:I|we|our|my|us)\b/i.test(words) && !/\b(?:said|told)\b/.test(words);
}

/** Whether anybody else begins to speak in the paragraph: the blocks of a text never hold one another. */
function opensSpeech(scene: Scene, number: number): boolean {
  const { sentences } = scene.parsed;
  return sentences.slice(number, nextParagraph(scene.parsed, number)).some((sentence) => {
    const colon = colonOf(scene.parsed, sentence);
    return colon >= 0 && speechBefore(scene, sentence, colon) >= 0;
  });
}

function nextParagraph(parsed: Parsed, number: number): number {
  const { paragraph } = parsed.sentences[number]!;
  let at = number;
  while (at < parsed.sentences.length && parsed.sentences[at]!.paragraph === paragraph) at++;
  return at;
}

function endOfParagraph(parsed: Parsed, number: number): number {
  return parsed.sentences[nextParagraph(parsed, number) - 1]!.end;
}
