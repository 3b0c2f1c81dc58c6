/** The known words that an unknown one is nearest to, so that a request that misspells gets an offer. */

/** Most that are offered. */
const OFFERED = 3;

/** Those of `known` that differ in at most a third of the letters, or begin alike; the nearest first. */
export function findNearest(word: string, known: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const name of known) {
    const other = name.toLowerCase();
    const isBeginning = wanted.length > 2 && other.startsWith(wanted);
    if (!isBeginning && Math.abs(other.length - wanted.length) > most) continue;
    const distance = isBeginning ? 0.5 : countEdits(wanted, other);
    if (distance <= most) near.push({ name, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near.slice(0, OFFERED).map(({ name }) => name);
}

/** Letters to change, leave out, put in or exchange with the next one (Damerau and Levenshtein). */
function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
