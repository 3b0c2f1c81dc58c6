import { describe, expect, it } from "vitest";
import { sigmoid, tanh } from "./activations.js";

describe("tanh and sigmoid", () => {
  const values = Array.from({ length: 401 }, (_, i) => Math.fround((i - 200) / 10));

  it("are as exact as the weights need", () => {
    for (const value of values) {
      expect(Math.abs(tanh(value) - Math.tanh(value))).toBeLessThan(1.5e-4);
      expect(Math.abs(sigmoid(value) - 1 / (1 + Math.exp(-value)))).toBeLessThan(1.5e-4);
    }
  });

  it("are symmetric", () => {
    for (const value of values) expect(tanh(-value)).toBe(-tanh(value));
  });
});
