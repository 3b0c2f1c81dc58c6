/** Where acts were, and whether two places can be one. */
import type { ToldPlace } from "./told-act.js";

/** A place narrower than a country: a spot on the map, or a province. */
export interface Spot {
  readonly name: string;
  /** "UKR/Kyiv City": the province that it is or lies in; null where unknown. */
  readonly division: string | null;
  readonly isDivision: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A town and its airport, a base and the town beside it. */
const NEAR_KM = 50;
const KM_PER_DEGREE = 111.2;

/** Those of the places that are not wide, sorted by name. */
export function spotsOf(places: readonly ToldPlace[]): readonly Spot[] {
  const narrow = new Map(places.filter(({ extent }) => extent !== "wide").map((place) => [place.name, place]));
  return [...narrow.values()]
    .map(({ name, country, admin1, latitude, longitude, extent }) => {
      const isDivision = extent === "division";
      const within = isDivision ? name : admin1;
      return { name, division: within === null ? null : `${country}/${within}`, isDivision, latitude, longitude };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** "same": a spot of each is one; "open": a telling names none, or a province that holds the other's; "apart": neither. */
export function compareSpots(some: readonly Spot[], others: readonly Spot[]): "same" | "open" | "apart" {
  if (some.length === 0 || others.length === 0) return "open";
  const meet = (test: (one: Spot, other: Spot) => boolean) =>
    some.some((one) => others.some((each) => test(one, each)));
  if (meet(areSame)) return "same";
  return meet(mayHold) ? "open" : "apart";
}

function areSame(one: Spot, other: Spot): boolean {
  if (one.name === other.name) return true;
  return !one.isDivision && !other.isDivision && distance(one, other) <= NEAR_KM;
}

function mayHold(one: Spot, other: Spot): boolean {
  return one.isDivision !== other.isDivision && (one.division === null || one.division === other.division);
}

/** Kilometres on a plane that touches the earth there: near enough for what is near. */
function distance(one: Spot, other: Spot): number {
  if (one.latitude === null || other.latitude === null || one.longitude === null || other.longitude === null)
    return Number.POSITIVE_INFINITY;
  const shrink = Math.cos(((one.latitude + other.latitude) / 2) * (Math.PI / 180));
  return KM_PER_DEGREE * Math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * shrink);
}
