/** Finds the source at either end of a headline, "X - official", "Iran: X", and all that a headline's cue opens. */

import { mentionHeadedBy } from "../entities/index.js";
import type { Sentence } from "../language/index.js";
import { type Parsed, tokenAt } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { Candidate, Scene } from "./candidate.js";
import { verbCue } from "./match-verbs.js";
import { contentSpan, cueSpan, sourceRange } from "./phrase-spans.js";
import { isSpeaker, resolveSource } from "./resolve-source.js";

/** Longest source at the end of a headline, in words: "EU foreign policy chief's spokesman". */
const LONGEST_SOURCE = 6;

/** The statements that the shape of a heading opens. */
export function matchHeadline(scene: Scene, sentence: Sentence): Candidate[] {
  if (!sentence.heading) return [];
  const text = scene.parsed.text.slice(sentence.start, sentence.end);
  const tail = matchTail(scene, sentence, text);
  const head = tail ? null : matchHead(scene, sentence, text);
  const end = tail ? tail.content[0]!.end : sentence.end;
  return [tail, head, ...matchRest(scene, sentence, end)].filter((candidate) => candidate !== null);
}

const TAIL = /^(.*\S)(\s*(?:--|[–—:])\s*|\s+-\s*|-)([^\s:–—-][^:–—-]*)$/u;

/** "Troops leave village - EU monitors", "Jets bomb targets: source". */
function matchTail(scene: Scene, sentence: Sentence, text: string): Candidate | null {
  const match = TAIL.exec(text);
  const [, content = "", link = "", name = ""] = match ?? [];
  if (!match || name.split(/\s+/).length > LONGEST_SOURCE || content.split(/\s+/).length < 3) return null;
  const start = sentence.start + content.length + link.length;
  const source = { start, end: sentence.end };
  if (!namesSpeaker(scene, source, link === "-")) return null;
  return sourced(scene, source, { start: sentence.start, end: sentence.start + content.length });
}

/** "Iran: US must go", "Karzai: pact ensures safety". */
function matchHead(scene: Scene, sentence: Sentence, text: string): Candidate | null {
  const match = /^([^:]{2,60}):\s+(\S.*)$/u.exec(text);
  const [whole = "", name = "", content = ""] = match ?? [];
  if (!match || name.split(/\s+/).length > 4 || content.split(/\s+/).length < 3) return null;
  const source = { start: sentence.start, end: sentence.start + name.length };
  if (!isNamed(scene, source)) return null;
  const start = sentence.start + whole.length - content.length;
  return sourced(scene, source, { start, end: sentence.end });
}

function sourced(scene: Scene, source: Span, content: Span): Candidate {
  const sourceToken = headWithin(scene.parsed, source);
  const inner = scene.quotations.find((one) => one.outer.start <= content.start && content.end <= one.outer.end);
  return {
    act: "says",
    frame: "headline",
    cue: null,
    cueToken: -1,
    source,
    sourceToken,
    content: [inner ? inner.inner : content],
    addressees: [],
  };
}

/** The token of the span that hangs outside of it: the last such. */
function headWithin(parsed: Parsed, span: Span): number {
  const first = tokenAt(parsed, span.start);
  const last = Math.min(tokenAt(parsed, span.end - 1), parsed.length - 1);
  for (let token = last; token >= first; token--) {
    const head = parsed.head[token]!;
    if (parsed.upos[token] !== "PUNCT" && (head < first || head > last)) return token;
  }
  return last;
}

/**
 * Whether the words name somebody: a mention, a name, or a common noun of a speaker. After a hyphen without spaces they
 * must be nothing else, for most such hyphens are inside a word: "anti-piracy drills".
 */
function namesSpeaker(scene: Scene, span: Span, glued: boolean): boolean {
  const { parsed, knowledge } = scene;
  const words = parsed.text.slice(span.start, span.end).split(/\s+/);
  const last = words.at(-1)!.toLowerCase().replace(/[.,]$/, "");
  const isSpeakerNoun = knowledge.headlineSpeakers.has(last) || knowledge.headlineSpeakers.has(last.replace(/s$/, ""));
  if (isSpeakerNoun && (!glued || words.length <= 3)) return true;
  if (glued) return /^\p{Lu}/u.test(words[0]!) && isMention(scene, span);
  return isNamed(scene, span) || (/^\p{Lu}/u.test(words[0]!) && words.length <= 2);
}

/** Whether the span is one mention from end to end. */
function isMention(scene: Scene, span: Span): boolean {
  const at = scene.entities.mentionAt[headWithin(scene.parsed, span)] ?? -1;
  const mention = scene.entities.mentions[at];
  return mention !== undefined && mention.span.start <= span.start && mention.span.end >= span.end;
}

/** Whether the span's head is a mention of an actor or somebody who can speak. */
function isNamed(scene: Scene, span: Span): boolean {
  const { parsed, entities, knowledge } = scene;
  const head = headWithin(parsed, span);
  if (mentionHeadedBy(entities, head)) return true;
  for (let token = tokenAt(parsed, span.start); token < parsed.length && parsed.end[token]! <= span.end; token++) {
    if ((entities.mentionAt[token] ?? -1) >= 0) return true;
  }
  return knowledge.speakers.has(parsed.lemma[head]!);
}

const REST: ReadonlySet<string> = new Set(["say", "deny", "claim", "report", "confirm", "insist"]);

/** "Russia says no plans to sell": a headline leaves out words, so all that follows the cue is the content. */
function matchRest(scene: Scene, sentence: Sentence, end: number): Candidate[] {
  const { parsed } = scene;
  for (let token = sentence.first; token < sentence.last; token++) {
    if (!REST.has(parsed.lemma[token]!) || parsed.upos[token] !== "VERB" || scene.quotationAt[token]! >= 0) continue;
    const cue = verbCue(scene, token);
    const source = headlineSource(parsed, sentence, token);
    const last = lastBefore(parsed, sentence, end);
    const isRest =
      cue && source >= sentence.first && source < token && last > token && !/^(VBG|VBN)$/.test(parsed.xpos[token]!);
    if (!isRest || !isSpeaker(scene, source)) continue;
    const content = contentSpan(parsed, { first: token + 1, last: cutAtComma(parsed, token, last) }, scene.quotations);
    if (!content || /^(of|about|against|to) /.test(parsed.text.slice(content.start, content.end))) return [];
    const words = sourceRange(parsed, source);
    const span = { start: parsed.start[words.first]!, end: parsed.end[words.last]! };
    const common = { source: span, sourceToken: source, addressees: [] };
    return [
      { act: cue.act, frame: "rest", cue: cueSpan(parsed, token), cueToken: token, content: [content], ...common },
    ];
  }
  return [];
}

/** The subject, or all words before the cue where no verb is among them and the tree finds none. */
function headlineSource(parsed: Parsed, sentence: Sentence, cue: number): number {
  const source = resolveSource(parsed, cue);
  if (source >= 0) return source;
  for (let token = sentence.first; token < cue; token++) if (/^(VERB|AUX|PUNCT)$/.test(parsed.upos[token]!)) return -1;
  return cue - 1;
}

function lastBefore(parsed: Parsed, sentence: Sentence, end: number): number {
  let last = sentence.last;
  while (last > sentence.first && parsed.end[last]! > end) last--;
  return last;
}

/** "denies shooting down helicopter, blames rebels": a second verb after a comma is another act. */
function cutAtComma(parsed: Parsed, cue: number, last: number): number {
  for (let token = cue + 2; token < last; token++) {
    const follows = parsed.form[token] === "," && /^(VBZ|VBP)$/.test(parsed.xpos[token + 1]!);
    if (follows) return token - 1;
  }
  return last;
}
