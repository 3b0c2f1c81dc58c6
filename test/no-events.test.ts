/** Sentences of sport, business, weather, films and biography that speak of war and tell no act of politics. */
import { describe, expect, it } from "vitest";
import { engine } from "./engine.js";

const SENTENCES = [
  "Kenya crushes Uganda 4-0 in the final of the football cup.",
  "The two champions will battle for the title in Lagos on Sunday.",
  "France beat Germany in extra time and advance to the quarter-finals.",
  "Brazil attacked from the first minute and scored twice before half-time.",
  "Norway's striker fired a shot over the bar in the second half.",
  "The tennis star defeated her Spanish rival in straight sets.",
  "Egypt's goalkeeper surrendered the lead with a late mistake.",
  "India bowled out Pakistan for 180 runs on the third day of the Test.",
  "The coach named two new midfielders after the defeat by Argentina.",
  "Chile's cyclists launched an attack on the last climb of the stage.",
  "The supermarket chain launched an attack on prices.",
  "The airline strikes a deal with its largest supplier.",
  "A Danish brewery fights for a larger share of the market.",
  "The bank slashed its forecast and shares were hammered.",
  "The two carmakers agreed to merge their battery businesses.",
  "Rivals opened a new front in the price war over phones.",
  "The toy maker invaded the Japanese market with a cheaper model.",
  "A storm battered the coast and knocked out power in thousands of homes.",
  "Heavy snow will hit the north of Sweden on Friday.",
  "The heat killed crops across southern Spain.",
  "Floods destroyed two bridges near the old mill.",
  "An earthquake struck off the coast of Chile on Tuesday.",
  "The film tells of a general who invades his own garden.",
  "The novel opens with a bomb that never goes off.",
  "In the comedy, a young spy shoots her way out of a castle.",
  "The actress won praise for her role as a soldier in the drama.",
  "The painter was born in Mali and studied in Paris.",
  "He married a teacher and had three sons.",
  "She grew up in Norway, where her father built ships.",
  "The author died in Lisbon at the age of 90.",
  "The chef declared war on salt.",
  "Doctors are winning the fight against the disease.",
];

describe("a sentence without politics", () => {
  it.each(SENTENCES)("tells no event: %s", (text) => {
    const { reading } = engine.trace({ text, language: "en", published: "2021-05-12" });
    expect(reading.events.map((event) => `${event.type} ${event.rule}`)).toEqual([]);
  });
});
