/** Resolves who acts and who is acted on: the slots that a rule names, read as parties. */
import { joinParties, mentionHeadedBy, type Party, resolveParty } from "../entities/index.js";
import { childrenBy, pathToRoot } from "../language/index.js";
import type { StatementLayer } from "../statements/index.js";
import type { Act } from "./act.js";
import { NOBODY } from "./find-acts.js";
import { findSlot } from "./find-slot.js";
import { findSurfaceSubject } from "./find-subject.js";
import type { FrameView } from "./match-frame.js";
import type { SlotPath } from "./predicate.js";

export interface SideView extends FrameView {
  readonly statements: StatementLayer;
}

/** Fills in both sides of an act from the words around it. */
export function resolveOwnSides(view: SideView, act: Act): void {
  act.actors = resolvePath(view, act.token, act.predicate.actors);
  act.recipients = without(resolvePath(view, act.token, act.predicate.recipients), act.actors);
}

/** The first alternative that names anybody; the slots of one alternative are pooled. */
export function resolvePath(view: SideView, token: number, path: SlotPath): Party {
  for (const slots of path) {
    const party = joinParties(slots.map((slot) => resolveSlot(view, token, slot)));
    if (party.entities.length > 0) return party;
  }
  return NOBODY;
}

function resolveSlot(view: SideView, token: number, slot: string): Party {
  const { parsed, entities } = view;
  if (slot === "speaker") return findSpeaker(view, token);
  if (slot === "first") return findFirstOfHeading(view, token);
  const tokens = findSlot(parsed, token, slot);
  if (slot !== "mod") return joinParties(tokens.map((found) => resolveParty(parsed, entities, found)));
  const mentions = tokens.map((found) => mentionHeadedBy(entities, found)).filter((mention) => mention !== null);
  return joinParties(
    mentions.map((mention) => ({
      entities: mention.entities,
      spans: mention.entities.map(() => mention.span),
      indirect: false,
    })),
  );
}

/** Who says what the word stands in: the subject of "said", else the statement's speaker. */
export function findSpeaker(view: SideView, token: number): Party {
  const { parsed, entities, statements } = view;
  const path = pathToRoot(parsed, token);
  for (let i = 0; i + 1 < path.length; i++) {
    const relation = parsed.deprel[path[i]!]!;
    if (relation !== "ccomp" && relation !== "parataxis") continue;
    const subject = findSurfaceSubject(parsed, path[i + 1]!, 4);
    const party = subject < 0 ? NOBODY : resolveParty(parsed, entities, subject);
    if (party.entities.length > 0) return party;
  }
  return findStatementSpeaker(statements, token);
}

function findStatementSpeaker(statements: StatementLayer, token: number): Party {
  let best: Party = NOBODY;
  let width = Number.POSITIVE_INFINITY;
  for (const [i, anchor] of statements.anchors.entries()) {
    const holds = anchor.content.find((part) => part.first <= token && token <= part.last);
    const statement = statements.statements[i];
    if (!holds || !statement || holds.last - holds.first >= width || statement.speakers.length === 0) continue;
    const span = statement.source;
    if (!span) continue;
    width = holds.last - holds.first;
    best = { entities: statement.speakers, spans: statement.speakers.map(() => span), indirect: false };
  }
  return best;
}

/** In a headline the first name before the verb is who acts, whatever the tree says. */
function findFirstOfHeading(view: SideView, token: number): Party {
  const { parsed, entities } = view;
  const sentence = parsed.sentences[parsed.sentenceOf[token]!]!;
  if (!sentence.heading) return NOBODY;
  for (let at = sentence.first; at < token; at++) {
    const mention = mentionHeadedBy(entities, at);
    if (mention && childrenBy(parsed, at, "case").length === 0) {
      return { entities: mention.entities, spans: mention.entities.map(() => mention.span), indirect: false };
    }
  }
  return NOBODY;
}

/** The party less whoever stands on the other side already. */
export function without(party: Party, other: Party): Party {
  if (!party.entities.some((entity) => other.entities.includes(entity))) return party;
  const kept = party.entities.map((_, i) => i).filter((i) => !other.entities.includes(party.entities[i]!));
  return {
    entities: kept.map((i) => party.entities[i]!),
    spans: kept.map((i) => party.spans[i]!),
    indirect: party.indirect,
  };
}

export function isNobody(party: Party): boolean {
  return party.entities.length === 0;
}
