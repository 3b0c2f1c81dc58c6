/** Who acts and who is acted on, through the whole engine: kinds of sentence that once had a side missing or turned round. */
import { expect, it } from "vitest";
import { engine } from "./engine.js";

it.each([
  ["Peru will meet with Chile in Lima.", "AGREE: Peru → Chile"],
  ["Peru and Chile agreed to meet in Lima.", "AGREE: Peru + Chile → "],
  ["Peru said that two Chilean envoys would be expelled.", "SANCTION: Peru → Chile"],
  ["Kenyan paper says Ugandan police raid office", "COERCE: Ugandan police → Kenya"],
  ["Peru called the Chilean ban a provocation.", "ACCUSE: Peru → Chile"],
  ["Peru has described the Chilean claims as baseless.", "REJECT: Peru → Chile"],
  [
    "Anna Berg of Peru and Luis Ramos of Chile said after two hours of talks that they were hopeful.",
    "CONSULT: Anna Berg + Luis Ramos → ",
  ],
  [
    "Chad shelled Kenyan posts on Monday. Kenya has promised an answer.",
    "ASSAULT: Chad → Kenya; THREATEN: Kenya → Chad",
  ],
  ["Kenya fired 40 missiles at Chad on Tuesday.", "ASSAULT: Kenya → Chad"],
  [
    "Ana Brito of Peru called Luis Ramos of Chile on Friday as the car left for the airport.",
    "CONSULT: Ana Brito + Luis Ramos → ",
  ],
  ["Kenya agreed with Uganda on the border posts.", "AGREE: Kenya → Uganda"],
  ["Kenya has cut diplomatic ties with Qatar.", "SANCTION: Kenya → Qatar"],
  ["Kenya signed a trade deal with Ghana in March.", "SUPPORT: Kenya → Ghana"],
  ["Norway says Chad must withdraw its troops.", "REQUEST: Norway → Chad"],
  ["Norway said that Chad should free the prisoners.", "REQUEST: Norway → Chad"],
  ["Chad suffered a series of attacks by Sudan.", "ASSAULT: Sudan → Chad"],
  ["Sudan carried out air strikes on Goma.", "ASSAULT: Sudan → Goma"],
  ["Japan deployed warships ahead of a North Korean launch.", "MOBILIZE: Japan → North Korea"],
  ["Chad jails 14 for riots", "COERCE: Chad → 14"],
  ["Chad indicts 9 for war crimes", "ACCUSE: Chad → nine"],
  ["France is seeking EU aid.", "REQUEST: France → European Union"],
  ["Norway will ease sanctions if Sudan gives ground.", "CONCEDE: Norway → Sudan; CONCEDE: Sudan → Norway"],
  ["A gunman was killed in a shootout with Kenyan police.", "ASSAULT: Kenyan police → gunman"],
  ["Sudan accused Chad of arming rebels. Chad rejected the claims.", "ACCUSE: Sudan → Chad; REJECT: Chad → Sudan"],
  [
    "Rebels from Chad killed nine people on Monday. Norway condemned the attack.",
    "ASSAULT: Chadian Rebels → people; ACCUSE: Norway → Chadian Rebels",
  ],
  ["Peru rejected the plan put forward by Chile.", "REJECT: Peru → Chile"],
  [
    "Kenya expelled three Ugandan diplomats on Monday. Uganda condemned the step.",
    "SANCTION: Kenya → Ugandan diplomats; ACCUSE: Uganda → Kenya",
  ],
  [
    "Kenya arrested two Ugandans. Uganda condemned Kenya. Norway demanded an inquiry.",
    "COERCE: Kenya → Ugandans; ACCUSE: Uganda → Kenya; ACCUSE: Norway → ",
  ],
  [
    "South Sudan shelled a village in Sudan. Sudan said that the South must apologise.",
    "ASSAULT: South Sudan → Sudan; REQUEST: Sudan → South Sudan",
  ],
])("reads %j as %j", (text, expected) => {
  const { reading } = engine.trace({ text, language: "en", published: "2021-05-12" });
  const nameOf = (id: string) => reading.entities.find((entity) => entity.id === id)?.name;
  const told = reading.events.map(({ type, actors, recipients }) => {
    return `${type}: ${actors.map(nameOf).join(" + ")} → ${recipients.map(nameOf).join(" + ")}`;
  });
  expect(told.join("; ")).toBe(expected);
});
