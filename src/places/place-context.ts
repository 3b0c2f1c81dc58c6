/** What a report as a whole says about where it plays: the countries it names, then the divisions of its sure towns. */
import type { Parsed } from "../language/index.js";
import { findCountryNames, type NameKnowledge } from "../names/index.js";
import type { PlacePhrase } from "./extend-name.js";
import { divisionKey, type PlaceContext, type PlaceHint, type Resolved } from "./resolve-place.js";

/** Context from the countries that the text names, by whatever name; "British" in "British Columbia" names none. */
export function findContext(parsed: Parsed, names: NameKnowledge, phrases: readonly PlacePhrase[]): PlaceContext {
  const countries = new Map<string, number>();
  const longer = phrases.filter(({ name }) => name.named === null && name.last > name.first);
  const openers = new Set(longer.map(({ name }) => name.first));
  for (const { country, first, kind } of findCountryNames(parsed, names)) {
    if (kind !== "adjective" || !openers.has(first)) count(countries, country.code);
  }
  return { countries, most: largest(countries), divisions: new Map() };
}

/** Score beyond which a town without any hint is taken for sure. */
const SURE = 6.5;

/** The same context, richer by the countries and divisions of what has been resolved beyond doubt. */
export function widenContext(context: PlaceContext, resolved: readonly (Resolved | null)[]): PlaceContext {
  const countries = new Map(context.countries);
  const divisions = new Map<string, number>();
  for (const one of resolved) {
    const isSure = one && (one.isHinted || one.score >= SURE) && !one.isClose && one.sense.kind !== "country";
    if (!isSure || one.sense.country === null) continue;
    count(countries, one.sense.country);
    if (one.sense.admin1 !== null) count(divisions, divisionKey(one.sense));
  }
  return { countries, most: largest(countries), divisions };
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

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function largest(counts: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const one of counts.values()) most = Math.max(most, one);
  return most;
}
