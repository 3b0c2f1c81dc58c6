/** Decides which of its senses a place name has in one report, and how sure that is. */
import { distanceOf, type Neighbourhood } from "./find-neighbours.js";
import type { PlaceSense } from "./place-sense.js";

/** What the report as a whole says about where it plays. */
export interface PlaceContext {
  /** How often each country is named, by whatever name. */
  readonly countries: ReadonlyMap<string, number>;
  /** The largest of those counts. */
  readonly most: number;
  /** How often each "country division" is named, or a town in it beyond doubt. */
  readonly divisions: ReadonlyMap<string, number>;
  /** How much the report's other places speak for a spot. */
  readonly neighbourhood: Neighbourhood;
}

/** The country or division that the words beside a name put it in. */
export interface PlaceHint {
  readonly country: string | null;
  readonly admin1: string | null;
}

/** Where something lies that the words set the name beside. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** What the words beside a name say of it. */
export interface Beside {
  readonly hints: readonly PlaceHint[];
  readonly spots: readonly Spot[];
}

export interface Resolved {
  readonly sense: PlaceSense;
  readonly score: number;
  /** The words beside the name say where it lies, and this sense lies there. */
  readonly isHinted: boolean;
  /** A sense in another country is nearly as good. */
  readonly isClose: boolean;
  /** The words beside the name put it in a division in which no table knows it. */
  readonly strayed: PlaceHint | null;
}

/** Weight of a country that the report names, of the one it names most, and of what stands beside the name. */
const NAMED = 1.8;
const IN_DIVISION = 1.5;
const MOST_NAMED = 0.7;
const HINTED = 50;
/** Two senses closer than this cannot be told apart. */
const CLOSE = 0.3;

/** The best sense, ties broken by order; null where there is none. */
export function resolveSense(
  key: string,
  senses: readonly PlaceSense[],
  { hints, spots }: Beside,
  context: PlaceContext,
): Resolved | null {
  const isWide = senses.some(({ kind }) => kind !== "town");
  const scored = senses.map((sense) => {
    const hinted = scoreHints(sense, hints) + (isWide ? 0 : scoreSpots(sense, spots));
    return { sense, score: sense.prominence + hinted + scoreContext(key, sense, context), isHinted: hinted > 0 };
  });
  let best = scored[0];
  for (const other of scored) if (best && other.score > best.score) best = other;
  if (!best) return null;
  const { sense, score } = best;
  const isClose = scored.some((other) => other.sense.country !== sense.country && other.score > score - CLOSE);
  return { ...best, isClose, strayed: strayedFrom(best.sense, hints) };
}

/** "Lewisburg, West Virginia" where only other Lewisburgs are known. */
function strayedFrom(sense: PlaceSense, hints: readonly PlaceHint[]): PlaceHint | null {
  if (sense.kind !== "town") return null;
  const isInCountry = hints.some((hint) => hint.country === sense.country);
  const division = hints.find((hint) => hint.admin1 !== null);
  if (!isInCountry && hints.length > 0) return hints[0]!;
  const isElsewhere = division && sense.admin1 !== null && division.country === sense.country;
  return isElsewhere && division.admin1 !== sense.admin1 ? division : null;
}

function scoreHints(sense: PlaceSense, hints: readonly PlaceHint[]): number {
  let score = 0;
  for (const hint of hints) {
    const isInDivision = hint.admin1 !== null && hint.admin1 === sense.admin1 && sense.kind === "town";
    if (isInDivision) score = Math.max(score, HINTED * 2);
    if (hint.country !== null && hint.country === sense.country) score = Math.max(score, HINTED);
  }
  return score;
}

/** "near Cairns": an earlier spot is the likelier one. */
function scoreSpots({ kind, latitude, longitude }: PlaceSense, spots: readonly Spot[]): number {
  if (kind !== "town" || latitude === null || longitude === null) return 0;
  const at = spots.findIndex((spot) => distanceOf({ latitude, longitude }, spot) < NEAR);
  return at < 0 ? 0 : HINTED / (2 + at);
}

/** Kilometres from a place that is told to lie near another. */
const NEAR = 100;

/** A country's own name says nothing about which country it is: only regions and towns draw on the context. */
function scoreContext(key: string, sense: PlaceSense, context: PlaceContext): number {
  if (sense.kind === "country" || sense.country === null) return 0;
  const near = sense.precision === "admin1" || sense.precision === "region" ? 0 : context.neighbourhood(key, sense);
  const count = context.countries.get(sense.country) ?? 0;
  if (count === 0) return near;
  const bonus = NAMED + (count === context.most ? MOST_NAMED : 0);
  if (sense.precision === "admin1") return sense.kind === "region" ? bonus : bonus / 2;
  const isIn = context.divisions.has(divisionKey(sense));
  return near + bonus + (isIn ? (sense.precision === "district" ? IN_DIVISION * 2 : IN_DIVISION) : 0);
}

/** "USA Kentucky": key of a division in the context. */
export function divisionKey(sense: PlaceSense): string {
  return `${sense.country} ${sense.admin1}`;
}
