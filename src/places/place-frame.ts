/** The frame of a place name: what the words around it say about its being a place. */
import { childBy, hasRelation, type Parsed, relation } from "../language/index.js";
import { type NameKnowledge, nounOf, phraseHead, resolvePlacement } from "../names/index.js";
import type { PlacePhrase } from "./extend-name.js";
import type { PlaceKnowledge } from "./place-knowledge.js";

/**
 * "strong": "in Mosul", "the city of Mosul", a dateline; "weak": "to Mosul", "visited Mosul", "Mosul bombing";
 * "apposition": "Mosul, Iraq"; "argument": "Mosul fell"; "part": a piece of a longer name, "Mosul Trading Company"; "title": of a person's or body's,
 * "Judy Law of Oxford", "Minister for the Middle East".
 */
export type PlaceFrame = "strong" | "weak" | "apposition" | "argument" | "part" | "title";

export interface FrameKnowledge {
  readonly names: NameKnowledge;
  readonly places: PlaceKnowledge;
}

/** The frame of a phrase: the name with its direction and designator. */
export function findFrame(parsed: Parsed, phrase: PlacePhrase, known: FrameKnowledge): PlaceFrame {
  const { first, last } = phrase;
  const head = phraseHead(parsed, first, last);
  if (isDateline(parsed, first, last) || isOfPlaceWord(parsed, first, head, known.places)) return "strong";
  if (isBeforeOffice(parsed, phrase, known.names)) return "weak";
  if (isPartOfName(parsed, first, last, head)) return "part";
  if (isTitleOf(parsed, first, head)) return "title";
  return frameByVerb(parsed, head, known.places) ?? frameByPreposition(parsed, phrase, head, known);
}

/** What the verb or noun above the name makes of it, null where they tell nothing. */
function frameByVerb(parsed: Parsed, head: number, places: PlaceKnowledge): PlaceFrame | null {
  const anchor = conjoinedWith(parsed, head);
  const isReached = isVisited(parsed, anchor, places) || isStruck(parsed, anchor, places);
  return isReached || isOwnerOfPlace(parsed, head, places) ? "weak" : null;
}

function frameByPreposition(parsed: Parsed, phrase: PlacePhrase, head: number, known: FrameKnowledge): PlaceFrame {
  const { first, last } = phrase;
  if (relation(parsed, head) === "compound") {
    return isBeforeAct(parsed, phrase, head, known.places) ? "weak" : "argument";
  }
  const opensSentence = parsed.sentences[parsed.sentenceOf[first]!]!.first === first;
  const placement = opensSentence ? "actor" : resolvePlacement(parsed, first, last, known.names);
  if (placement === "location" && !isAimedAt(parsed, phrase, head)) return "strong";
  if (placement === "goal" && isGoal(parsed, phrase, conjoinedWith(parsed, head), known.places)) return "weak";
  if (isNamedBefore(parsed, first, known.places)) return "strong";
  return isSetBeside(parsed, first) ? "apposition" : "argument";
}

/** "to visit India and Thailand": the second is visited as the first is. */
function conjoinedWith(parsed: Parsed, head: number): number {
  let at = head;
  for (
    let step = 0;
    step < MAX_CONJUNCTS && parsed.head[at]! >= 0 && parsed.upos[parsed.head[at]!] === "PROPN";
    step++
  ) {
    const isBeside = parsed.deprel[at] === "conj" || (parsed.deprel[at] === "appos" && parsed.form[at - 1] === ",");
    if (!isBeside) break;
    at = parsed.head[at]!;
  }
  return at;
}

/** Longer lists are read no further up. */
const MAX_CONJUNCTS = 20;

/** "TUNXI, March 30 (Agency) --", "BEIRUT —": a loud name that opens a paragraph, with a dash or a bracket soon behind. */
export function isDateline(parsed: Parsed, first: number, last: number): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[first]!]!;
  if (sentence.first !== first) return false;
  const words = parsed.text.slice(parsed.start[first], parsed.end[last]);
  if (!/\p{Lu}{4}/u.test(words.replace(/\s/g, "")) || words.toUpperCase() !== words) return false;
  const behind = parsed.text.slice(parsed.end[last], parsed.end[last]! + DATELINE_LENGTH);
  if (sentence.last > last + 3 && /^\s{1,3}\p{Lu}\p{Ll}+\s\p{L}*\p{Ll}/u.test(behind)) return true;
  return /^\s{0,3}(?:,(?:[^\n.;:]|\p{L}\.){0,40})?\s{0,3}(?:[-–—]|\()/u.test(behind);
}

/** Characters within which a dateline shows its dash. */
const DATELINE_LENGTH = 60;
const TIME_WORD = /(?:day|ary|ch|il|May|June|July|August|ber)$/;

/** Whether a neighbour ties the words to a longer proper name: "Paris Hilton", "Washington Post", "Minister for the Middle East". */
function isPartOfName(parsed: Parsed, first: number, last: number, head: number): boolean {
  const above = parsed.head[head]!;
  const isTied = (token: number) =>
    parsed.upos[token] === "PROPN" && /^\p{Lu}/u.test(parsed.form[token]!) && !TIME_WORD.test(parsed.form[token]!);
  if (above > last && above <= last + 3 && hasRelation(parsed, head, "compound", "flat") && isTied(above)) return true;
  if (above >= 0 && above < first && hasRelation(parsed, head, "flat") && isTied(above)) return true;
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    const isOutside = child < first || child > last;
    if (isOutside && hasRelation(parsed, child, "compound", "flat") && isTied(child)) return true;
  }
  return false;
}

/** "Danbury Mayor Ivan Petrov": a town or division right before an office. */
function isBeforeOffice(parsed: Parsed, { name, last }: PlacePhrase, names: NameKnowledge): boolean {
  const next = parsed.form[last + 1]?.toLowerCase() ?? "";
  if (name.named || parsed.sentenceOf[last + 1] !== parsed.sentenceOf[last]) return false;
  return (["role", "title", "group"] as const).some((wanted) => nounOf(names.actors, next, wanted) !== null);
}

/** "Minister for the Middle East", "Islamic State of Iraq": the phrase belongs to the title or name before it. */
function isTitleOf(parsed: Parsed, first: number, member: number): boolean {
  const head = conjoinedWith(parsed, member);
  const above = parsed.head[head]!;
  if (above < 0 || above > first || !/^\p{Lu}/u.test(parsed.form[above]!)) return false;
  const preposition = childBy(parsed, head, "case");
  return preposition >= 0 && relation(parsed, head) === "nmod" && /^(?:for|of|to)$/.test(parsed.form[preposition]!);
}

/** "the village of Foua", "the province of Idlib". */
function isOfPlaceWord(parsed: Parsed, first: number, head: number, places: PlaceKnowledge): boolean {
  const of = parsed.form[first - 1]?.toLowerCase();
  const above = parsed.head[head]!;
  if (of !== "of" || above < 0) return false;
  const kinds = places.words.get(parsed.lemma[above]!.toLowerCase()) ?? [];
  return kinds.some((kind) => kind !== "direction" && kind !== "stretch");
}

/** "Russia's borders", "Cairo's Abbasiya neighbourhood", "Syria's largest city". */
function isOwnerOfPlace(parsed: Parsed, head: number, places: PlaceKnowledge): boolean {
  const noun = parsed.head[head]!;
  if (parsed.deprel[head] !== "nmod:poss" || noun <= head) return false;
  const kinds = places.words.get(parsed.lemma[noun]!.toLowerCase()) ?? [];
  return kinds.some((kind) => kind !== "direction" && kind !== "region");
}

/** "visited Mosul", "left Aleppo"; in a headline the verb may look like a noun. */
function isVisited(parsed: Parsed, head: number, places: PlaceKnowledge): boolean {
  const verb = parsed.head[head]!;
  if (verb < 0 || verb > head || !places.acts.verb.has(parsed.lemma[verb]!.toLowerCase())) return false;
  return parsed.deprel[head] === "obj" || (verb === head - 1 && parsed.deprel[head] === "appos");
}

/** "Typhoon hits Taiwan". */
function isStruck(parsed: Parsed, head: number, places: PlaceKnowledge): boolean {
  const verb = parsed.head[head]!;
  if (verb < 0 || parsed.deprel[head] !== "obj" || !places.acts.harm.has(parsed.lemma[verb]!.toLowerCase()))
    return false;
  const subject = childBy(parsed, verb, "nsubj");
  return subject >= 0 && places.acts.force.has(parsed.lemma[subject]!.toLowerCase());
}

/** "Iraq helicopter crash": a noun for what happened there; before any noun but an actor's a capital is the city. */
function isBeforeAct(parsed: Parsed, phrase: PlacePhrase, head: number, places: PlaceKnowledge): boolean {
  let noun = parsed.head[head]!;
  if (noun <= head) return false;
  if (relation(parsed, noun) === "compound" && parsed.head[noun]! > noun) noun = parsed.head[noun]!;
  const lemma = parsed.lemma[noun]!.toLowerCase();
  if (places.acts.noun.has(lemma)) return true;
  const isLocal = phrase.name.named === null && /^\p{Ll}/u.test(parsed.form[noun]!);
  if (isLocal) return true;
  return phrase.name.named?.kind === "capital" && parsed.upos[noun] === "NOUN" && !places.acts.actor.has(lemma);
}

/** "lashed out at Turkey": nothing happens at a country. */
function isAimedAt(parsed: Parsed, phrase: PlacePhrase, head: number): boolean {
  const preposition = childBy(parsed, head, "case");
  return phrase.name.named?.kind === "name" && !phrase.isPart && preposition >= 0 && parsed.form[preposition] === "at";
}

/** "flew to Iraq", but not "sold arms to Iraq"; a town is where somebody goes whatever the verb. */
function isGoal(parsed: Parsed, phrase: PlacePhrase, head: number, places: PlaceKnowledge): boolean {
  const preposition = childBy(parsed, head, "case");
  const isTo = preposition >= 0 && parsed.form[preposition]!.toLowerCase() === "to";
  if (!isTo || phrase.name.named?.kind !== "name" || phrase.isPart) return true;
  const governor = parsed.head[head]!;
  if (governor < 0) return true;
  const verb = relation(parsed, governor) === "xcomp" || parsed.upos[governor] === "NOUN" ? parsed.head[governor]! : -1;
  return [governor, verb].some((token) => token >= 0 && places.acts.motion.has(parsed.lemma[token]!.toLowerCase()));
}

/** "the capital, Astana", "the town Foua". */
function isNamedBefore(parsed: Parsed, first: number, places: PlaceKnowledge): boolean {
  const noun = parsed.form[first - 1] === "," ? first - 2 : first - 1;
  if (noun < 0 || parsed.sentenceOf[noun] !== parsed.sentenceOf[first] || parsed.upos[noun] !== "NOUN") return false;
  return places.words.get(parsed.form[noun]!)?.includes("city") ?? false;
}

/** After a comma or in brackets behind another name: "Mosul, Iraq", "Foua (Idlib)". */
function isSetBeside(parsed: Parsed, first: number): boolean {
  const before = parsed.form[first - 1];
  if ((before !== "," && before !== "(") || parsed.sentenceOf[first - 2] !== parsed.sentenceOf[first]) return false;
  return parsed.upos[first - 2] === "PROPN";
}
