/** Sigmoid and tanh from + − × / alone, so that every machine gets the same bits. */

/** Beyond this the hyperbolic tangent is held. */
export const LIMIT = 7.905311107635498;
/** Terms of the rational approximation, from the highest power of the square down. */
export const UPPER = [
  -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8, 1.48572235717979e-5,
  6.37261928875436e-4, 4.89352455891786e-3,
] as const;
export const LOWER = [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3] as const;

/** Hyperbolic tangent by a rational approximation, exact to about 1e-7. */
export function tanh(value: number): number {
  const [a, b, c, d, e, f, g] = UPPER;
  const [h, i, j, k] = LOWER;
  const x = Math.max(-LIMIT, Math.min(LIMIT, value));
  const s = x * x;
  return (((((((a * s + b) * s + c) * s + d) * s + e) * s + f) * s + g) * x) / (((h * s + i) * s + j) * s + k);
}

/** Logistic function. */
export function sigmoid(value: number): number {
  return 0.5 + 0.5 * tanh(0.5 * value);
}
