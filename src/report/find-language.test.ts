import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportKnowledge } from "../../test/report-tables.js";
import { findLanguage } from "./find-language.js";

const knowledge = reportKnowledge();

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

  test.each([
    "Scholz trifft Macron in Berlin",
    "Ukraine: Neue Angriffe auf Odessa",
    "Bundestag stimmt gegen Waffenlieferungen",
    "Russland warnt USA vor Folgen",
    "Macron rencontre Scholz à Berlin",
    "Le Mali expulse un ambassadeur",
    "Ukraine: trois morts dans un bombardement",
    "Paris condamne Moscou",
    "Perú y Chile firman acuerdo de pesca",
    "Maduro acusa a Colombia",
    "Sánchez viaja a Rabat",
    "México rechaza aranceles de Trump",
    "Meloni incontra Macron a Parigi",
    "Ucraina, nuovi attacchi su Odessa",
    "Il governo approva il decreto",
    "Rutte ontmoet Macron in Parijs",
    "Oekraine vraagt nieuwe wapens",
    "Kabinet valt over asiel",
    "Lula visita Argentina e Chile",
    "Brasil condena ataque a embaixada",
    "Portugal envia tropas",
    "Presiden Jokowi bertemu Macron di Paris",
    "Indonesia tolak permintaan China",
    "Marcos nakipagpulong kay Biden sa Washington",
    "Rais Ruto akutana na Macron Paris",
    "Kenya yatuma wanajeshi Haiti",
    "Duda spotkal sie z Macronem w Paryzu",
    "Polska wysyla wojsko na granice",
    "Kristersson möter Macron i Paris",
    "Sverige skickar vapen till Ukraina",
    "Støre møter Macron i Paris",
    "Norge sender soldater til Latvia",
    "Frederiksen mødes med Macron i Paris",
    "Danmark lukker ambassade",
    "Iohannis s-a intalnit cu Macron la Paris",
    "Erdogan Macron ile Paris'te gorustu",
    "Turkiye Suriye sinirini kapatti",
    "Madaxweyne Xasan oo la kulmay Macron",
    "Prezidan an rankontre Macron nan Pari",
    "Ramaphosa ontmoet Macron in Parys",
    "Anwar bertemu Macron di Paris",
    "Suomi sulkee rajan",
    "Orban Moszkvaba utazik",
    "Fico se setkal s Putinem",
    "Vucic u Parizu sa Macronom",
    "Shqiperia dhe Kosova nenshkruajne marreveshje",
    "Tong thong Viet Nam tham Phap",
    "Lietuva siuncia ginklus Ukrainai",
    "Eesti saadab relvi Ukrainasse",
  ])("the headline %s is not told to be English", (text) => {
    expect(findLanguage(text, knowledge)).toBe("und");
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
