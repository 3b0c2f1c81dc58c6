/** Tests of the actor lists of a user: both formats, and lines that cannot be read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActorList } from "./index.js";

const TABLE = [
  "name\tnames\tkind\tcountry\tsectors\ttitle\tfrom\tuntil",
  "# a comment",
  "Ruritanian Guard\tRG|the Guard\tarmed-group\tROU\tREB",
  "Anna Berg\t\t\tNOR\tGOV\tForeign Minister\t2010\t2012-05-01",
  "Anna Berg\t\t\tNOR\tELI\t\t2012-05-02",
].join("\n");

const DICTIONARY = `
# comment
<!-- more of it
over two lines -->
RURITANIAN_GUARD_ [ROUREB] ; since when
+AL-HARIS_
ANNA_BERG
+BERG_OF_OSLO
\t[NORGOV 100105-120501]
\t[NORELI >120501]
\t[NORPTY <100105]
`;

describe("readActorList", () => {
  it("reads a table; lines of one name are one actor", () => {
    const { actors, faults } = readActorList(TABLE);
    expect(faults).toEqual([]);
    expect(actors.map(({ names, kind, terms }) => [names, kind, terms.length])).toEqual([
      [["Ruritanian Guard", "RG", "the Guard"], "armed-group", 1],
      [["Anna Berg"], "person", 2],
    ]);
    expect(actors[1]!.terms[0]).toMatchObject({ country: "NOR", sectors: ["GOV"], from: "2010", until: "2012-05-01" });
  });

  it("reads a dictionary of PETRARCH's with synonyms and dated codes", () => {
    const { actors, faults } = readActorList(DICTIONARY);
    expect(faults).toEqual([]);
    expect(actors[0]!.names).toContain("Ruritanian Guard");
    expect(actors[0]!.names).toContain("al-Haris");
    expect(actors[1]!.names).toContain("Berg of Oslo");
    expect(actors[1]!.terms.map(({ cameo, from, until }) => [cameo, from, until])).toEqual([
      ["NORGOV", "2010-01-05", "2012-05-01"],
      ["NORELI", "2012-05-01", ""],
      ["NORPTY", "", "2010-01-05"],
    ]);
  });

  it.each([
    ["name\tkind\nFoo\tking", 2, "is no kind"],
    ["name\tcountry\nFoo\tNorway", 2, "is no country code"],
    ["name\tsectors\nFoo\tgov", 2, "are no sectors"],
    ["name\tfrom\nFoo\t12 May", 2, "is no date"],
    ["name\tkind\n\tperson", 2, "has no name"],
    ["name\nFoo\tbar", 2, "2 cells under 1 columns"],
    ["FOO_ [NORGOV", 1, "no closing bracket"],
    ["FOO_ [Norway]", 1, "is no code"],
    ["FOO_ [NORGOV 109905-120501]", 1, "no possible date"],
    ["FOO_\nBAR_ [NOR]", 1, "has no code"],
    ["+FOO_ [NOR]", 1, "belongs to no name"],
    ["___ [NOR]", 1, "is no name"],
  ])("names the bad line and loads the rest: %j", (text, line, message) => {
    const good = text.startsWith("name") ? `${text}\nGood One` : `${text}\nGOOD_ONE [NORGOV]`;
    const { actors, faults } = readActorList(good);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line });
    expect(faults[0]!.message).toContain(message);
    expect(actors.at(-1)!.names[0]).toBe("Good One");
  });

  it("never throws, and tells of each line at most once", () => {
    const line = fc.oneof(fc.string(), fc.constantFrom("A_B [USAGOV]", "+C", "\t[USA >010101]", "__proto__", "<!--"));
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, isTable) => {
        const { faults } = readActorList([...(isTable ? ["name\tkind"] : []), ...lines].join("\n"));
        expect(new Set(faults.map((fault) => fault.line)).size).toBe(faults.length);
      }),
    );
  });
});
