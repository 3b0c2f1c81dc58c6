/** Whole-engine table: names of two countries, resolved by the report or left open with a note, never by coin-toss. */
import { describe, expect, it } from "vitest";
import { engine } from "./engine.js";

/** Country of whoever these words mention first, and how many notes say that a name is ambiguous. */
function countryOf(words: string, text: string): [country: string | null | undefined, notes: number] {
  const { entities, notes, report } = engine.read({ text, published: "2014-05-05" });
  const isMeant = (start: number, end: number) => report.text.slice(start, end) === words;
  const entity = entities.find(({ mentions }) => mentions.some(({ start, end }) => isMeant(start, end)));
  return [entity?.country, notes.filter(({ code }) => code === "country-ambiguous").length];
}

describe("is told by", () => {
  it.each([
    ["the sentence before", "South Korea protested. Korean officials met the envoy.", "Korean officials", "KOR"],
    ["the capital", "Pyongyang was calm. Korean soldiers left.", "Korean soldiers", "PRK"],
    [
      "the sentence, where the report names both",
      "Seoul and Pyongyang talk. Dominican police stayed in Roseau.",
      "Dominican police",
      "DMA",
    ],
    ["a neighbour", "Congolese troops crossed into Rwanda.", "Congolese troops", "COD"],
    ["a neighbour of the other", "Gabon and Cameroon thanked Congolese officials.", "Congolese officials", "COG"],
    ["a town", "Fighting near Goma displaced thousands, the Congolese army said.", "the Congolese army", "COD"],
    ["its leader", "Sassou Nguesso spoke. Congolese officials left.", "Congolese officials", "COG"],
    ["the island's other state", "Haiti accused Dominican police of beating migrants.", "Dominican police", "DOM"],
  ])("%s", (_, text, words, code) => {
    expect(countryOf(words, text)).toEqual([code, 0]);
  });
});

describe("is left open, with a note", () => {
  it.each([
    ["both are named", "In Pyongyang and Seoul, Korean leaders met.", "Korean leaders"],
    ["nothing is said", "Korean officials praised the United States.", "Korean officials"],
    ["nothing is said of the adjective", "Congolese police arrested four men.", "Congolese police"],
    ["only a third country is named", "Norway thanked Dominican police.", "Dominican police"],
    ["a person has the office", "Korean President Ivan Petrov visited Norway.", "Korean President Ivan Petrov"],
    ["the name acts", "Korea said that Norway would join.", "Korea"],
  ])("where %s", (_, text, words) => {
    expect(countryOf(words, text)).toEqual([null, 1]);
  });
});

describe("usage", () => {
  it("takes Congo alone for the larger, and says so", () => {
    expect(countryOf("Congo", "Congo accused Norway of fraud.")).toEqual(["COD", 1]);
  });
});

describe("both at once", () => {
  it.each([
    ["Two Koreas to hold talks next week", ["KOR", "PRK"]],
    ["North and South Korea agreed to reopen a hotline.", ["PRK", "KOR"]],
    ["The two Koreas exchanged fire on Monday.", ["KOR", "PRK"]],
  ])("%s", (text, codes) => {
    const { entities, notes } = engine.read({ text, published: "2014-05-05" });
    expect(entities.flatMap(({ kind, country }) => (kind === "state" ? [country] : []))).toEqual(codes);
    expect(notes).toEqual([]);
  });
});
