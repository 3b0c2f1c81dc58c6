/** Sums neighbouring columns of a table of counts until it is narrow enough to be drawn. */

export interface Bins {
  readonly rows: readonly (readonly number[])[];
  readonly columns: number;
  /** The largest sum, at least 1. */
  readonly most: number;
}

export function binCounts(counts: readonly (readonly number[])[], mostColumns: number): Bins {
  const length = Math.max(0, ...counts.map((row) => row.length));
  const size = Math.max(1, Math.ceil(length / mostColumns));
  const columns = Math.ceil(length / size);
  const rows = counts.map((row) =>
    Array.from({ length: columns }, (_, i) =>
      row.slice(i * size, (i + 1) * size).reduce((sum, count) => sum + count, 0),
    ),
  );
  return { rows, columns, most: Math.max(1, ...rows.flat()) };
}
