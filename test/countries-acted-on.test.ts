/** Whole-engine table: countries behind "in", "on" and "from" that are a side of the act, and those that are places alone. */
import { describe, expect, it } from "vitest";
import { engine } from "./engine.js";

/** Countries of those whom the text mentions by name, in order, each once. */
function sidesOf(text: string): string[] {
  const { entities } = engine.read({ text, published: "2010-05-05" });
  const named = entities.filter(({ mentions }) => mentions.some(({ type }) => type !== "pronoun"));
  return [...new Set(named.flatMap(({ country }) => country ?? []))];
}

describe("a country is a side", () => {
  it.each([
    ["Kenyan minister arrives in Cuba", ["KEN", "CUB"]],
    ["Norway's foreign minister in Cuba for talks", ["NOR", "CUB"]],
    ["UN envoy in Iran to mend ties", ["UNO", "IRN"]],
    ["French delegation lands in Mali", ["FRA", "MLI"]],
    ["Kenyan air strikes in Somalia kill 15", ["KEN", "SOM"]],
    ["Turkey shells targets in Syria", ["TUR", "SYR"]],
    ["Ethiopian drone raid in Sudan kills five", ["ETH", "SDN"]],
    ["Chad accuses Sudan of meddling in Libya", ["TCD", "SDN", "LBY"]],
    ["Israel launches air strikes on Gaza", ["ISR", "PSE"]],
    ["Peru-Chile tensions rise", ["PER", "CHL"]],
    ["Egypt urges new Sudan-Ethiopia talks", ["EGY", "SDN", "ETH"]],
    ["Norway cuts aid to Mali", ["NOR", "MLI"]],
    ["EU imposes sanctions on Belarus", ["EUR", "BLR"]],
  ])("%s", (text, sides) => {
    expect(sidesOf(text)).toEqual(sides);
  });
});

describe("a country is a place alone", () => {
  it.each([
    ["Two Kenyan soldiers killed in Somalia", "SOM"],
    ["Peruvian workers strike in Chile over wages", "CHL"],
    ["Norwegian carmakers forge ahead in Brazil", "BRA"],
    ["Kenyan jets bomb Shabaab bases in Somalia", "SOM"],
    ["Kenyan commander in Somalia warns of attacks", "SOM"],
  ])("%s", (text, code) => {
    const { entities } = engine.read({ text, published: "2010-05-05" });
    expect(entities.filter(({ kind, country }) => kind === "state" && country === code)).toEqual([]);
  });
});
