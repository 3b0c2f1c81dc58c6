/** Pruned exact linear time search for change points: Killick, Fearnhead and Eckley, JASA 107 (2012), 1590–1598. */

/** A place where the last segment may begin. */
interface Start {
  readonly at: number;
  /** The least cost of all before it. */
  readonly cost: number;
  /** The first end at which it can no longer win. */
  lost: number;
}

/**
 * Where the mean of `values` changes: the first index of each new segment, ascending. The segmentation minimises the sum of
 * squared deviations from the segments' means plus `penalty` for each change; no segment is shorter than `shortest`.
 * Exact; expected time linear in the values where changes are many, quadratic at worst.
 */
export function findChanges(values: readonly number[], penalty: number, shortest: number): readonly number[] {
  const cost = costOf(values);
  const totalAt = (start: Start, end: number) => start.cost + cost(start.at, end) + penalty;
  const from: number[] = [0];
  let open: Start[] = [{ at: 0, cost: -penalty, lost: Number.POSITIVE_INFINITY }];
  for (let end = 1; end <= values.length; end += 1) {
    const able = open.filter(({ at }) => end - at >= shortest);
    const totals = able.map((start) => totalAt(start, end));
    const best = Math.min(Number.POSITIVE_INFINITY, ...totals);
    from[end] = able[totals.indexOf(best)]?.at ?? 0;
    // A start that is worse than a change here stays so, once the segment that would begin here is long enough.
    able.forEach((start, i) => {
      if (totals[i]! - penalty > best) start.lost = Math.min(start.lost, end + shortest);
    });
    open = open.filter(({ lost }) => lost > end + 1);
    open.push({ at: end, cost: best, lost: Number.POSITIVE_INFINITY });
  }
  const changes: number[] = [];
  for (let end = from[values.length]!; end > 0; end = from[end]!) changes.unshift(end);
  return changes;
}

/** Sum of squared deviations from the mean of `values[start…end)`, by prefix sums. */
export function costOf(values: readonly number[]): (start: number, end: number) => number {
  const sums = [0];
  const squares = [0];
  for (const value of values) {
    sums.push(sums.at(-1)! + value);
    squares.push(squares.at(-1)! + value * value);
  }
  return (start, end) => {
    const sum = sums[end]! - sums[start]!;
    return Math.max(0, squares[end]! - squares[start]! - (sum * sum) / (end - start));
  };
}
