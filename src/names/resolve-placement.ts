/** Actor or place: decides once for every name of a state, capital or seat what it does in the sentence. */
import { childBy, hasRelation, type Parsed } from "../language/index.js";
import type { NameKnowledge, Placement } from "./name-knowledge.js";

/**
 * What the words do: "location" where something happens there ("in Moscow"), "goal" where somebody goes to or comes
 * from it ("to Moscow"), else "actor" ("Moscow said", "talks with Moscow", "Moscow's envoy").
 */
export function resolvePlacement(parsed: Parsed, first: number, last: number, names: NameKnowledge): Placement {
  const head = phraseHead(parsed, first, last);
  if (isDateline(parsed, first, last)) return "location";
  if (hasRelation(parsed, head, "nsubj", "obj", "iobj", "nmod:poss", "amod", "compound")) return "actor";
  const anchor = conjoinedWith(parsed, head);
  const preposition = prepositionOf(parsed, anchor, anchor === head ? first : anchor);
  if (preposition === "") return placementByCity(parsed, first);
  const governor = parsed.head[anchor]!;
  const lemma = governor < 0 ? "" : parsed.lemma[governor]!.toLowerCase();
  return names.placements.get(`${lemma} ${preposition}`) ?? names.placements.get(preposition) ?? "actor";
}

/** Whether the words name a place rather than an actor: "in Moscow", "to Moscow", but not "with Moscow". */
export function isLocative(parsed: Parsed, first: number, last: number, names: NameKnowledge): boolean {
  return resolvePlacement(parsed, first, last, names) !== "actor";
}

/** The token of the range whose head lies outside it. */
export function phraseHead(parsed: Parsed, first: number, last: number): number {
  for (let token = first; token <= last; token++) {
    const head = parsed.head[token]!;
    if (head < first || head > last) return token;
  }
  return last;
}

/** "between Russia and China": the second shares the first one's preposition. */
function conjoinedWith(parsed: Parsed, head: number): number {
  let at = head;
  for (let step = 0; step < MAX_CONJUNCTS; step++) {
    if (parsed.deprel[at] !== "conj" || parsed.head[at]! < 0 || childBy(parsed, at, "case") >= 0) return at;
    at = parsed.head[at]!;
  }
  return at;
}

/** Longer lists are read no further up. */
const MAX_CONJUNCTS = 20;

function prepositionOf(parsed: Parsed, head: number, first: number): string {
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (parsed.deprel[child] === "case" && parsed.xpos[child] !== "POS") return parsed.form[child]!.toLowerCase();
  }
  let before = first - 1;
  while (before >= 0 && parsed.upos[before] === "DET") before--;
  const isBefore = before >= 0 && parsed.sentenceOf[before] === parsed.sentenceOf[first];
  return isBefore && parsed.upos[before] === "ADP" && parsed.deprel[before] === "case"
    ? parsed.form[before]!.toLowerCase()
    : "";
}

/** "Karrada, Baghdad": a name set beside a place without a preposition of its own shares that place's. */
function placementByCity(parsed: Parsed, first: number): Placement {
  const isAfterComma = first >= 2 && parsed.form[first - 1] === "," && parsed.upos[first - 2] === "PROPN";
  if (!isAfterComma || !hasRelation(parsed, first, "appos", "nmod", "flat", "list", "dep")) return "actor";
  const host = parsed.head[first]!;
  const isInPlace = host >= 0 && ["in", "at", "near"].includes(prepositionOf(parsed, host, host));
  return isInPlace ? "location" : "actor";
}

/** "BEIRUT —" or "MOSCOW (Agency) -" at the start of a paragraph. */
function isDateline(parsed: Parsed, first: number, last: number): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[first]!];
  if (sentence?.first !== first || sentence.last === last || sentence.heading) return false;
  const words = parsed.text.slice(parsed.start[first], parsed.end[last]);
  return /^[\p{Lu} ]{4,}$/u.test(words) && /^(?:[-–—]|--|,|\()$/.test(parsed.form[last + 1] ?? "");
}
