/** What of the evidence counts: a relation can be drawn again without an outlet, a side's media, claims or copies. */
import type { TellingRow } from "./load-pair.js";

export interface Switches {
  /** Publishers that are left out. */
  readonly without: readonly string[];
  /** Countries whose state media and read-outs are left out. */
  readonly withoutState: readonly string[];
  /** Only what a report tells itself or has from whoever did it: at most one statement between the act and us. */
  readonly firstHand: boolean;
  /** Whether copies of another report count as tellings of their own. */
  readonly copies: boolean;
  /** Whether acts count that are only claimed by somebody. */
  readonly claims: boolean;
}

export const ALL_EVIDENCE: Switches = { without: [], withoutState: [], firstHand: false, copies: true, claims: true };

/** What is known of a publisher: a row of `data/outlets.tsv`. */
export interface Outlet {
  readonly publisher: string;
  readonly country: string | null;
  readonly owner: "state" | "public" | "private" | "unknown";
  readonly agency: boolean;
  /** Country whose side the outlet tells; null for none in particular. */
  readonly side: string | null;
}

/** Outlets by folded publisher. */
export type Outlets = ReadonlyMap<string, Outlet>;

export function foldPublisher(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim();
}

/** Whether a telling counts with these switches. An outlet that the table does not know belongs to nobody's state. */
export function counts(telling: TellingRow, switches: Switches, outlets: Outlets): boolean {
  if (!switches.copies && telling.isCopy) return false;
  if (!switches.claims && telling.claim !== "report") return false;
  if (switches.firstHand && telling.chain > 1) return false;
  const without = new Set(switches.without.map(foldPublisher));
  const isOut = (publisher: string) => {
    const outlet = outlets.get(publisher);
    const isState = outlet?.owner === "state" && switches.withoutState.includes(outlet.side ?? outlet.country ?? "");
    return isState || without.has(publisher);
  };
  // A text that several outlets have stands as long as one of them does.
  return telling.publishers.length === 0 || !telling.publishers.every(isOut);
}
