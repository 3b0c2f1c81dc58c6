/** Tests of the table of persons: one row a term of office, no two of one person at once. */
import { describe, expect, it } from "vitest";
import { loadNames } from "../../test/name-tables.js";
import { personsNamed } from "./index.js";

const { actors } = loadNames();

const HEADLINED = `USA GBR FRA DEU RUS CHN JPN KOR PRK IND PAK AFG IRN IRQ ISR SYR LBN EGY SAU TUR JOR QAT UKR POL ITA ESP CAN
  AUS NZL BRA MEX ARG VEN CUB ZAF SDN GEO GRC NLD SWE`;

describe("persons", () => {
  it("cover heads of state or government of nearly all states, and foreign ministers of forty", () => {
    const all = [...actors.persons.values()].flat();
    const leaders = all.filter(({ title }) =>
      /^(?:Vice )?(?:President|Prime Minister|King|Queen|Emir|Sultan)/.test(title),
    );
    expect(new Set(leaders.map(({ country }) => country)).size).toBeGreaterThan(180);
    const ministers = all.filter(({ title }) =>
      /^(?:Foreign Minister|Foreign Secretary|Secretary of State|foreign affairs)/.test(title),
    );
    const served = new Set(ministers.map(({ country }) => country));
    expect(HEADLINED.split(/\s+/).filter((code) => !served.has(code))).toEqual([]);
  });

  it.each([
    ["Vladimir Putin", "2010-05-05", "Prime Minister"],
    ["Vladimir Putin", "2014-05-05", "President"],
    ["Donald Tusk", "2016-05-05", "Council President"],
    ["Shinzo Abe", "2010-05-05", undefined],
  ])("%s on %s: %s", (name, day, title) => {
    const held = personsNamed(actors, name).filter(({ from, until }) => from <= day && (until === "" || day <= until));
    expect(held[0]?.title).toBe(title);
  });

  it("hold one office at a time, its end after its beginning", () => {
    for (const [name, terms] of actors.persons) {
      const own = terms.filter((term) => term.name === terms[0]!.name);
      for (const [i, { from, until }] of own.entries()) {
        expect(until === "" || from <= until, name).toBe(true);
        const next = own[i + 1];
        if (next) expect(until !== "" && until.slice(0, next.from.length) <= next.from, name).toBe(true);
      }
    }
  });
});
