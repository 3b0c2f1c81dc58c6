/** Resolves the actor that a noun phrase stands for: its own mention, its owner's, or those it is joined with. */
import { childBy, childrenBy, hasRelation, type Parsed } from "../language/index.js";
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
 * Who the phrase headed by `token` is: "Lavrov and Wang" gives both, "Russian decision" gives Russia where the phrase
 * is no entity of its own. Empty where the phrase names nobody.
 */
export function resolveParty(parsed: Parsed, layer: EntityLayer, token: number): Party {
  const heads = [token, ...childrenBy(parsed, token, "conj")];
  return joinParties(heads.map((head) => resolveHead(parsed, layer, head, DEPTH)));
}

/** How many owners up: "the decision of the head of the Iranian delegation". */
const DEPTH = 2;

function resolveHead(parsed: Parsed, layer: EntityLayer, token: number, depth: number): Party {
  const own = mentionHeadedBy(layer, token) ?? mentionAround(parsed, layer, token);
  if (own) return partyOf(own, false);
  for (const owners of ownersOf(parsed, token)) {
    const party = joinParties(owners.map((owner) => resolveOwner(parsed, layer, owner, depth)));
    if (party.entities.length > 0) return { ...party, indirect: true };
  }
  return NOBODY;
}

/** An owner with all that are joined with it: "talks between Russia and China". */
function resolveOwner(parsed: Parsed, layer: EntityLayer, token: number, depth: number): Party {
  const heads = [token, ...childrenBy(parsed, token, "conj")];
  return joinParties(
    heads.map((head) => {
      const mention = mentionHeadedBy(layer, head);
      if (mention) return partyOf(mention, true);
      return depth > 0 ? resolveHead(parsed, layer, head, depth - 1) : NOBODY;
    }),
  );
}

/** Prepositions behind which the doer of a noun stands: "the decision of Iran", "talks between Iran and Iraq". */
const OWNING = ["of", "by", "from", "between", "among"];

/** Candidates for the owner, the surest kind first. */
function ownersOf(parsed: Parsed, token: number): number[][] {
  const phrases = childrenBy(parsed, token, "nmod").filter((child) => {
    const preposition = childBy(parsed, child, "case");
    return preposition >= 0 && OWNING.includes(parsed.form[preposition]!.toLowerCase());
  });
  return [
    childrenBy(parsed, token, "nmod:poss"),
    childrenBy(parsed, token, "amod", "compound", "nmod:desc"),
    phrases,
    childrenBy(parsed, token, "appos", "flat"),
  ];
}

/** The mention that the token belongs to without being its head, as a title that the tree takes for the head. */
function mentionAround(parsed: Parsed, layer: EntityLayer, token: number): EntityMention | null {
  const parent = parsed.head[token]!;
  const below = childrenBy(parsed, token, "flat", "appos", "nmod:desc");
  for (const near of [parent, ...below]) {
    const mention = near < 0 ? null : mentionHeadedBy(layer, near);
    const isTitle = hasRelation(parsed, token, "flat", "nmod:desc", "appos") || near !== parent;
    if (mention && isTitle && mention.first <= token && token <= mention.last) return mention;
  }
  return null;
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
