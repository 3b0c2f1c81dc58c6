/** Sigmoid and tanh from + − × / alone, so that every machine gets the same bits. */

const LIMIT = 7.905311107635498;

/** Hyperbolic tangent by a rational approximation, exact to about 1e-7. */
export function tanh(value: number): number {
  const x = Math.max(-LIMIT, Math.min(LIMIT, value));
  const s = x * x;
  const upper =
    ((((((-2.76076847742355e-16 * s + 2.00018790482477e-13) * s + -8.60467152213735e-11) * s + 5.12229709037114e-8) *
      s +
      1.48572235717979e-5) *
      s +
      6.37261928875436e-4) *
      s +
      4.89352455891786e-3) *
    x;
  const lower = ((1.19825839466702e-6 * s + 1.18534705686654e-4) * s + 2.268434632439e-3) * s + 4.89352518554385e-3;
  return upper / lower;
}

/** Logistic function. */
export function sigmoid(value: number): number {
  return 0.5 + 0.5 * tanh(0.5 * value);
}
