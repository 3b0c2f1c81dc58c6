import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportKnowledge } from "../../test/report-tables.js";
import { findLanguage } from "./find-language.js";

const { english } = reportKnowledge();

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
    expect(findLanguage(text, english)).toBe("en");
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
    expect(findLanguage(text, english)).toBe("und");
  });

  test("any string has an answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => ["en", "und"].includes(findLanguage(text, english))),
    );
  });
});
