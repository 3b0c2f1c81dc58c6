/** Who speaks the words inside quotation marks: the subject of the nearest verb of saying outside them. */
import { childrenBy, type Parsed } from "../language/index.js";
import type { Candidate } from "./candidate.js";
import { type FinderContext, nounSectors } from "./reading-context.js";

/** Speaker and listener of a stretch of tokens, as candidate heads; −1 where nobody is named. */
export interface Voice {
  readonly speaker: number;
  readonly listener: number;
}

/** For every token the number of its voice, −1 outside quotations. */
export interface Voices {
  readonly at: Int32Array;
  readonly voices: readonly Voice[];
}

/** The quotations of the text with their voices. */
export function findVoices(context: FinderContext, candidates: readonly Candidate[]): Voices {
  const { parsed } = context;
  const isHead = new Uint8Array(parsed.length);
  for (const { head } of candidates) isHead[head] = 1;
  const at = new Int32Array(parsed.length).fill(-1);
  const voices: Voice[] = [];
  for (const quote of findAddresses(parsed)) {
    at.fill(voices.length, quote.first, quote.last + 1);
    const sentence = parsed.sentenceOf[quote.first]! - 1;
    voices.push(voiceIn(context, sentence, quote, isHead) ?? { speaker: -1, listener: -1 });
  }
  for (const quote of findQuotes(parsed)) {
    at.fill(voices.length, quote.first, quote.last + 1);
    voices.push(findVoice(context, quote, isHead, voices.at(-1)));
  }
  return { at, voices };
}

interface Quote {
  readonly first: number;
  readonly last: number;
}

/** Token ranges between double quotation marks; one left open ends with its paragraph. */
function findQuotes(parsed: Parsed): Quote[] {
  const quotes: Quote[] = [];
  let open = -1;
  for (let token = 0; token < parsed.length; token++) {
    const isNewParagraph = token > 0 && paragraphOf(parsed, token) !== paragraphOf(parsed, token - 1);
    if (isNewParagraph && open >= 0) {
      quotes.push({ first: open, last: token - 1 });
      open = -1;
    }
    if (!/^(?:["“”„]|''|``)$/.test(parsed.form[token]!)) continue;
    if (open >= 0) quotes.push({ first: open, last: token });
    open = open >= 0 ? -1 : token;
  }
  if (open >= 0) quotes.push({ first: open, last: parsed.length - 1 });
  return quotes;
}

/** "Minister Petrov said:" and the paragraphs after it without quotation marks, up to the next such sentence. */
function findAddresses(parsed: Parsed): Quote[] {
  const addresses: Quote[] = [];
  for (const { last, paragraph } of parsed.sentences) {
    const isOpening =
      parsed.form[last] === ":" && last + 1 < parsed.length && paragraphOf(parsed, last + 1) !== paragraph;
    if (!isOpening) continue;
    const before = addresses.pop();
    if (before) addresses.push({ first: before.first, last });
    addresses.push({ first: last + 1, last: parsed.length - 1 });
  }
  return addresses;
}

function paragraphOf(parsed: Parsed, token: number): number {
  return parsed.sentences[parsed.sentenceOf[token]!]!.paragraph;
}

/** Looks in the quotation's own sentences, then in the one before; a quotation that goes on keeps its voice. */
function findVoice(context: FinderContext, quote: Quote, isHead: Uint8Array, before: Voice | undefined): Voice {
  const { parsed } = context;
  const first = parsed.sentenceOf[quote.first]!;
  const last = parsed.sentenceOf[quote.last]!;
  const own = voiceIn(context, last, quote, isHead) ?? voiceIn(context, first, quote, isHead);
  if (own) return own;
  const paragraph = paragraphOf(parsed, quote.first);
  const beside = [first - 1, last + 1].filter((sentence) => parsed.sentences[sentence]?.paragraph === paragraph);
  for (const sentence of [...beside, last + 1, first - 1]) {
    const voice = voiceIn(context, sentence, quote, isHead);
    if (voice) return voice;
  }
  return before ?? { speaker: -1, listener: -1 };
}

function voiceIn(context: FinderContext, sentence: number, quote: Quote, isHead: Uint8Array): Voice | null {
  const { parsed } = context;
  const range = parsed.sentences[sentence];
  if (!range) return null;
  for (let token = range.first; token <= range.last; token++) {
    const isOutside = token < quote.first || token > quote.last;
    if (!isOutside || parsed.upos[token] !== "VERB" || !nounSectors(context, token, "speech")) continue;
    const speaker = childrenBy(parsed, token, "nsubj").find((child) => isHead[child]) ?? -1;
    if (speaker < 0 || (speaker >= quote.first && speaker <= quote.last)) continue;
    return { speaker, listener: listenerOf(parsed, token, isHead) };
  }
  return null;
}

function listenerOf(parsed: Parsed, verb: number, isHead: Uint8Array): number {
  return childrenBy(parsed, verb, "iobj", "obj").find((child) => isHead[child]) ?? -1;
}
