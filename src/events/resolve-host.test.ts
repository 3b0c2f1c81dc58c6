import { describe, expect, it } from "vitest";
import type { EventCandidate, Layers } from "./event-layer.js";
import { resolveHost } from "./resolve-host.js";

const side = (entity: string) => ({ entity, span: { start: 0, end: 1 } });
const meeting = { type: "CONSULT", modes: [], actors: [side("norway"), side("chad")], recipients: [] };
const candidate = meeting as unknown as EventCandidate;

function layersAt(country: string | null, precision = "city"): Layers {
  const entities = [
    { id: "norway", country: "NOR" },
    { id: "chad", country: "TCD" },
  ];
  return { entities: { entities }, places: { places: [{ id: "p1", country, precision }] } } as unknown as Layers;
}

describe("resolveHost", () => {
  it("makes the side at home the host", () => {
    const { modes, actors, recipients } = resolveHost(candidate, ["p1"], layersAt("TCD"));
    expect([modes, actors, recipients]).toEqual([["visit"], [side("norway")], [side("chad")]]);
  });

  it.each([
    ["nobody is at home", "PER", "city", ["p1"]],
    ["no place is told", "TCD", "city", []],
    ["the place has no country", null, "city", ["p1"]],
    ["the place is a whole country", "TCD", "country", ["p1"]],
  ])("leaves the meeting alone where %s", (_, country, precision, places) => {
    expect(resolveHost(candidate, places, layersAt(country, precision))).toBe(candidate);
  });
});
