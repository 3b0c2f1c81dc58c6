/** Pruned exact linear time search for change points: Killick, Fearnhead and Eckley, JASA 107 (2012), 1590–1598. */

/**
 * Where the mean of `values` changes: the first index of each new segment, ascending. The segmentation minimises the sum of
 * squared deviations from the segments' means plus `penalty` for each change; no segment is shorter than `shortest`.
 * Exact; expected time linear in the values where changes are many, quadratic at worst.
 */
export function findChanges(values: readonly number[], penalty: number, shortest: number): readonly number[] {
  const places = placesOf(values, shortest);
  const last = places.length - 1;
  const cost = costOf(values);
  const search: Search = {
    places,
    cost: (start, end) => cost(places[start]!, places[end]!),
    best: new Float64Array(last + 1).fill(Number.POSITIVE_INFINITY),
    lost: new Uint32Array(last + 1).fill(values.length + shortest + 1),
  };
  search.best[0] = -penalty;
  const from = new Uint32Array(last + 1);
  let open = [0];
  for (let end = 1; end <= last; end += 1) {
    from[end] = bestStart(search, open, end, penalty, shortest);
    loseWorse(search, open, end, shortest);
    open = open.filter((start) => search.lost[start]! > end + 1);
    open.push(end);
  }
  const changes: number[] = [];
  for (let end = from[last]!; end > 0; end = from[end]!) changes.unshift(places[end]!);
  return changes;
}

/**
 * Where segments may begin or end. Between two equal values none ever must: along a run of them the cost of a change is
 * concave, so that it is least at one of the ends. That leaves few places for two countries that seldom deal.
 */
function placesOf(values: readonly number[], shortest: number): readonly number[] {
  const places = [...values.keys()].filter((i) => i === 0 || shortest > 1 || values[i] !== values[i - 1]);
  return values.length === 0 ? [0] : [...places, values.length];
}

interface Search {
  /** Indices of the values; all else goes by the number of the place. */
  readonly places: readonly number[];
  readonly cost: (start: number, end: number) => number;
  /** The least cost of all before an index. */
  readonly best: Float64Array;
  /** The first end at which a start can no longer win. */
  readonly lost: Uint32Array;
}

/** Where the segment that ends here begins at best; notes the cost. */
function bestStart(
  { places, cost, best }: Search,
  open: readonly number[],
  end: number,
  penalty: number,
  shortest: number,
): number {
  let winner = 0;
  for (const start of open) {
    if (places[end]! - places[start]! < shortest) break;
    const total = best[start]! + cost(start, end) + penalty;
    if (total < best[end]!) {
      best[end] = total;
      winner = start;
    }
  }
  return winner;
}

/** A start that is worse than a change here stays so, once the segment that would begin here is long enough. */
function loseWorse({ cost, best, lost }: Search, open: readonly number[], end: number, shortest: number): void {
  for (const start of open) {
    if (end - start < shortest) return;
    if (best[start]! + cost(start, end) > best[end]!) lost[start] = Math.min(lost[start]!, end + shortest);
  }
}

/** Sum of squared deviations from the mean of `values[start…end)`, by prefix sums. */
export function costOf(values: readonly number[]): (start: number, end: number) => number {
  const sums = new Float64Array(values.length + 1);
  const squares = new Float64Array(values.length + 1);
  for (const [i, value] of values.entries()) {
    sums[i + 1] = sums[i]! + value;
    squares[i + 1] = squares[i]! + value * value;
  }
  return (start, end) => {
    const sum = sums[end]! - sums[start]!;
    return Math.max(0, squares[end]! - squares[start]! - (sum * sum) / (end - start));
  };
}
