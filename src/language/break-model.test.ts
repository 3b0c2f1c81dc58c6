import { describe, expect, it } from "vitest";
import { parseTable } from "../assets/index.js";
import { formatValue, readBreakModel } from "./break-model.js";
import { FEATURES, VALUES } from "./gap-features.js";

const HEADER = "feature\tfirst\tsecond\tweight";
const read = (...lines: string[]) => readBreakModel(parseTable("language-breaks", [HEADER, ...lines].join("\n")));
const keyOf = (name: string, first: number, second: number) =>
  (FEATURES.findIndex(([feature]) => feature === name) * VALUES + first) * VALUES + second;

describe("readBreakModel", () => {
  it("adds up the weights of the features that it knows", () => {
    const model = read("word-before\tthanks\t_capital\t40", "words-around\tthanks\tthe\t-7", "bias\t0\t0\t-100");
    const [thanks, the] = [model.wordOf("thanks"), model.wordOf("the")];
    expect(model.wordOf("unheard")).toBe(0);
    const keys = [keyOf("bias", 0, 0), keyOf("word-before", thanks, 5), keyOf("words-around", thanks, the)];
    expect(model.score(Int32Array.from(keys))).toBe(-67);
    expect(model.score(Int32Array.from([...keys, keyOf("looks", 3, 3)]))).toBe(-67);
  });

  it.each([
    "nonsense\t0\t0\t1",
    "looks\tsquare\tstop\t1",
    "state\tx,stop\tstop\t1",
    "next-stop\t\tstop\t1",
    "bias\t0\t0\t1.5",
    "bias\t0\t0\t40000",
  ])("refuses the line %j", (line) => expect(() => read(line)).toThrow(/language-breaks/));
});

describe("formatValue", () => {
  it("writes what is read back", () => {
    expect(formatValue("count", 12)).toBe("12");
    expect(formatValue("look", 5)).toBe("_capital");
    expect(formatValue("looks", 5 * 64 + 22)).toBe("_capital,stop");
    expect(formatValue("marked", 3 * 64 + 22)).toBe("3,stop");
  });
});
