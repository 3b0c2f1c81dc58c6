/** How many outlets vouch for an act independently of one another. */
import type { ToldAct } from "./told-act.js";

/**
 * Outlets counted once each: copies count as their original, and whoever passes on an agency's account counts as that agency.
 * A report whose publisher is unknown counts as an outlet of its own.
 */
export function countOutlets(told: readonly ToldAct[]): number {
  const byOriginal = new Map<string, ToldAct>();
  for (const telling of told) {
    const known = byOriginal.get(telling.original);
    if (known === undefined || telling.report === telling.original) byOriginal.set(telling.original, telling);
  }
  return new Set([...byOriginal.values()].map(outletOf)).size;
}

function outletOf(told: ToldAct): string {
  return told.carriers[0] ?? told.outlets[0] ?? told.original;
}
