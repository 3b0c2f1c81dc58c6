/** Where an act took place: the places that hang on its trigger, on its clause, or on who and what took part. */
import { type Assets, cellOf, listOf, tableOf } from "../../assets/index.js";
import { childBy, childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import type { PlaceLayer, PlaceMention } from "../../places/index.js";
import type { EventCandidate } from "../event-layer.js";
import { entriesWithin, isOccasion, isVerbal, lemmaAt, opensClause } from "./clauses.js";
import { hasMark } from "./find-beside.js";
import { isOfKind, type StatusCues } from "./status-cues.js";

/** Types by the prepositions that make a place the scene of such an act; an empty set stands for all types. */
export type ScenePrepositions = ReadonlyMap<string, ReadonlySet<string>>;

/** Types whose object is the place itself: "visits Pakistan", "seized the town", "left Somalia". */
const PLACE_IS_OBJECT: readonly string[] = ["CONSULT", "ASSAULT", "RETREAT", "AGREE"];

/** Types that happen where those stand whom they befall: "bombed rebels in the north", "rescued workers in Mali". */
const BODILY: readonly string[] = ["AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"];

/** A place and the word by which it hangs on the rest: "city" of "the city of Mosul". */
interface PlacePhrase {
  readonly mention: PlaceMention;
  readonly top: number;
  readonly isCountry: boolean;
}

/** What tells a scene: the prepositions, and the verbs that only carry their noun ("held talks in Khartoum"). */
export interface SceneWords {
  readonly prepositions: ScenePrepositions;
  readonly placeParts: ReadonlySet<string>;
  readonly cues: StatusCues;
}

interface Scene extends SceneWords {
  readonly candidate: EventCandidate;
  readonly parsed: Parsed;
}

export function createPlacePrepositions(assets: Pick<Assets, "tables">): ScenePrepositions {
  const table = tableOf(assets, "events/place-prepositions");
  return new Map(
    table.rows.map((row) => [cellOf(table, row, "preposition"), new Set(listOf(table, row, "types"))] as const),
  );
}

/** Nouns that stand for the place after "of": "the city of Cusco", "control of the port". */
export function createPlaceParts(assets: Pick<Assets, "tables">): ReadonlySet<string> {
  const table = tableOf(assets, "events/place-parts");
  return new Set(table.rows.map((row) => cellOf(table, row, "noun")));
}

/**
 * The mentions of places where the act took place, the scene first: those on the trigger's own words, else those on
 * its clause, else those on whom it befell, else those on the clause that it goes on or serves.
 */
export function findScene(
  candidate: EventCandidate,
  parsed: Parsed,
  places: PlaceLayer,
  words: SceneWords,
): PlaceMention[] {
  const sentence = parsed.sentences[parsed.sentenceOf[candidate.trigger]!]!;
  const mentions = entriesWithin(places.mentions, sentence.first, sentence.last);
  // A refusal takes place nowhere in particular: the place told with it is that of what is refused.
  if (mentions.length === 0 || candidate.type === "REJECT") return [];
  const scene: Scene = { candidate, parsed, ...words };
  const heads = new Set(mentions.map(({ head }) => head));
  const phrases = mentions.map((mention) => readPhrase(scene, mention, places, heads));
  for (const anchor of anchorsOf(parsed, candidate)) {
    for (const isFound of [standsOn, standsOnPart]) {
      const found = phrases.filter((phrase) => isFound(scene, phrase, anchor));
      if (found.length > 0) return found.map(({ mention }) => mention);
    }
  }
  const place = findWhere(parsed, candidate.clause);
  return phrases.filter(({ mention, top }) => mention.head === place || top === place).map(({ mention }) => mention);
}

/** The noun whose "where" clause tells the act: "the town, where troops shelled a school"; −1 where there is none. */
function findWhere(parsed: Parsed, clause: number): number {
  if (!hasRelation(parsed, clause, "acl:relcl")) return -1;
  const isWhere = childrenBy(parsed, clause, "advmod", "mark").some((child) => lemmaAt(parsed, child) === "where");
  return isWhere ? parsed.head[clause]! : -1;
}

/** Words on which the scene may hang, the closest first. */
function anchorsOf(parsed: Parsed, candidate: EventCandidate): number[] {
  const { trigger, clause, promised } = candidate;
  const goals = candidate.type === "ASSAULT" || candidate.type === "MOBILIZE" ? goalsOf(parsed, trigger, clause) : [];
  if (candidate.type === "AGREE" && promised >= 0) goals.push(promised);
  return [...new Set([trigger, ...goals, clause, ...continuedClauses(parsed, clause)])];
}

/** What an operation is for tells where it is: "the start of operations to retake the city". */
function goalsOf(parsed: Parsed, trigger: number, clause: number): number[] {
  const over = hasRelation(parsed, trigger, "nmod") ? [parsed.head[trigger]!] : [];
  const goals = [trigger, ...over, clause]
    .flatMap((token) => childrenBy(parsed, token, "acl", "advcl", ...(clause === trigger ? [] : ["xcomp"])))
    .filter((child) => hasMark(parsed, child, "to"));
  return [...goals, ...infinitiveAfter(parsed, trigger)];
}

/** "the operation to liberate …", wherever a parser hangs the infinitive. */
function infinitiveAfter(parsed: Parsed, noun: number): number[] {
  const mark = noun + 1;
  if (isVerbal(parsed, noun) || mark >= parsed.length || parsed.deprel[mark] !== "mark") return [];
  return lemmaAt(parsed, mark) === "to" ? [parsed.head[mark]!] : [];
}

/** The clauses that this one goes on: "began leaving", "met in Oslo and agreed". */
function continuedClauses(parsed: Parsed, clause: number): number[] {
  const found: number[] = [];
  let at = clause;
  while (parsed.head[at]! >= 0 && hasRelation(parsed, at, "xcomp") && isVerbal(parsed, parsed.head[at]!)) {
    at = parsed.head[at]!;
    found.push(at);
  }
  return found;
}

/** Climbs while the place only narrows another one down: "in Cusco, in southern Peru", "the city of Cusco". */
function readPhrase(scene: Scene, mention: PlaceMention, places: PlaceLayer, heads: ReadonlySet<number>): PlacePhrase {
  const place = places.places[Number(mention.place.slice(1)) - 1];
  const { parsed } = scene;
  let top = mention.head;
  while (parsed.head[top]! >= 0 && isNarrower(scene, top, heads)) top = parsed.head[top]!;
  return { mention, top, isCountry: place?.precision === "country" };
}

function isNarrower({ parsed, placeParts }: Scene, token: number, heads: ReadonlySet<number>): boolean {
  const noun = parsed.head[token]!;
  if (hasRelation(parsed, token, "appos", "flat")) return true;
  if (hasRelation(parsed, token, "conj")) return !isVerbal(parsed, token);
  if (heads.has(noun)) return hasRelation(parsed, token, "nmod", "compound");
  if (parsed.upos[noun] === "PROPN" && hasRelation(parsed, token, "compound", "nmod:poss")) return true;
  return hasRelation(parsed, token, "nmod") && placeParts.has(lemmaAt(parsed, noun)) && hasCase(parsed, token, "of");
}

function hasCase(parsed: Parsed, token: number, word: string): boolean {
  return childrenBy(parsed, token, "case").some((child) => lemmaAt(parsed, child) === word);
}

/** The place hangs on the word itself: "met in Oslo", "attacks on Gaza", "visits Pakistan", "the Iraq pullout". */
function standsOn(scene: Scene, { top, isCountry }: PlacePhrase, anchor: number): boolean {
  const { parsed, candidate } = scene;
  if (parsed.head[top] !== anchor) return hangsOnName(scene, top, anchor);
  if (hasRelation(parsed, top, "obl", "nmod", "advmod") && childBy(parsed, top, "case") >= 0) {
    return isScenic(scene, top, candidate.type);
  }
  if (hasRelation(parsed, top, "obj")) return PLACE_IS_OBJECT.includes(candidate.type);
  if (hasRelation(parsed, top, "nmod:poss")) return !isCountry && candidate.type !== "CONSULT";
  const isActor = isCountry && candidate.type !== "RETREAT";
  return hasRelation(parsed, top, "compound") && !isVerbal(parsed, anchor) && !isActor;
}

/** The place hangs on a name in the anchor's clause, where parsers tend to leave it: "met Wang Yi in Tunxi". */
function hangsOnName(scene: Scene, top: number, anchor: number): boolean {
  const { parsed } = scene;
  let name = parsed.head[top]!;
  if (name < 0 || parsed.upos[name] !== "PROPN" || !hasRelation(parsed, top, "nmod") || !isScenic(scene, top, "")) {
    return false;
  }
  // "his colleague Wang Yi on Wednesday in Tunxi": one name may hang on another, or on the noun that it explains.
  while (
    parsed.head[name]! >= 0 &&
    parsed.head[name] !== anchor &&
    hasRelation(parsed, name, "appos", "flat", "nmod")
  ) {
    name = parsed.head[name]!;
  }
  return parsed.head[name] === anchor && hasRelation(parsed, name, "obl", "obj", "nmod", "appos");
}

/** The place hangs on a participant or an occasion in the anchor's clause: "rescued workers in Mali". */
function standsOnPart(scene: Scene, { top }: PlacePhrase, anchor: number): boolean {
  const { parsed, candidate } = scene;
  if (!hasRelation(parsed, top, "nmod", "obl") || !isScenic(scene, top, "")) return false;
  const isCarrier = isOfKind(scene.cues, "carrier", lemmaAt(parsed, anchor));
  const isBodily = BODILY.includes(candidate.type) || isCarrier;
  for (let at = parsed.head[top]!; at >= 0 && at !== anchor; at = parsed.head[at]!) {
    if (opensClause(parsed, at) || isVerbal(parsed, at)) return false;
    if (!isBodily && !isOccasion(parsed, at) && lemmaAt(parsed, at) !== "place") return false;
    if (parsed.head[at] === anchor) return true;
  }
  return false;
}

/** Whether the preposition makes a scene for the type; "" asks for one that does so for all types. */
function isScenic({ parsed, prepositions }: Scene, token: number, type: string): boolean {
  return childrenBy(parsed, token, "case").some((child) => {
    const types = prepositions.get(lemmaAt(parsed, child));
    return types !== undefined && (types.size === 0 || types.has(type));
  });
}
