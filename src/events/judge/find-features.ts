/** What the judge looks at: words on the path between the parties, words of the sentence, and what the rules propose. */
import { children, type Parsed } from "../../language/index.js";
import type { EventType } from "../../reading/index.js";
import { coreOf, findPath, type TreePath } from "./find-path.js";
import type { Question } from "./question.js";

/** Features of four groups by name, and the words of four regions for word vectors. */
export interface Features {
  readonly groups: Readonly<Record<GroupName, ReadonlyMap<string, number>>>;
  readonly regions: Readonly<Record<RegionName, readonly string[]>>;
}

export const GROUPS = ["path", "words", "rule", "standing"] as const;
export const REGIONS = ["all", "core", "top", "next"] as const;
export type GroupName = (typeof GROUPS)[number];
export type RegionName = (typeof REGIONS)[number];

/** Words that say little by themselves. */
export type Ignored = (word: string) => boolean;

/** How many words after the actor's are looked at by themselves. */
const NEXT = 5;
const CONTENT = ["VERB", "NOUN", "ADJ", "AUX"];

/** What the labelled pairs hold for one type. */
export const familyOf = (type: EventType | null): string =>
  type === "CONCEDE" || type === "RETREAT" ? "YIELD" : `${type}`;

export function findFeatures(question: Question, isIgnored: Ignored): Features {
  const { first, last } = sentenceRange(question);
  const words = maskWords(question, first, last);
  const wordAt = (token: number) => words[token - first] ?? "";
  const path = findPath(question);
  const core = coreOf(path, question.trigger);
  const next = nextWords(question, last).map(wordAt);
  const told = (list: readonly string[]) => list.filter((word) => word !== "" && !isIgnored(word));
  return {
    groups: {
      path: pathFeatures(question, path, core, wordAt, isIgnored),
      words: new Map(told(words).map((word) => [`w=${word}`, 1])),
      rule: ruleFeatures(question),
      standing: new Map((question.standing ?? []).map((name) => [name, 1])),
    },
    regions: {
      all: told(words),
      core: told(core.map(wordAt)),
      top: told(path.top < 0 ? [] : [wordAt(path.top)]),
      next: told(next),
    },
  };
}

/** The sentences from the first party's to the last one's. */
function sentenceRange(question: Question): { readonly first: number; readonly last: number } {
  const { parsed, actor, recipient, trigger } = question;
  if (parsed.length === 0) return { first: 0, last: -1 };
  const heads = [actor?.head ?? -1, recipient?.head ?? -1, trigger].filter((token) => token >= 0);
  const sentences = (heads.length > 0 ? heads : [0]).map((token) => parsed.sentenceOf[token]!);
  const first = parsed.sentences[Math.min(...sentences)]!.first;
  return { first, last: parsed.sentences[Math.max(...sentences)]!.last };
}

/** Lemmas, with what names the parties, other names and numbers hidden: who it is must not decide what is done. */
function maskWords(question: Question, first: number, last: number): string[] {
  const { parsed, actor, recipient } = question;
  const words: string[] = [];
  for (let token = first; token <= last; token++) {
    if (actor && actor.first <= token && token <= actor.last) words.push("<a>");
    else if (recipient && recipient.first <= token && token <= recipient.last) words.push("<r>");
    else words.push(maskWord(parsed, token));
  }
  return words;
}

function maskWord(parsed: Parsed, token: number): string {
  if (parsed.upos[token] === "PROPN") return "<n>";
  if (parsed.upos[token] === "NUM") return "<#>";
  return parsed.lemma[token]!.toLowerCase();
}

function nextWords(question: Question, last: number): number[] {
  const from = question.actor ? question.actor.last + 1 : Math.max(question.trigger, 0);
  const found: number[] = [];
  for (let token = from; token <= last && found.length < NEXT; token++) found.push(token);
  return found;
}

function pathFeatures(
  question: Question,
  path: TreePath,
  core: readonly number[],
  wordAt: (token: number) => string,
  isIgnored: Ignored,
): Map<string, number> {
  const { parsed } = question;
  const found = new Map<string, number>();
  for (const token of core) found.set(`p=${wordAt(token)}`, 1);
  if (path.top >= 0) found.set(`c=${wordAt(path.top)}`, 1);
  const links = (tokens: readonly number[]) => tokens.map((token) => parsed.deprel[token]!);
  found.set(`d=${links(path.up).join("^")}|${links(path.down).join("v")}`, 1);
  for (const token of core) addChildren(parsed, token, wordAt, found);
  for (const word of wordsBetween(question).map(wordAt)) if (!isIgnored(word)) found.set(`m=${word}`, 1);
  for (const word of nextWords(question, parsed.length - 1).map(wordAt)) {
    if (word !== "" && !isIgnored(word)) found.set(`n=${word}`, 1);
  }
  return found;
}

/** What hangs on a word of content. */
function addChildren(
  parsed: Parsed,
  token: number,
  wordAt: (token: number) => string,
  found: Map<string, number>,
): void {
  if (!CONTENT.includes(parsed.upos[token]!)) return;
  for (const child of children(parsed, token)) {
    found.set(`k=${wordAt(child)}`, 1);
    if (!wordAt(child).startsWith("<")) found.set(`kk=${wordAt(token)}_${wordAt(child)}`, 1);
  }
}

function wordsBetween(question: Question): number[] {
  const { actor, recipient } = question;
  if (!actor || !recipient) return [];
  const [left, right] = actor.first <= recipient.first ? [actor, recipient] : [recipient, actor];
  const found: number[] = [];
  for (let token = left.last + 1; token < right.first; token++) found.push(token);
  return found;
}

function ruleFeatures(question: Question): Map<string, number> {
  const { answer, proposals, acts } = question;
  const found = new Map<string, number>();
  const type = familyOf(answer.type);
  found.set(`answer=${type}`, 2);
  found.set(`answer=${type}:${Math.floor(answer.confidence * 5)}`, 1);
  if (answer.rule) found.set(`rule=${answer.rule}`, 1);
  for (const [i, proposal] of proposals.slice(0, 3).entries()) {
    found.set(`fit${i}=${familyOf(proposal.type)}:${proposal.fit}`, 1);
  }
  for (const proposal of proposals) found.set(`has=${familyOf(proposal.type)}`, 1);
  for (const act of acts) {
    if (act.own) found.set(`own=${familyOf(act.own)}`, 1);
    if (act.operator) found.set(`op=${act.operator}`, 1);
    if (act.type) found.set(`act=${familyOf(act.type)}${act.dropped ? "-" : "+"}`, 1);
  }
  return found;
}
