import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTable } from "../assets/index.js";
import { createCodebook, settleFilter } from "./codebook.js";

const TABLES = ["countries", "events/types", "events/modes", "events/contexts"].map((name) => {
  const text = readFileSync(new URL(`../../data/${name}.tsv`, import.meta.url), "utf8");
  return [name, parseTable(name, text)] as const;
});
const codebook = createCodebook(new Map(TABLES));

describe("a filter", () => {
  test("takes names of countries for their codes and leaves everybody else's", () => {
    expect(settleFilter({ actor: ["russia", "Sergei Lavrov", "chn"], pair: ["Russian", "CHN"] }, codebook)).toEqual({
      actor: ["RUS", "Sergei Lavrov", "CHN"],
      pair: ["RUS", "CHN"],
    });
    expect(settleFilter({ type: ["assault"], mode: ["Visit"] }, codebook)).toEqual({
      type: ["ASSAULT"],
      mode: ["visit"],
    });
  });

  test("keeps the name of a dependency, which is no whole state", () => {
    expect(settleFilter({ place: ["Abkhazia"] }, codebook)).toEqual({ place: ["Abkhazia"] });
  });

  test.each([
    [{ pair: ["Rusia", "CHN"] as const }, 'no country "Rusia"', '"russia"'],
    [{ actor: ["RUZ"] }, 'no country "RUZ"', '"RUS"'],
    [{ type: ["ASSALT"] }, 'no type "ASSALT"', '"ASSAULT"'],
    [{ mode: ["vist"] }, 'no mode "vist"', '"visit"'],
    [{ context: ["militray"] }, 'no context "militray"', '"military"'],
    [{ status: ["negatd"] }, 'no status "negatd"', '"negated"'],
    [{ type: ["XYZZYXYZZY"] }, 'no type "XYZZYXYZZY"', "spelling"],
  ])("names what is unknown in %j, with the nearest", (filter, message, remedy) => {
    expect(() => settleFilter(filter, codebook)).toThrow(
      expect.objectContaining({
        code: "filter-unknown",
        message: expect.stringContaining(message),
        remedy: expect.stringContaining(remedy),
      }),
    );
  });
});
