/** Rounding for output: three decimals for numbers, five for coordinates, never "-0". */

export function roundNumber(value: number): number {
  return Math.round(value * 1000) / 1000 || 0;
}

export function roundCoordinate(value: number): number {
  return Math.round(value * 100000) / 100000 || 0;
}
