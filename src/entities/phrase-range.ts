/** The words of a mention: its longest noun phrase without relative clauses. */
import { childBy, type Parsed, relation } from "../language/index.js";

/** Which prepositional phrases after the head belong to the mention. */
export type PhraseKind = "person" | "role" | "group" | "organ" | "name";

const OWN_PREPOSITIONS: Readonly<Record<PhraseKind, readonly string[]>> = {
  person: [],
  name: [],
  role: ["of", "for", "to", "at", "in"],
  group: ["of", "in", "inside", "at", "across"],
  organ: ["of", "for", "in"],
};

const PREMODIFIERS = ["det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat", "fixed", "goeswith"];

/** First and last token of the phrase under `head`; no word of it stands apart from the others. */
export function findPhraseRange(parsed: Parsed, head: number, kind: PhraseKind): { first: number; last: number } {
  const inside = new Set([head]);
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (belongs(parsed, child, head, kind)) addBranch(parsed, child, inside);
  }
  let first = head;
  while (inside.has(first - 1) && !isBreak(parsed, first - 1)) first--;
  let last = head;
  while (inside.has(last + 1) && !isBreak(parsed, last + 1)) last++;
  while (last > head && (parsed.upos[last] === "PUNCT" || parsed.xpos[last] === "POS")) last--;
  while (first < head && LEADING.includes(parsed.upos[first]!) && !isQuantity(parsed, first)) first++;
  return { first, last };
}

/** Words that open no noun phrase: what the tree hangs too low stays outside. */
const LEADING = ["PUNCT", "CCONJ", "ADP", "PART", "SCONJ", "ADV"];

/** "about 6,000 soldiers", "more than five million people". */
function isQuantity(parsed: Parsed, token: number): boolean {
  const head = parsed.head[token]!;
  return head > token && head - token < 3 && parsed.upos[head] === "NUM";
}

/** A colon, or a dash with a blank beside it, parts what the tree has joined: "sunflower oil - EU official". */
export function isBreak(parsed: Parsed, token: number): boolean {
  const form = parsed.form[token]!;
  if (/^[:;([]/.test(form)) return true;
  if (!/^[-–—]/.test(form)) return false;
  if (isHeadlineDash(parsed, token)) return true;
  const before = parsed.text[parsed.start[token]! - 1] ?? " ";
  const after = parsed.text[parsed.end[token]!] ?? " ";
  return form.length > 1 || /\s/.test(before) || /\s/.test(after);
}

/** In a headline the dash before the last word, or after a heading in capitals: "to send troops-sources", "FEATURE-Gangs". */
function isHeadlineDash(parsed: Parsed, token: number): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[token]!]!;
  if (!sentence.heading) return false;
  const before = parsed.text.slice(sentence.start, parsed.start[token]!);
  const isLabel = before.length > 4 && before === before.toUpperCase();
  return isLabel || (token + 1 === sentence.last && parsed.upos[token + 1] === "NOUN" && token - sentence.first > 2);
}

function belongs(parsed: Parsed, child: number, head: number, kind: PhraseKind): boolean {
  const deprel = parsed.deprel[child]!;
  if (deprel === "flat" && kind === "name" && parsed.upos[child] !== "PROPN") return false;
  if (PREMODIFIERS.includes(deprel)) return child < head || deprel === "flat" || isPostmodifier(parsed, child, kind);
  if (deprel === "advmod") return child < head && kind === "group";
  if (deprel === "appos") return isOwnApposition(parsed, child) && (kind !== "name" || isDescription(parsed, child));
  if (relation(parsed, child) === "nmod")
    return hasOwnPreposition(parsed, child, kind) && !isLoosePlace(parsed, child, kind);
  return deprel === "acl" && kind === "group" && ["those", "people"].includes(parsed.form[head]!.toLowerCase());
}

/** A number or name set behind a noun belongs to it: "Flight 17", "the organisation Hamas". */
function isPostmodifier(parsed: Parsed, child: number, kind: PhraseKind): boolean {
  if (kind === "name") return false;
  return parsed.upos[child] === "NUM" || parsed.upos[child] === "PROPN";
}

/** "Germany, Europe's largest economy", but not "Iran, Iraq": the members of a list are no descriptions. */
function isDescription(parsed: Parsed, child: number): boolean {
  if (parsed.upos[child] !== "NOUN") return false;
  for (let at = parsed.firstChild[child]!; at >= 0; at = parsed.nextSibling[at]!) {
    if (at < child && ["det", "nmod:poss", "amod"].includes(parsed.deprel[at]!)) return true;
  }
  return false;
}

/** An apposition between commas or without any; one in brackets is a mention of its own: "the PKK" of "(PKK)". */
export function isOwnApposition(parsed: Parsed, child: number): boolean {
  if (parsed.upos[child] !== "PROPN" && parsed.upos[child] !== "NOUN") return false;
  let first = child;
  for (let at = parsed.firstChild[child]!; at >= 0; at = parsed.nextSibling[at]!) if (at < first) first = at;
  if (["ADV", "ADP", "VERB"].includes(parsed.upos[first]!)) return false;
  return !/^[([–—-]/.test(parsed.form[first]!) && !/^[([–—-]/.test(parsed.form[first - 1] ?? "");
}

/** "rebels in gutted buildings": only a place by name tells who they are. */
function isLoosePlace(parsed: Parsed, child: number, kind: PhraseKind): boolean {
  if (kind !== "group" || parsed.upos[child] === "PROPN") return false;
  const preposition = childBy(parsed, child, "case");
  return parsed.form[preposition]!.toLowerCase() !== "of";
}

function hasOwnPreposition(parsed: Parsed, child: number, kind: PhraseKind): boolean {
  for (let at = parsed.firstChild[child]!; at >= 0; at = parsed.nextSibling[at]!) {
    if (parsed.deprel[at] === "case") return OWN_PREPOSITIONS[kind].includes(parsed.form[at]!.toLowerCase());
  }
  return false;
}

/** A branch without its relative clauses and what hangs on them. */
function addBranch(parsed: Parsed, root: number, inside: Set<number>): void {
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    inside.add(next);
    for (let child = parsed.firstChild[next]!; child >= 0; child = parsed.nextSibling[child]!) {
      const deprel = parsed.deprel[child]!;
      if (deprel !== "acl:relcl" && deprel !== "parataxis" && !isLateTime(parsed, child)) open.push(child);
    }
  }
}

/** "on Wednesday in Tunxi" after a name: a time or place of the act that the tree hangs too low. */
function isLateTime(parsed: Parsed, child: number): boolean {
  const head = parsed.head[child]!;
  if (relation(parsed, child) !== "nmod" || child < head || parsed.upos[head] !== "PROPN") return false;
  return !hasOwnPreposition(parsed, child, "organ") || parsed.deprel[head] === "appos";
}
