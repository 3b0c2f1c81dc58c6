/** What a report as a whole says about where it plays: the countries it names, then the divisions of its sure towns. */
import type { Parsed } from "../language/index.js";
import { findCountryNames, type NameKnowledge } from "../names/index.js";
import type { PlacePhrase } from "./extend-name.js";
import { type Anchor, findNeighbourhood } from "./find-neighbours.js";
import type { PlaceSense } from "./place-sense.js";
import { divisionKey, type PlaceContext, type PlaceHint, type Resolved, type Spot } from "./resolve-place.js";

/** Context from the countries that the text names, by whatever name; "British" in "British Columbia" names none. */
export function findContext(parsed: Parsed, names: NameKnowledge, phrases: readonly PlacePhrase[]): PlaceContext {
  const countries = new Map<string, number>();
  const longer = phrases.filter(({ name }) => name.named === null && name.last > name.first);
  const openers = new Set(longer.map(({ name }) => name.first));
  for (const { country, first, kind } of findCountryNames(parsed, names)) {
    if (kind !== "adjective" || !openers.has(first)) count(countries, country.code);
  }
  const neighbourhood = findNeighbourhood(allAnchors(phrases));
  return { countries, most: largest(countries), divisions: new Map(), neighbourhood };
}

/** Senses of one name that may speak for others, and how far the less prominent of them fall behind. */
const MOST_SENSES = 12;
const WEIGHT_OF_MANY = 0.6;

/** Before anything is settled every sense speaks for what lies near it. */
function allAnchors(phrases: readonly PlacePhrase[]): Anchor[] {
  const byKey = new Map(phrases.map(({ name }) => [name.key, name.senses]));
  return [...byKey].flatMap(([key, senses]) => {
    const firsts = [...senses].sort((a, b) => b.prominence - a.prominence).slice(0, MOST_SENSES);
    return firsts.flatMap((sense) => anchorOf(key, sense, WEIGHT_OF_MANY));
  });
}

function anchorOf(key: string, { latitude, longitude, precision }: PlaceSense, weight: number): Anchor[] {
  const isSpot = precision === "city" || precision === "district" || precision === "point";
  return isSpot && latitude !== null && longitude !== null ? [{ key, latitude, longitude, weight }] : [];
}

/** Score beyond which a town without any hint is taken for sure. */
const SURE = 6.5;

/** The same context, richer by the countries and divisions of what has been resolved beyond doubt. */
export function widenContext(
  context: PlaceContext,
  phrases: readonly PlacePhrase[],
  resolved: readonly (Resolved | null)[],
): PlaceContext {
  const anchors = new Map<string, Anchor[]>();
  const countries = new Map(context.countries);
  const divisions = new Map<string, number>();
  for (const [i, one] of resolved.entries()) {
    if (one) anchors.set(phrases[i]!.name.key, anchorOf(phrases[i]!.name.key, one.sense, 1));
    const isSure = one && (one.isHinted || one.score >= SURE) && !one.isClose && one.sense.kind !== "country";
    if (!isSure || one.sense.country === null) continue;
    count(countries, one.sense.country);
    if (one.sense.admin1 !== null) count(divisions, divisionKey(one.sense));
  }
  const neighbourhood = findNeighbourhood([...anchors.values()].flat());
  return { countries, most: largest(countries), divisions, neighbourhood };
}

/** Hints given once in a report hold for every mention of the name. */
export function poolHints(
  phrases: readonly PlacePhrase[],
  hints: readonly (readonly PlaceHint[])[],
): Map<string, readonly PlaceHint[]> {
  const pooled = new Map<string, readonly PlaceHint[]>();
  for (const [i, phrase] of phrases.entries()) {
    if (hints[i]!.length > 0 && !pooled.has(phrase.name.key)) pooled.set(phrase.name.key, hints[i]!);
  }
  return pooled;
}

/** What a name was set beside once holds for every mention of it too. */
export function poolSpots(
  phrases: readonly PlacePhrase[],
  spotsAt: (i: number) => readonly Spot[],
): Map<string, Spot[]> {
  const pooled = new Map<string, Spot[]>();
  for (const [i, { name }] of phrases.entries()) {
    const spots = spotsAt(i);
    if (spots.length > 0) pooled.set(name.key, [...(pooled.get(name.key) ?? []), ...spots]);
  }
  return pooled;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function largest(counts: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const one of counts.values()) most = Math.max(most, one);
  return most;
}
