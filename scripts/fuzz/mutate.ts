/** Makes new inputs of old ones, by chance. */

/** A whole number from 0 up to and without the limit. */
export type Chance = (limit: number) => number;

/** mulberry32: the same numbers from the same seed on every machine. */
export function makeChance(seed: number): Chance {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** Longest input, UTF-16 code units: short ones find as much and cost less. */
const MOST_LENGTH = 2000;
/** Changes made to an input at most. */
const MOST_CHANGES = 5;

type Change = (text: string, chance: Chance, pool: readonly string[]) => string;

const pick = <Value>(values: readonly Value[], chance: Chance): Value => values[chance(values.length)]!;

/** Two places of the text, the first not behind the second. */
function pickRange(text: string, chance: Chance): readonly [number, number] {
  const from = chance(text.length + 1);
  return [from, Math.min(text.length, from + chance(chance(8) === 0 ? text.length + 1 : 12))];
}

const CHANGES: readonly Change[] = [
  (text, chance) => {
    const [from, to] = pickRange(text, chance);
    return text.slice(0, from) + text.slice(to);
  },
  (text, chance) => {
    const [from, to] = pickRange(text, chance);
    return text.slice(0, to) + text.slice(from, to).repeat(1 + chance(9)) + text.slice(to);
  },
  (text, chance) => {
    const at = chance(text.length + 1);
    const sign = String.fromCharCode(chance(chance(4) === 0 ? 65536 : 256));
    return text.slice(0, at) + sign + text.slice(at + chance(2));
  },
  (text, chance) => {
    const [from, to] = pickRange(text, chance);
    const at = chance(text.length + 1);
    return text.slice(0, at) + text.slice(from, to) + text.slice(at);
  },
  (text, chance) => text.replace(/\d+/, () => String(pick([0, 1, -1, 255, 65536, 2 ** 31, 2 ** 53, 1e21], chance))),
  (text, chance, pool) => {
    const other = pick(pool, chance);
    const [from, to] = pickRange(other, chance);
    const at = chance(text.length + 1);
    return text.slice(0, at) + other.slice(from, to) + text.slice(at);
  },
  (text, chance, pool) => {
    const other = pick(pool, chance);
    return text.slice(0, chance(text.length + 1)) + other.slice(chance(other.length + 1));
  },
];

/** The text with a few changes; some take pieces from the other texts of the pool. */
export function mutate(text: string, chance: Chance, pool: readonly string[]): string {
  let changed = text;
  for (let left = 1 + chance(MOST_CHANGES); left > 0; left--) changed = pick(CHANGES, chance)(changed, chance, pool);
  return changed.slice(0, MOST_LENGTH);
}
