/** Groups things by the sentence that they stand in. */

/** Items by a number, each group in their order: looking through all for each would take time by the square of a text. */
export function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => number,
): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
