/** The known word that a misspelt one is nearest to. */

/** Null where none is near: more than a third of the letters would have to change. */
export function findNearest(word: string, known: readonly string[]): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const other of known) {
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const distance = distanceOf(wanted, other.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    best = other;
  }
  return best;
}

/** Letters to change, leave out, put in or exchange with the next one (Damerau and Levenshtein). */
function distanceOf(a: string, b: string): number {
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
