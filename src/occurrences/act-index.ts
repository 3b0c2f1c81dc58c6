/** Where the acts gathered so far can be found: by type and sides, by day, by place. A telling looks at its neighbours alone. */
import type { DayRange } from "../times/index.js";
import type { Candidate } from "./candidate.js";
import type { Gathered } from "./gathered.js";
import type { Spot } from "./spots.js";

/** Acts of one block and day that a telling is compared with one by one; of more, those of its place and the first without. */
const MANY = 48;
/** Key of the acts that have no place narrower than a province. */
const NOWHERE = "";

interface Cell {
  readonly acts: Gathered[];
  readonly byPlace: Map<string, Gathered[]>;
}

export interface ActIndex {
  add(act: Gathered): void;
  /** Acts that the candidate may belong to, on those days. */
  near(candidate: Candidate, days: DayRange): ReadonlySet<Gathered>;
}

export function createActIndex(): ActIndex {
  const blocks = new Map<string, Map<number, Cell>>();

  function add(act: Gathered): void {
    const { homes, days, spots } = act.founder;
    const places = placeKeys(spots, 0);
    for (const home of homes) {
      const cells = blocks.get(home) ?? new Map<number, Cell>();
      blocks.set(home, cells);
      for (let day = days.first; day <= days.last; day += 1) put(cells, day, act, places);
    }
  }

  function near({ doors, spots }: Candidate, days: DayRange): ReadonlySet<Gathered> {
    const found = new Set<Gathered>();
    for (const door of doors) {
      const cells = blocks.get(door);
      if (cells !== undefined) findIn(cells, days, spots, found);
    }
    return found;
  }

  return { add, near };
}

function put(cells: Map<number, Cell>, day: number, act: Gathered, places: readonly string[]): void {
  const cell = cells.get(day) ?? { acts: [], byPlace: new Map<string, Gathered[]>() };
  cells.set(day, cell);
  cell.acts.push(act);
  for (const place of places) {
    const acts = cell.byPlace.get(place);
    if (acts === undefined) cell.byPlace.set(place, [act]);
    else acts.push(act);
  }
}

function findIn(cells: ReadonlyMap<number, Cell>, days: DayRange, spots: readonly Spot[], found: Set<Gathered>): void {
  for (let day = days.first; day <= days.last; day += 1) {
    const cell = cells.get(day);
    if (cell !== undefined) for (const act of actsOf(cell, spots)) found.add(act);
  }
}

function actsOf({ acts, byPlace }: Cell, spots: readonly Spot[]): readonly Gathered[] {
  if (acts.length <= MANY) return acts;
  const nowhere = (byPlace.get(NOWHERE) ?? []).slice(0, MANY);
  if (spots.length === 0) return [...acts.slice(0, MANY), ...nowhere];
  return [...placeKeys(spots, 1).flatMap((key) => (byPlace.get(key) ?? []).slice(0, MANY)), ...nowhere];
}

/** Squares of a degree that the spots lie in, and those `around`, or their names where nothing tells where they lie. */
function placeKeys(spots: readonly Spot[], around: 0 | 1): readonly string[] {
  const narrow = spots.filter(({ isDivision }) => !isDivision);
  if (narrow.length === 0) return [NOWHERE];
  const keys = narrow.flatMap(({ name, latitude, longitude }) => {
    if (latitude === null || longitude === null) return [name];
    const squares = [name];
    for (let y = -around; y <= around; y += 1) {
      for (let x = -around; x <= around; x += 1)
        squares.push(`${Math.floor(latitude) + y} ${Math.floor(longitude) + x}`);
    }
    return squares;
  });
  return [...new Set(keys)];
}
