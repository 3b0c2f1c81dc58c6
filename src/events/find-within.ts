/** Finds who is acted on deeper within a phrase: "military posts in Chad's Lac region", "the plan put forward by Oslo". */
import { mentionHeadedBy, type Party } from "../entities/index.js";
import { childrenBy, hasRelation, type Parsed, relation } from "../language/index.js";
import type { Layers } from "./event-layer.js";
import { NOBODY } from "./find-acts.js";
import { findAgent, hasCase } from "./find-subject.js";
import type { SideView } from "./resolve-sides.js";

/** The state on whose soil the place named at a token lies; nobody where the report names that state nowhere as an actor. */
export type StateFinder = (token: number) => Party;

/** A finder on the places of the report. */
export function createStateFinder({ places, entities }: Layers): StateFinder {
  const countries = new Map(places.places.map((place) => [place.id, place.country]));
  const mentions = new Map(places.mentions.map((mention) => [mention.head, mention]));
  const states = new Map<string | null, string>();
  for (const { id, kind, country } of entities.entities) {
    if (kind === "state" && !states.has(country)) states.set(country, id);
  }
  return (token) => {
    const mention = mentions.get(token);
    const country = mention && countries.get(mention.place);
    const state = country ? states.get(country) : undefined;
    return mention && state ? { entities: [state], spans: [mention.span], indirect: true } : NOBODY;
  };
}

/** Steps down from the phrase's head. */
const DEPTH = 3;

/** The first party below a token, nearer ones first, that `isOther` accepts; phrases only with one of the prepositions. */
export function findWithin(
  view: SideView,
  token: number,
  prepositions: readonly string[],
  isOther: (party: Party) => boolean,
): Party {
  let level = [token];
  for (let depth = 0; depth <= DEPTH && level.length > 0; depth++) {
    for (const at of level) {
      const party = partyAt(view, at);
      if (party.entities.length > 0 && isOther(party)) return party;
    }
    level = level.flatMap((at) => partsOf(view.parsed, at, prepositions));
  }
  return NOBODY;
}

function partyAt(view: SideView, token: number): Party {
  const mention = mentionHeadedBy(view.entities, token);
  if (!mention) return view.stateAt(token);
  return { entities: mention.entities, spans: mention.entities.map(() => mention.span), indirect: true };
}

/** Owner, modifiers, what stands beside it, phrases, and the agent of its participle. */
function partsOf(parsed: Parsed, token: number, prepositions: readonly string[]): number[] {
  const close = childrenBy(parsed, token, "nmod:poss", "amod", "compound", "appos", "conj");
  const phrases = childrenBy(parsed, token, "nmod", "obl").filter((phrase) =>
    prepositions.some((word) => hasCase(parsed, phrase, word)),
  );
  const agents = childrenBy(parsed, token, "acl")
    .filter((clause) => relation(parsed, clause) === "acl" && hasRelation(parsed, clause, "acl"))
    .map((clause) => findAgent(parsed, clause))
    .filter((agent) => agent >= 0);
  return [...close, ...phrases, ...agents];
}
