/** Where the acts gathered so far can be found: by block, by day, by place. A telling looks at its neighbours alone. */
import type { Candidate } from "./candidate.js";
import type { Gathered } from "./gathered.js";

/** Key of the acts that have no place narrower than a country. */
const NOWHERE = "";
/** Acts kept under `ANYWHERE` for one block and day: what a telling without a place is compared with. */
const ANYWHERE = "*";
const ANYWHERE_ACTS = 8;

export interface ActIndex {
  add(act: Gathered): void;
  /** Acts that the candidate may belong to, in the order of their founding; some of them twice. */
  near(candidate: Candidate, slack: number): Iterable<Gathered>;
}

export function createActIndex(): ActIndex {
  const cells = new Map<string, Gathered[]>();
  const cellOf = (block: string, day: number, spot: string) => `${block}\n${day}\n${spot}`;

  function put(cell: string, act: Gathered, most: number): void {
    const acts = cells.get(cell);
    if (acts === undefined) cells.set(cell, [act]);
    else if (acts.length < most && acts.at(-1) !== act) acts.push(act);
  }

  function add(act: Gathered): void {
    const { blocks, days, spots } = act.founder;
    for (const block of blocks) {
      for (let day = days.first; day <= days.last; day += 1) {
        for (const spot of spots.length > 0 ? spots : [NOWHERE])
          put(cellOf(block, day, spot), act, Number.POSITIVE_INFINITY);
        put(cellOf(block, day, ANYWHERE), act, ANYWHERE_ACTS);
      }
    }
  }

  function* near({ blocks, days, spots }: Candidate, slack: number): Iterable<Gathered> {
    const keys = spots.length > 0 ? [...spots, NOWHERE] : [NOWHERE, ANYWHERE];
    for (const block of blocks) {
      for (let day = days.first - slack; day <= days.last + slack; day += 1) {
        for (const spot of keys) yield* cells.get(cellOf(block, day, spot)) ?? [];
      }
    }
  }

  return { add, near };
}
