/** Kinds of sentence that were once read wrongly, through the whole engine. */
import { expect, it } from "vitest";
import { engine } from "./engine.js";

it.each([
  ["The statement also accused Ethiopia of arming local militias.", "ACCUSE > Ethiopia"],
  ["It accuses Iran of funding the rebels.", "ACCUSE > Iran"],
  ["It blamed Mali for bombing the market.", ""],
  ["Foreign Minister Idris Bakri promised that Sudan would withdraw its troops from the valley by June.", "CONCEDE > "],
  ["Chad vowed that it would pull its soldiers out of the valley by August.", "CONCEDE > "],
  ["France has withdrawn its peacekeepers from Mali.", "SANCTION > Mali"],
  ["The African Union offered to send observers.", "AGREE > "],
  ["France offered to send doctors to Mali.", "AGREE > Mali"],
  ["Kenya called on Uganda to stop bombing the villages.", "REQUEST > Uganda"],
  ["Mali summoned Ambassador Idris Bakri on Monday.", "ACCUSE > Idris Bakri"],
  ["Kenya must.", ""],
  ["And so Uganda should.", ""],
  ["Sweden, which chairs the council, called on Mali to free the prisoners.", "REQUEST > Mali"],
])("reads %j as %j", (text, expected) => {
  const { reading } = engine.trace({ text, language: "en", published: "2021-05-12" });
  const nameOf = (id: string) => reading.entities.find((entity) => entity.id === id)?.name;
  const told = reading.events.map((event) => `${event.type} > ${event.recipients.map(nameOf).join("+")}`);
  expect(told.join("; ")).toBe(expected);
});

it.each([
  ["Kenya asked Uganda to help in the search.", "REQUEST assist"],
  ["Norway said that Chad must free the prisoners.", "REQUEST yield"],
  ["France threatened sanctions against Mali.", "THREATEN restrict"],
  ["Sudan threatened Chad with force.", "THREATEN violence"],
  ["Norway said that Chad should have known better.", ""],
  ["The senator launched his campaign for president in Peru.", ""],
  ["Peru hopes to win the cup.", ""],
])("gives %j the mode of %j", (text, expected) => {
  const { reading } = engine.trace({ text, language: "en", published: "2021-05-12" });
  expect(reading.events.map(({ type, modes }) => `${type} ${modes[0]}`).join("; ")).toBe(expected);
});
