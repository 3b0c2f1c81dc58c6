/** Months as whole numbers, for sliders. */

/** "2022-03-30" → months since the year 0. */
export function monthIndex(day: string): number {
  const [year = 1970, month = 1] = day.split("-").map(Number);
  return year * 12 + month - 1;
}

/** 24266 → "2022-03". */
export const monthName = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;

/** The last day of a month, as ISO writes it. */
export const lastDay = (index: number): string =>
  new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).toISOString().slice(0, 10);
