/** Resolves who acts and who is acted on: the slots that a rule names, read as parties. */
import { joinParties, mentionHeadedBy, type Party, resolveParty } from "../entities/index.js";
import { childrenBy, hasRelation, type Parsed, pathToRoot } from "../language/index.js";
import type { EventType } from "../reading/index.js";
import type { StatementLayer } from "../statements/index.js";
import type { Act } from "./act.js";
import { NOBODY } from "./find-acts.js";
import type { HostFinder } from "./find-host.js";
import { findSlot, isNoun } from "./find-slot.js";
import { findSurfaceSubject, hasCase, isPassive } from "./find-subject.js";
import type { StateFinder } from "./find-within.js";
import type { FrameView } from "./match-frame.js";
import type { SlotPath } from "./predicate.js";

export interface SideView extends FrameView {
  readonly statements: StatementLayer;
  readonly hostAt: HostFinder;
  readonly stateAt: StateFinder;
  /** Number of the statement in whose content a token stands, −1 for none. */
  readonly statementAt: Int32Array;
}

/** Whether the type's sides are taken together. */
export function isPooled(type: EventType | null): boolean {
  return type === "CONSULT" || type === "AGREE" || type === "COOPERATE";
}

/** Fills in both sides of an act from the words around it. */
export function resolveOwnSides(view: SideView, act: Act): void {
  const { predicate, token } = act;
  const { parsed } = view;
  act.actors = resolvePath(view, token, predicate.actors);
  if (isPooled(act.type)) act.actors = joinParties([act.actors, ...sentBy(view, token)]);
  const names = (slot: string) => predicate.actors.some((slots) => slots.includes(slot));
  const takesObject = predicate.recipients.some((slots) => slots.includes("obj"));
  if (isNobody(act.actors) && predicate.kind !== "noun" && names("subj") && !takesObject) {
    act.actors = resolveSlot(view, token, "patient");
  }
  if (isNobody(act.actors) && predicate.kind === "verb" && names("subj")) act.actors = findFirstOfHeading(view, token);
  if (isPooled(act.type) && predicate.kind === "noun") act.actors = poolClause(view, token, act);
  const anchor = predicate.kind === "aux" ? parsed.head[token]! : token;
  if (anchor >= 0) act.recipients = without(resolvePath(view, anchor, predicate.recipients, false), act.actors);
}

/** "attended by envoys of Chad, Niger and Mali": one mention, but all who sent them take part. */
function sentBy(view: SideView, token: number): Party[] {
  const { parsed, entities } = view;
  const senders = findSlot(parsed, token, "subj").flatMap((doer) => findSlot(parsed, doer, "of"));
  return senders.flatMap((sender) =>
    childrenBy(parsed, sender, "conj").map((joined) => resolveParty(parsed, entities, joined)),
  );
}

/**
 * "says no talks with Oslo", "asked in a meeting with Oslo": the clause's subject is the other side; "said after two hours
 * of talks", "on a visit to Oslo": its subjects are all that is told.
 */
function poolClause(view: SideView, token: number, act: Act): Party {
  const { parsed } = view;
  const known = act.actors;
  const anchor = outOfLength(parsed, token);
  const head = parsed.head[anchor]!;
  if (head < 0 || known.entities.length > 1) return known;
  const isIn = ["in", "at", "during"].some((word) => hasCase(parsed, anchor, word));
  if (isIn && parsed.head[head]! < 0 && isNoun(parsed, head)) {
    return joinParties([resolveParty(parsed, view.entities, head), known]);
  }
  if (parsed.upos[head] !== "VERB") return known;
  const isAt = isIn || BESIDE.some((word) => hasCase(parsed, anchor, word));
  if (isNobody(known)) return isAt ? findTakers(view, head, act) : known;
  if (!isAt && !hasRelation(parsed, anchor, "obj", "ccomp")) return known;
  const subject = joinParties([resolveSlot(view, head, "subj"), known]);
  return subject.entities.length > 1 || !isAt ? subject : joinParties([subject, resolveSlot(view, head, "obj")]);
}

/** Prepositions by which talks and visits stand beside what is told: "on a visit", "after talks". */
const BESIDE = ["on", "after", "before", "following"];

/** Whose talks or visit it was that a clause mentions: its subjects, more than one of them for talks. */
function findTakers(view: SideView, verb: number, act: Act): Party {
  const takers = resolveSlot(view, verb, "subj");
  const isVisit =
    act.predicate.modes[0] === "visit" && !isNobody(resolvePath(view, act.token, act.predicate.recipients));
  return takers.entities.length > 1 || isVisit ? takers : NOBODY;
}

/** "two hours of talks", "the end of a visit": the noun that tells how long or which part. */
function outOfLength(parsed: Parsed, token: number): number {
  const head = parsed.head[token]!;
  return head >= 0 && hasRelation(parsed, token, "nmod") && hasCase(parsed, token, "of") && isNoun(parsed, head)
    ? head
    : token;
}

/** The first alternative that names anybody; the slots of one alternative are pooled. */
export function resolvePath(view: SideView, token: number, path: SlotPath, acts = true): Party {
  for (const slots of path) {
    const party = joinParties(slots.map((slot) => resolveSlot(view, token, slot, acts)));
    if (party.entities.length > 0) return party;
  }
  return NOBODY;
}

/** Who fills a slot; whoever acts must be able to. */
export function resolveSlot(view: SideView, token: number, slot: string, acts = true): Party {
  const { parsed, entities } = view;
  if (slot === "speaker") return findSpeaker(view, token);
  if (slot === "first") return findFirstOfHeading(view, token);
  const tokens = findSlot(parsed, token, slot);
  if (slot === "subj" || slot === "patient" || (slot === "by" && acts))
    return joinParties(tokens.map((found) => resolveDoer(view, found)));
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

/** Nouns that act for whoever owns them. */
const ACTING = ["agent", "weapons", "weaponry", "explosive", "inquiry"];

/** Who acts: "Russian forces", "Russian shells" stand for Russia, "Russian prices" and "Russia Aeroflot" do not. */
function resolveDoer(view: SideView, token: number): Party {
  const party = resolveParty(view.parsed, view.entities, token);
  if (!party.indirect) return party;
  const classes = view.classesOf(view.parsed.lemma[token]!.toLowerCase());
  return ACTING.some((name) => classes.has(name)) ? { ...party, indirect: false } : NOBODY;
}

/** Who says what the word stands in: the subject of "said", else the statement's speaker. */
export function findSpeaker(view: SideView, token: number): Party {
  const { parsed, entities } = view;
  const path = pathToRoot(parsed, token);
  for (let i = 0; i + 1 < path.length; i++) {
    const relation = parsed.deprel[path[i]!]!;
    if (relation !== "ccomp" && relation !== "parataxis") continue;
    const subject = findSurfaceSubject(parsed, path[i + 1]!, 4);
    const party = subject < 0 ? NOBODY : resolveParty(parsed, entities, subject);
    if (party.entities.length > 0) return party;
  }
  return findStatementSpeaker(view, token);
}

function findStatementSpeaker(view: SideView, token: number): Party {
  const statement = view.statements.statements[view.statementAt[token]!];
  const span = statement?.source;
  if (!statement || !span) return NOBODY;
  return { entities: statement.speakers, spans: statement.speakers.map(() => span), indirect: false };
}

/** Number of the innermost statement in whose content each token stands, −1 where in none: the widest is laid first. */
export function layStatements(length: number, layer: StatementLayer): Int32Array {
  const at = new Int32Array(length).fill(-1);
  const parts = layer.anchors.flatMap((anchor, statement) => anchor.content.map((part) => ({ ...part, statement })));
  parts.sort((a, b) => b.last - b.first - (a.last - a.first) || a.statement - b.statement);
  for (const { first, last, statement } of parts) at.fill(statement, first, last + 1);
  return at;
}

/** In a headline the first name before the verb is who acts, whatever the tree says. */
function findFirstOfHeading(view: SideView, token: number): Party {
  const { parsed, entities } = view;
  const sentence = parsed.sentences[parsed.sentenceOf[token]!]!;
  const isTop = parsed.head[token]! < 0 || hasRelation(parsed, token, "ccomp");
  const isOpen = isTop && !isPassive(parsed, token) && findSurfaceSubject(parsed, token, 1) < 0;
  if (!sentence.heading || !isOpen) return NOBODY;
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
