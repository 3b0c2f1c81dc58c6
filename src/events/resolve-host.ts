/** Decides who hosts a meeting: the side in whose country it takes place; the others are visitors (codebook, "Visits and meetings"). */
import type { EventCandidate, Layers, Side } from "./event-layer.js";

/** The candidate as a visit where its place tells host and guests apart; as it was where it does not. */
export function resolveHost(candidate: EventCandidate, places: readonly string[], layers: Layers): EventCandidate {
  const isOpen = candidate.type === "CONSULT" && candidate.modes.length === 0 && candidate.recipients.length === 0;
  const place = isOpen ? layers.places.places.find(({ id }) => id === places[0]) : undefined;
  if (!place?.country || place.precision === "country") return candidate;
  const countryOf = (side: Side) => layers.entities.entities.find(({ id }) => id === side.entity)?.country;
  const hosts = candidate.actors.filter((side) => countryOf(side) === place.country);
  const guests = candidate.actors.filter((side) => countryOf(side) !== place.country);
  if (hosts.length === 0 || guests.length === 0) return candidate;
  return { ...candidate, modes: ["visit"], actors: guests, recipients: hosts };
}
