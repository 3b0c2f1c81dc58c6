/** The frame of a place name: what the words around it say about its being a place. */
import { hasRelation, type Parsed, relation } from "../language/index.js";
import { type NameKnowledge, phraseHead, resolvePlacement } from "../names/index.js";
import type { PlaceKnowledge } from "./place-knowledge.js";

/**
 * "strong": "in Mosul", "the city of Mosul", a dateline; "weak": "to Mosul", "visited Mosul", "Mosul bombing";
 * "apposition": "Mosul, Iraq"; "argument": "Mosul fell"; "part": a piece of a longer name, "Mosul Trading Company".
 */
export type PlaceFrame = "strong" | "weak" | "apposition" | "argument" | "part";

/** The frame of the phrase from `first` to `last`, which is the name with its direction and designator. */
export function findFrame(parsed: Parsed, first: number, last: number, known: FrameKnowledge): PlaceFrame {
  if (isDateline(parsed, first, last)) return "strong";
  if (isPartOfName(parsed, first, last)) return "part";
  const head = phraseHead(parsed, first, last);
  if (isOfPlaceWord(parsed, first, head, known.places)) return "strong";
  const placement = resolvePlacement(parsed, first, last, known.names);
  if (placement === "location") return "strong";
  if (placement === "goal" || isVisited(parsed, head, known.places) || isBeforeAct(parsed, head, known.places))
    return "weak";
  return isSetBeside(parsed, first) ? "apposition" : "argument";
}

export interface FrameKnowledge {
  readonly names: NameKnowledge;
  readonly places: PlaceKnowledge;
}

/** "TUNXI, March 30 (Agency) --", "BEIRUT —": a loud name that opens a paragraph. */
export function isDateline(parsed: Parsed, first: number, last: number): boolean {
  const number = parsed.sentenceOf[first]!;
  const sentence = parsed.sentences[number]!;
  if (sentence.first !== first || sentence.last === last) return false;
  const words = parsed.text.slice(parsed.start[first], parsed.end[last]);
  const next = parsed.form[last + 1] ?? "";
  if (words.length < 4 || words.toUpperCase() !== words) return false;
  return /^[-–—,(/:]/.test(next);
}

/** Whether a neighbour ties the words to a longer proper name: "Paris Hilton", "Washington Post", "Mayor London Breed". */
function isPartOfName(parsed: Parsed, first: number, last: number): boolean {
  const head = phraseHead(parsed, first, last);
  const above = parsed.head[head]!;
  const isTied = (token: number) => parsed.upos[token] === "PROPN" && /^\p{Lu}/u.test(parsed.form[token]!);
  if (above > last && above <= last + 3 && hasRelation(parsed, head, "compound", "flat") && isTied(above)) return true;
  if (above >= 0 && above < first && hasRelation(parsed, head, "flat") && isTied(above)) return true;
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    const isOutside = child < first || child > last;
    if (isOutside && hasRelation(parsed, child, "compound", "flat") && isTied(child)) return true;
  }
  return false;
}

/** "the village of Foua", "the province of Idlib". */
function isOfPlaceWord(parsed: Parsed, first: number, head: number, places: PlaceKnowledge): boolean {
  const of = parsed.form[first - 1]?.toLowerCase();
  const above = parsed.head[head]!;
  if (of !== "of" || above < 0) return false;
  const kinds = places.words.get(parsed.form[above]!.toLowerCase()) ?? [];
  return kinds.some((kind) => kind !== "direction" && kind !== "stretch");
}

/** "visited Mosul", "left Aleppo". */
function isVisited(parsed: Parsed, head: number, places: PlaceKnowledge): boolean {
  const verb = parsed.head[head]!;
  return verb >= 0 && parsed.deprel[head] === "obj" && places.verbs.has(parsed.lemma[verb]!.toLowerCase());
}

/** "Iraq helicopter crash": the name stands before a noun for what happened there. */
function isBeforeAct(parsed: Parsed, head: number, places: PlaceKnowledge): boolean {
  const noun = parsed.head[head]!;
  return noun > head && relation(parsed, head) === "compound" && places.nouns.has(parsed.lemma[noun]!.toLowerCase());
}

/** After a comma or in brackets behind another name: "Mosul, Iraq", "Foua (Idlib)". */
function isSetBeside(parsed: Parsed, first: number): boolean {
  const before = parsed.form[first - 1];
  if (before !== "," && before !== "(") return false;
  return parsed.upos[first - 2] === "PROPN" && parsed.sentenceOf[first - 2] === parsed.sentenceOf[first];
}
