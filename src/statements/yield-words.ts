/** Takes out of a content the words of whoever tells the sentence that it stands in: "it had no link, Belta reported". */
import { type Parsed, tokenAt } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { Candidate, Scene } from "./candidate.js";
import { contentSpan } from "./phrase-spans.js";

/**
 * Where two statements of a sentence hold each other's cue, the one whose cue comes first gives up the other's words, so that
 * it can be within it: in "Lavrov said it would end, according to Tass" the last three words are not Lavrov's.
 */
export function yieldWords(scene: Scene, candidates: readonly Candidate[]): Candidate[] {
  const bySentence = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.cueToken < 0) continue;
    const sentence = scene.parsed.sentenceOf[candidate.cueToken]!;
    const others = bySentence.get(sentence);
    if (others) others.push(candidate);
    else bySentence.set(sentence, [candidate]);
  }
  return candidates.map((candidate) => {
    if (candidate.cueToken < 0) return candidate;
    const others = bySentence.get(scene.parsed.sentenceOf[candidate.cueToken]!)!;
    return others.length < 2 ? candidate : others.reduce((own, other) => yieldTo(scene, own, other), candidate);
  });
}

function yieldTo(scene: Scene, own: Candidate, teller: Candidate): Candidate {
  if (teller.cueToken <= own.cueToken || !holdsCue(own, teller) || !holdsCue(teller, own)) return own;
  const words = wordsOf(teller);
  const content = own.content.flatMap((span) => without(scene, span, words));
  return content.length === 0 ? own : { ...own, content };
}

function holdsCue({ content }: Candidate, { cue }: Candidate): boolean {
  return cue !== null && content.some(({ start, end }) => start <= cue.start && cue.end <= end);
}

/** From the first to the last word of source and cue. */
function wordsOf({ source, cue }: Candidate): Span {
  const start = Math.min(cue!.start, source?.start ?? cue!.start);
  return { start, end: Math.max(cue!.end, source?.end ?? cue!.end) };
}

/** The parts of a content before and after some words that a comma or a mark parts from the first; else the content. */
function without({ parsed, quotations }: Scene, span: Span, words: Span): Span[] {
  if (words.start <= span.start || words.end > span.end || !isParted(parsed, words.start)) return [span];
  const parts = [
    { first: tokenAt(parsed, span.start), last: tokenAt(parsed, words.start) - 1 },
    { first: tokenAt(parsed, words.end), last: tokenAt(parsed, span.end) - 1 },
  ];
  return parts.map((range) => contentSpan(parsed, range, quotations)).filter((part) => part !== null);
}

function isParted(parsed: Parsed, start: number): boolean {
  return /^[,;”"’'–—-]+$/.test(parsed.form[tokenAt(parsed, start) - 1] ?? "");
}
