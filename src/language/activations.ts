/** Sigmoid and tanh from + − × ÷ of 32-bit numbers alone, so that every machine gets the same bits. */

const { fround } = Math;

/** Beyond this the hyperbolic tangent is held. */
export const LIMIT = fround(4.97);
/** Terms of the Padé approximant of order 7 over 6, from the highest power of the square down. */
export const UPPER: readonly number[] = [1, 378, 17325, 135135];
export const LOWER: readonly number[] = [28, 3150, 62370, 135135];

function polynomial(terms: readonly number[], square: number): number {
  let sum = terms[0]!;
  for (let i = 1; i < terms.length; i++) sum = fround(fround(sum * square) + terms[i]!);
  return sum;
}

/** Hyperbolic tangent, exact to 1e-4: states are counted in steps of 1/2048. */
export function tanh(value: number): number {
  const x = Math.max(-LIMIT, Math.min(LIMIT, value));
  const square = fround(x * x);
  return fround(fround(polynomial(UPPER, square) * x) / polynomial(LOWER, square));
}

/** Logistic function. */
export function sigmoid(value: number): number {
  return fround(fround(tanh(fround(value * 0.5)) * 0.5) + 0.5);
}
