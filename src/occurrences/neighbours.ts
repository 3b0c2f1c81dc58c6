/** Who can have a say in how a telling is gathered: its neighbours by type, sides and days, and theirs. */
import type { DayRange } from "../times/index.js";
import { makeCandidate } from "./candidate.js";
import type { ToldAct } from "./told-act.js";

/** What a telling is found by, small enough to be kept of every telling. */
export interface Sign extends DayRange {
  /** Hashes of what it stands under and of what it looks under: two that are the same by chance only cost time. */
  readonly homes: readonly number[];
  readonly doors: readonly number[];
}

/** Null for a telling that is not gathered: without a day or a side. */
export function signOf(told: ToldAct): Sign | null {
  const candidate = makeCandidate(told);
  if (candidate === null) return null;
  const { homes, doors, reach } = candidate;
  return { ...reach, homes: homes.map(hash), doors: doors.map(hash) };
}

/** FNV-1a, 31 bits: a whole number to every database. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 1;
}

/** Days of one drawer of the index. */
const DRAWER = 32;

/**
 * All of `signs` that `start` reaches by way of neighbours or bonds (tellings that people joined), `start` included. What lies
 * outside is gathered the same with `start` and without.
 */
export function reachable<One extends Sign>(
  start: readonly One[],
  signs: readonly One[],
  bonds: ReadonlyMap<One, readonly One[]> = new Map(),
): ReadonlySet<One> {
  const drawers = fillDrawers(signs);
  const reached = new Set(start);
  for (const one of reached) {
    for (const other of bonds.get(one) ?? []) reached.add(other);
    for (const key of drawersOf(one.doors, one)) {
      for (const other of drawers.get(key) ?? []) {
        if (other.first <= one.last && other.last >= one.first) reached.add(other);
      }
    }
  }
  return reached;
}

function fillDrawers<One extends Sign>(signs: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const drawers = new Map<string, One[]>();
  for (const sign of signs) {
    for (const key of drawersOf(sign.homes, sign)) {
      const there = drawers.get(key);
      if (there === undefined) drawers.set(key, [sign]);
      else there.push(sign);
    }
  }
  return drawers;
}

function* drawersOf(keys: readonly number[], { first, last }: DayRange): Iterable<string> {
  for (const key of keys) {
    for (let drawer = drawerOf(first); drawer <= drawerOf(last); drawer += 1) yield `${key} ${drawer}`;
  }
}

function drawerOf(day: number): number {
  return Math.floor(day / DRAWER);
}
