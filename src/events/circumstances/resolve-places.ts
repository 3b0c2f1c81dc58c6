/** Where an act took place: the places that hang on its trigger or on its clause. */
import { type Assets, cellOf, listOf, tableOf } from "../../assets/index.js";
import { childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import type { PlaceLayer, PlaceMention } from "../../places/index.js";
import type { EventCandidate } from "../event-layer.js";
import { entriesWithin, isVerbal, lemmaAt, opensClause } from "./clauses.js";

/** Types by the prepositions that make a place the scene of such an act; an empty set stands for all types. */
export type ScenePrepositions = ReadonlyMap<string, ReadonlySet<string>>;

/** Types whose object is the place itself: "visits Pakistan", "seized the town", "left Somalia". */
const PLACE_IS_OBJECT: readonly string[] = ["CONSULT", "ASSAULT", "RETREAT", "AGREE"];

export function createPlacePrepositions(assets: Pick<Assets, "tables">): ScenePrepositions {
  const table = tableOf(assets, "events/place-prepositions");
  return new Map(
    table.rows.map((row) => [cellOf(table, row, "preposition"), new Set(listOf(table, row, "types"))] as const),
  );
}

/**
 * The mentions of places where the act took place, the scene first: those on the trigger's own words, else those on
 * its clause, else those on the clause that it continues.
 */
export function findScene(
  candidate: EventCandidate,
  parsed: Parsed,
  places: PlaceLayer,
  prepositions: ScenePrepositions,
): PlaceMention[] {
  const sentence = parsed.sentences[parsed.sentenceOf[candidate.trigger]!]!;
  const mentions = entriesWithin(places.mentions, sentence.first, sentence.last);
  const byNearness = [candidate.trigger, candidate.clause, continuedClause(parsed, candidate.clause)];
  for (const anchor of byNearness) {
    const scene = mentions.filter((mention) => isSceneOf(parsed, mention, anchor, candidate, prepositions));
    if (scene.length > 0) return scene;
  }
  return [];
}

/** The clause that this one goes on: "met in Oslo and agreed …", "began leaving"; itself where there is none. */
function continuedClause(parsed: Parsed, clause: number): number {
  let at = clause;
  while (parsed.head[at]! >= 0 && hasRelation(parsed, at, "xcomp") && isVerbal(parsed, parsed.head[at]!))
    at = parsed.head[at]!;
  return at;
}

function isSceneOf(
  parsed: Parsed,
  mention: PlaceMention,
  anchor: number,
  candidate: EventCandidate,
  prepositions: ScenePrepositions,
): boolean {
  let at = mention.head;
  if (at === anchor) return false;
  while (parsed.head[at]! >= 0 && parsed.head[at] !== anchor) {
    if (opensClause(parsed, at) || !leadsOn(parsed, at, prepositions)) return false;
    at = parsed.head[at]!;
  }
  if (parsed.head[at] !== anchor) return false;
  if (at !== mention.head && hasRelation(parsed, at, "nsubj", "nsubj:pass")) return false;
  return isSceneRelation(parsed, at, candidate, prepositions);
}

/**
 * Whether a place may be the scene by way of the noun that it hangs on: that noun is a wider or narrower place ("the
 * city of Mosul", "at the consulate in Paris"), or a name on which parsers tend to leave it ("met Wang Yi in Tunxi").
 */
function leadsOn(parsed: Parsed, token: number, prepositions: ScenePrepositions): boolean {
  if (hasRelation(parsed, token, "appos", "compound", "flat", "conj", "nmod:poss")) return true;
  if (!hasRelation(parsed, token, "nmod")) return false;
  const noun = parsed.head[token]!;
  const cases = childrenBy(parsed, token, "case").map((child) => lemmaAt(parsed, child));
  if (cases.includes("of")) return true;
  if (!cases.some((word) => prepositions.get(word)?.size === 0)) return false;
  if (parsed.upos[noun] === "PROPN" || parsed.upos[noun] === "PRON" || parsed.upos[noun] === "NUM") return true;
  return childrenBy(parsed, noun, "case").some((child) => prepositions.get(lemmaAt(parsed, child))?.size === 0);
}

function isSceneRelation(
  parsed: Parsed,
  token: number,
  candidate: EventCandidate,
  prepositions: ScenePrepositions,
): boolean {
  if (hasRelation(parsed, token, "obl", "nmod", "advmod")) {
    const cases = childrenBy(parsed, token, "case").map((child) => lemmaAt(parsed, child));
    if (cases.length === 0) return hasRelation(parsed, token, "advmod", "nmod:poss") && candidate.type !== "CONSULT";
    return cases.some((word) => {
      const types = prepositions.get(word);
      return types !== undefined && (types.size === 0 || types.has(candidate.type));
    });
  }
  if (hasRelation(parsed, token, "obj")) return PLACE_IS_OBJECT.includes(candidate.type);
  return hasRelation(parsed, token, "compound") && !isVerbal(parsed, candidate.trigger);
}
