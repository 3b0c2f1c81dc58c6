/** Who acts and who is acted on, through the whole engine: kinds of sentence that once had a side missing or turned round. */
import { expect, it } from "vitest";
import { engine } from "./engine.js";

it.each([
  ["Peru will meet with Chile in Lima.", "AGREE: Peru → Chile"],
  ["Peru and Chile agreed to meet in Lima.", "AGREE: Peru + Chile → "],
  ["Kenya agreed with Uganda on the border posts.", "AGREE: Kenya → Uganda"],
  ["Kenya has cut diplomatic ties with Qatar.", "SANCTION: Kenya → Qatar"],
  ["Kenya signed a trade deal with Ghana in March.", "SUPPORT: Kenya → Ghana"],
  ["Norway says Chad must withdraw its troops.", "REQUEST: Norway → Chad"],
  ["Norway said that Chad should free the prisoners.", "REQUEST: Norway → Chad"],
  ["Chad suffered a series of attacks by Sudan.", "ASSAULT: Sudan → Chad"],
  ["Sudan carried out air strikes on Goma.", "ASSAULT: Sudan → Goma"],
  ["Japan deployed warships ahead of a North Korean launch.", "MOBILIZE: Japan → North Korea"],
  ["Peru rejected the plan put forward by Chile.", "REJECT: Peru → Chile"],
])("reads %j as %j", (text, expected) => {
  const { reading } = engine.trace({ text, language: "en", published: "2021-05-12" });
  const nameOf = (id: string) => reading.entities.find((entity) => entity.id === id)?.name;
  const told = reading.events.map(({ type, actors, recipients }) => {
    return `${type}: ${actors.map(nameOf).join(" + ")} → ${recipients.map(nameOf).join(" + ")}`;
  });
  expect(told.join("; ")).toBe(expected);
});
