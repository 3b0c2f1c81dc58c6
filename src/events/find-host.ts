/** Finds the state in which talks take place: "talks in China on Afghanistan" have China as host. */
import type { Party } from "../entities/index.js";
import type { Layers } from "./event-layer.js";
import { NOBODY } from "./find-acts.js";
import { findPhrases } from "./find-slot.js";

/** The host of what a token names; nobody where no state of the report is told as its place. */
export type HostFinder = (token: number) => Party;

/** A finder on the places that are whole countries; a city tells nothing, for many host the talks of others. */
export function createHostFinder(layers: Layers): HostFinder {
  const { parsed, places, entities } = layers;
  const countries = new Map(
    places.places.map((place) => [place.id, place.precision === "country" ? place.country : null]),
  );
  const mentions = new Map(places.mentions.map((mention) => [mention.head, mention]));
  const states = new Map<string | null, string>();
  for (const { id, kind, country } of entities.entities) {
    if (kind === "state" && !states.has(country)) states.set(country, id);
  }
  return (token) => {
    const mention = findPhrases(parsed, token, "in")
      .map((found) => mentions.get(found))
      .find((found) => found);
    const country = mention && countries.get(mention.place);
    const state = country ? states.get(country) : undefined;
    return mention && state ? { entities: [state], spans: [mention.span], indirect: false } : NOBODY;
  };
}
