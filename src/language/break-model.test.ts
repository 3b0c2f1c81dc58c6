import { describe, expect, it } from "vitest";
import { packBreakModel, readBreakModel } from "./break-model.js";
import { hashFeature, hashWord } from "./hash-feature.js";

const [bias, thanks, rare] = [hashFeature(0, 0, 0), hashFeature(6, hashWord("thanks"), 5), hashFeature(1, 3, 3)];
const packed = packBreakModel([
  [bias, -100],
  [thanks, 40],
]);

describe("readBreakModel", () => {
  it("adds up the weights of the features that it knows", () => {
    const { score } = readBreakModel(packed);
    expect(score(Int32Array.of(bias, thanks))).toBe(-60);
    expect(score(Int32Array.of(bias, thanks, rare))).toBe(-60);
  });

  it("tells a feature from another in its place by the check", () => {
    const { score } = readBreakModel(packed);
    expect(score(Int32Array.of(bias ^ 1))).toBe(0);
    expect(score(Int32Array.of(bias ^ 0x100))).toBe(-100);
  });

  it("reads bytes that lie anywhere in their buffer", () => {
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    expect(readBreakModel(shifted.subarray(3)).score(Int32Array.of(thanks))).toBe(40);
  });

  it.each([
    ["nothing", () => new Uint8Array()],
    ["bytes cut off", () => packed.slice(0, -1)],
    ["bytes too many", () => Uint8Array.of(...packed.slice(0, 8), 0)],
    ["another beginning", () => packed.with(0, 0)],
    ["another format", () => packed.with(4, 9)],
  ])("refuses %s", (_, bytes) => expect(() => readBreakModel(bytes())).toThrow(/splitting\.bin/));
});

describe("packBreakModel", () => {
  it("keeps weights within a byte", () => {
    const { score } = readBreakModel(packBreakModel([[bias, 4000]]));
    expect(score(Int32Array.of(bias))).toBe(127);
  });
});

describe("hashes", () => {
  it("are the same everywhere", () => {
    expect([hashWord(""), hashWord("thanks"), hashFeature(6, 1, 2)]).toMatchInlineSnapshot(`
      [
        -2128764932,
        -1091814294,
        -965353177,
      ]
    `);
  });
});
