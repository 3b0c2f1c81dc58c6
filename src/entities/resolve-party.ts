/** Resolves the actor that a noun phrase stands for: its own mention, its owner's, or those it is joined with. */
import { childrenBy, type Parsed } from "../language/index.js";
import type { Span } from "../reading/index.js";
import type { EntityLayer, EntityMention } from "./entity-layer.js";

/** One side of an act: entity ids in text order, and the words that name them. */
export interface Party {
  readonly entities: readonly string[];
  /** The mention of each of `entities`, one to one. */
  readonly spans: readonly Span[];
  /** Whether the words name the actor only through an owner or modifier: "Russian forces" for Russia. */
  readonly indirect: boolean;
}

const NOBODY: Party = { entities: [], spans: [], indirect: false };

/**
 * Who the phrase headed by `token` is: "Lavrov and Wang" gives both, "Russian forces" gives Russia where the forces are
 * no entity of their own. Empty where the phrase names nobody.
 */
export function resolveParty(parsed: Parsed, layer: EntityLayer, token: number): Party {
  const heads = [token, ...childrenBy(parsed, token, "conj")];
  return joinParties(heads.map((head) => resolveHead(parsed, layer, head)));
}

function resolveHead(parsed: Parsed, layer: EntityLayer, token: number): Party {
  const own = mentionHeadedBy(layer, token);
  if (own) return partyOf(own, false);
  const owners = childrenBy(parsed, token, "nmod:poss", "amod", "compound", "nmod", "appos", "flat");
  for (const owner of owners) {
    const mention = mentionHeadedBy(layer, owner);
    if (mention) return partyOf(mention, true);
  }
  return NOBODY;
}

/** The mention with that head token, null where there is none. */
export function mentionHeadedBy(layer: EntityLayer, token: number): EntityMention | null {
  return layer.mentions[layer.mentionAt[token] ?? -1] ?? null;
}

function partyOf(mention: EntityMention, indirect: boolean): Party {
  return { entities: mention.entities, spans: mention.entities.map(() => mention.span), indirect };
}

/** All sides of several parties, each entity once, by its first words. */
export function joinParties(parties: readonly Party[]): Party {
  const spans = new Map<string, Span>();
  for (const party of parties) {
    for (const [i, entity] of party.entities.entries()) if (!spans.has(entity)) spans.set(entity, party.spans[i]!);
  }
  const named = parties.filter((party) => party.entities.length > 0);
  return {
    entities: [...spans.keys()],
    spans: [...spans.values()],
    indirect: named.length > 0 && named.every((party) => party.indirect),
  };
}
