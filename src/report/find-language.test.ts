import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportKnowledge } from "../../test/report-tables.js";
import { findLanguage } from "./find-language.js";

const knowledge = reportKnowledge();
const TABLE = readFileSync(new URL("../../test/foreign-headlines.tsv", import.meta.url), "utf8");
const FOREIGN = TABLE.trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t")[1]!);

describe("findLanguage", () => {
  test.each([
    ["prose", "The two ministers met in Oslo on Monday and agreed to open the border to trade."],
    ["a headline without function words", "Peru, Chile sign fishing pact"],
    ["a headline in capitals", "PERU RECALLS ENVOY FROM QUITO"],
    [
      "a long sentence with few articles and a foreign name",
      "In his view, São Tomé is in a crisis as grave as any in its history, and ministers in Lisbon, on holiday or not, are in no mood or position to help it.",
    ],
    [
      "short sentences full of names and owners",
      "Peru’s foreign minister met Chile’s envoy in Lima. Ecuador’s embassy in Bogota was hit. Bolivia’s army is based in La Paz, near Lake Titicaca.",
    ],
    ["names with accents", "Brasília and São Tomé sign a deal with the Élysée"],
  ])("%s is English", (_, text) => {
    expect(findLanguage(text, knowledge)).toBe("en");
  });

  test.each([
    ["nothing", ""],
    ["digits", "2022 03 30"],
    ["Cyrillic", "Министры встретились в среду и договорились о торговле."],
    ["Chinese", "两国外长周三举行会谈。"],
    ["Arabic", "التقى الوزيران يوم الأربعاء"],
    [
      "German",
      "Die beiden Minister trafen sich am Mittwoch in der Hauptstadt und einigten sich darauf, die Grenze für den Handel zu öffnen, wie ein Sprecher am Abend mitteilte.",
    ],
    [
      "Dutch",
      "De minister was in Brussel en zei dat de regering in de loop van de week met een voorstel komt over de grens, en is nog in gesprek met de buren in het land over de handel.",
    ],
    [
      "Spanish",
      "Los dos ministros se reunieron el miércoles en la capital y acordaron abrir la frontera al comercio, según informó un portavoz de la cancillería por la tarde.",
    ],
  ])("%s is not told to be English", (_, text) => {
    expect(findLanguage(text, knowledge)).toBe("und");
  });

  test("of headlines in sixty other languages fewer than three in a hundred are", () => {
    const taken = FOREIGN.filter((text) => findLanguage(text, knowledge) === "en");
    expect(FOREIGN.length).toBeGreaterThan(350);
    expect(taken.length, taken.join("\n")).toBeLessThan(0.03 * FOREIGN.length);
  });

  test("of a headline in a foreign language a name more or less decides nothing", () => {
    for (const names of ["Macron", "Putin und Biden", "Nairobi", "Kim Jong-un", "New York, London"]) {
      expect(findLanguage(`Tausende demonstrieren gegen ${names}`, knowledge)).toBe("und");
      expect(findLanguage(`Thousands protest against ${names}`, knowledge)).toBe("en");
    }
  });

  test("English sentences in capitals, in title case or in small letters are", () => {
    const text = "The foreign ministers of Peru and Chile met in Lima";
    const cases = [text.toUpperCase(), text.toLowerCase(), text.replace(/\b\w/g, (letter) => letter.toUpperCase())];
    expect(cases.map((one) => findLanguage(one, knowledge))).toEqual(["en", "en", "en"]);
  });

  test.each([
    "Lula visits Macron in Paris",
    "Iran, IAEA resume Vienna talks",
    "Orban vetoes Ukraine aid",
    "Peru recalls envoy",
    "Sudanese army retakes Khartoum airport",
    "Erdogan slams Netanyahu",
    "Duterte, Xi sign pact",
    "Kenya expels Sudan ambassador",
    "Burkina Faso expels diplomats",
  ])("the headline %s is", (text) => {
    expect(findLanguage(text, knowledge)).toBe("en");
  });

  test("a report with a foreign sentence in it is", () => {
    const text =
      "“No firmaremos nada en La Paz,” the minister told reporters on Monday, and left the room. Bolivia had asked for the talks.";
    expect(findLanguage(text, knowledge)).toBe("en");
  });

  test("any string has an answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => ["en", "und"].includes(findLanguage(text, knowledge))),
    );
  });
});
