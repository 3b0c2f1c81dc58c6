/** Maps a stream by several hands at once and keeps its order. */

/**
 * Each item's result in the items' order, at most `window` of them begun and not yet given out. A result is given out
 * as soon as it and all before it are there, even while the next item is still to come.
 */
export async function* mapOrdered<Item, Result>(
  items: AsyncIterable<Item>,
  map: (item: Item) => Promise<Result>,
  window: number,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.asyncIterator]();
  const open: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | null = iterator.next();
  while (next || open.length > 0) {
    const arrived: IteratorResult<Item> | null = next && open.length < window ? await firstOf(next, open[0]) : null;
    if (!arrived) yield await open.shift()!;
    else if (arrived.done) next = null;
    else {
      const result = map(arrived.value);
      result.catch(() => undefined); // a failure is met when its turn comes, not before
      open.push(result);
      next = iterator.next();
    }
  }
}

/** The next item, or null where the oldest open result is there before it. */
function firstOf<Item>(next: Promise<IteratorResult<Item>>, oldest: Promise<unknown> | undefined) {
  if (!oldest) return next;
  const settled = oldest.then(
    () => null,
    () => null,
  );
  return Promise.race([next, settled]);
}
