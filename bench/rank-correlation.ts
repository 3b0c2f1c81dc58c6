/** Spearman's rho: Pearson's correlation of the ranks, equal values sharing the mean of theirs. */
export function rankCorrelation(some: readonly number[], others: readonly number[]): number {
  const [a, b] = [ranksOf(some), ranksOf(others)];
  const middle = (some.length - 1) / 2;
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, rank, i) => sum + (rank - middle) * (y[i]! - middle), 0);
  const spread = Math.sqrt(product(a, a) * product(b, b));
  return spread === 0 ? 0 : product(a, b) / spread;
}

function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let end = from;
    while (end < order.length && order[end]!.value === order[from]!.value) end += 1;
    for (const { i } of order.slice(from, end)) ranks[i] = (from + end - 1) / 2;
    from = end;
  }
  return ranks;
}
