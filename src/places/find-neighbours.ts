/** What lies near what: places of one report stand close together, so that each of them speaks for its neighbours. */
import type { PlaceSense } from "./place-sense.js";

/** A sense of some name in the report, and how far it may speak for others. */
export interface Anchor {
  /** Folded name: a name does not speak for itself. */
  readonly key: string;
  readonly latitude: number;
  readonly longitude: number;
  /** 1 where the name is settled, less where this is one of several senses. */
  readonly weight: number;
}

/** How much the places near a spot speak for it. */
export type Neighbourhood = (key: string, sense: PlaceSense) => number;

/** Kilometres within which a place speaks in full, and by half. */
const CLOSE_BY = 40;
const NEARBY = 120;
const KILOMETRES_A_DEGREE = 111;
/** More neighbours than these make nothing surer. */
const ENOUGH = 2.5;
/** One neighbour settled and close by is worth this much of the score. */
const WORTH = 1.2;

/** Sorts anchors into cells of one degree, so that each spot looks at the cells around it alone. */
export function findNeighbourhood(anchors: readonly Anchor[]): Neighbourhood {
  const cells = new Map<string, Anchor[]>();
  for (const anchor of anchors) {
    const cell = cellOf(Math.floor(anchor.latitude), Math.floor(anchor.longitude));
    const known = cells.get(cell);
    if (known) known.push(anchor);
    else cells.set(cell, [anchor]);
  }
  return (key, sense) => (sense.latitude === null || sense.longitude === null ? 0 : support(cells, key, sense));
}

const cellOf = (latitude: number, longitude: number) => `${latitude} ${longitude}`;

function support(cells: ReadonlyMap<string, readonly Anchor[]>, key: string, sense: PlaceSense): number {
  const best = new Map<string, number>();
  for (const anchor of anchorsAround(cells, Math.floor(sense.latitude!), Math.floor(sense.longitude!))) {
    if (anchor.key === key) continue;
    const worth = anchor.weight * closeness(sense, anchor);
    if (worth > (best.get(anchor.key) ?? 0)) best.set(anchor.key, worth);
  }
  let sum = 0;
  for (const worth of best.values()) sum += worth;
  return WORTH * Math.min(ENOUGH, sum);
}

/** Those in a cell and the cells around it; towards the poles these grow narrow, so that two to each side are looked at. */
function* anchorsAround(cells: ReadonlyMap<string, readonly Anchor[]>, row: number, column: number): Generator<Anchor> {
  for (let latitude = row - 1; latitude <= row + 1; latitude++) {
    for (let longitude = column - 2; longitude <= column + 2; longitude++) {
      yield* cells.get(cellOf(latitude, longitude)) ?? [];
    }
  }
}

/** 1 close by, one half nearby, 0 beyond. */
function closeness({ latitude, longitude }: PlaceSense, anchor: Anchor): number {
  const distance = distanceOf({ latitude: latitude!, longitude: longitude! }, anchor);
  if (distance <= CLOSE_BY) return 1;
  return distance <= NEARBY ? 0.5 : 0;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Kilometres as on a flat map: right enough for neighbours, and the same on every machine. */
export function distanceOf(a: Point, b: Point): number {
  const north = (a.latitude - b.latitude) * KILOMETRES_A_DEGREE;
  const east = (a.longitude - b.longitude) * KILOMETRES_A_DEGREE * widthAt(b.latitude);
  return Math.sqrt(north * north + east * east);
}

/** The latitude's cosine as a parabola: a degree of longitude at 60 degrees is half as wide as at the equator. */
function widthAt(latitude: number): number {
  const share = latitude / 90;
  return Math.max(0.1, 1 - share * share * 1.1);
}
