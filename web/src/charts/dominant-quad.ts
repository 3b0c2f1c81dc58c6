/** The quad class that colours a place: that of most acts, the weightier of two that tie. */
export function dominantQuad(quad: readonly [number, number, number, number]): number {
  let best = 0;
  quad.forEach((count, i) => {
    if (count >= (quad[best] ?? 0) && count > 0) best = i;
  });
  return best + 1;
}
