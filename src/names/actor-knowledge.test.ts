/** Tests of the table of persons: one row a term of office, no two of one person at once. */
import { describe, expect, it } from "vitest";
import { loadNames } from "../../test/name-tables.js";
import { personsNamed } from "./index.js";

const { actors } = loadNames();

describe("persons", () => {
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
