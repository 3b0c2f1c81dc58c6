/** Where cards stand in the margin: each level with its line if it can be, none over another. */

export interface Card {
  /** The height of the line that it belongs to. */
  readonly at: number;
  readonly height: number;
}

/**
 * Tops of the cards, in their order. The chosen one stands exactly at its line; those before it are pushed up, those
 * after it down. Without a chosen one all are pushed down from the first.
 */
export function stackCards(cards: readonly Card[], chosen: number | null, gap = 12): number[] {
  const tops = cards.map((card) => card.at);
  const pivot = chosen ?? 0;
  for (let i = pivot + 1; i < cards.length; i += 1) {
    tops[i] = Math.max(cards[i]?.at ?? 0, (tops[i - 1] ?? 0) + (cards[i - 1]?.height ?? 0) + gap);
  }
  for (let i = pivot - 1; i >= 0; i -= 1) {
    tops[i] = Math.min(tops[i] ?? 0, (tops[i + 1] ?? 0) - (cards[i]?.height ?? 0) - gap);
  }
  return settle(cards, tops, pivot, gap);
}

/** Cards before the chosen one that overlap among themselves go up together; none may leave the page at its top. */
function settle(cards: readonly Card[], tops: number[], pivot: number, gap: number): number[] {
  const least = Math.min(0, ...tops.slice(0, pivot + 1));
  if (least >= 0) return tops;
  let floor = 0;
  return tops.map((top, i) => {
    const settled = Math.max(top, floor);
    floor = settled + (cards[i]?.height ?? 0) + gap;
    return settled;
  });
}
