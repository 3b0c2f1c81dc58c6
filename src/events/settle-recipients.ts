/** Settles who is acted on where an act's own slots leave it open: the other side of a promise, or whoever stands where recipients of the type mostly do. */
import { type Party, resolveParty } from "../entities/index.js";
import { childrenBy, hasRelation, pathToRoot } from "../language/index.js";
import type { Act } from "./act.js";
import type { EventKnowledge } from "./event-knowledge.js";
import { NOBODY } from "./find-acts.js";
import { findSlot } from "./find-slot.js";
import { findSurfaceSubject, hasCase } from "./find-subject.js";
import { findWithin } from "./find-within.js";
import { isNobody, resolvePath, resolveSlot, type SideView, without } from "./resolve-sides.js";

/** Gives an act that is settled otherwise its recipients, where the words around it name any. */
export function settleRecipients(view: SideView, act: Act, knowledge: EventKnowledge): void {
  if (act.dropped !== "" || act.type === null || !isNobody(act.recipients)) return;
  if (act.type === "AGREE") directPromise(view, act);
  else lendRecipients(view, act, knowledge);
}

/** "will meet with Oslo", "agreed with Oslo": a promise has a maker, unlike the meeting that it is about. */
function directPromise(view: SideView, act: Act): void {
  if (act.predicate.kind !== "verb" || act.actors.entities.length < 2) return;
  const makers = resolveSlot(view, act.token, "subj");
  const others = without(act.actors, makers);
  if (isNobody(makers) || isNobody(others) || findSlot(view.parsed, act.token, "between").length > 0) return;
  act.recipients = others;
  act.actors = without(act.actors, others);
}

/** "approves a Danish plan", "complains to Oslo": whoever stands where the type's recipients mostly do. */
function lendRecipients(view: SideView, act: Act, knowledge: EventKnowledge): void {
  const isOther = otherThan(view, act);
  const path = act.predicate.kind === "verb" ? (knowledge.fallbacks.get(act.type!) ?? []) : [];
  const lent = without(resolvePath(view, act.token, path), act.actors);
  if (!isNobody(lent) && isOther(lent)) act.recipients = lent;
  else act.recipients = findDeeper(view, act, knowledge, isOther);
  if (act.type === "ACCUSE" && isNobody(act.recipients)) act.recipients = findChided(view, act, isOther);
  if (act.type === "CONCEDE" && isNobody(act.recipients)) act.recipients = findPartner(view, act, isOther);
}

/** "Oslo turns 12 back, Lima complains": the one who did what the sentence tells before. */
function findChided(view: SideView, act: Act, isOther: (party: Party) => boolean): Party {
  const { parsed } = view;
  const isHeading = parsed.sentences[parsed.sentenceOf[act.token]!]!.heading;
  const isJoined = hasRelation(parsed, act.token, "parataxis") || (isHeading && hasRelation(parsed, act.token, "conj"));
  const isBeside = isJoined && parsed.head[act.token]! < act.token;
  const subject = isBeside ? findSurfaceSubject(parsed, parsed.head[act.token]!, 2) : -1;
  const party = subject < 0 ? NOBODY : resolveParty(parsed, view.entities, subject);
  return isOther(party) ? party : NOBODY;
}

/** "will ease sanctions if Oslo gives ground": each gives way to the one on whom the condition rests. */
function findPartner(view: SideView, act: Act, isOther: (party: Party) => boolean): Party {
  const { parsed } = view;
  for (const at of [act.token, ...pathToRoot(parsed, act.token)]) {
    const isCondition = hasRelation(parsed, at, "advcl") && hasCase(parsed, at, "if");
    const condition = childrenBy(parsed, at, "advcl").find((clause) => hasCase(parsed, clause, "if"));
    const clause = isCondition ? parsed.head[at]! : (condition ?? -1);
    const subject = clause < 0 ? -1 : findSurfaceSubject(parsed, clause, 2);
    const party = subject < 0 ? NOBODY : resolveParty(parsed, view.entities, subject);
    if (!isNobody(party)) return isOther(party) ? party : NOBODY;
  }
  return NOBODY;
}

/** "hit posts in Chad's Lac region": a party within the words that fill the slots. */
function findDeeper(view: SideView, act: Act, knowledge: EventKnowledge, isOther: (party: Party) => boolean): Party {
  const prepositions = knowledge.within.get(act.type!) ?? [];
  if (prepositions.length === 0 || isNobody(act.actors)) return NOBODY;
  const slots = [...act.predicate.recipients, ...(knowledge.fallbacks.get(act.type!) ?? [])].flat();
  for (const slot of slots.filter((name) => !UNSEARCHED.includes(name))) {
    for (const token of findSlot(view.parsed, act.token, slot)) {
      const party = findWithin(view, token, prepositions, isOther);
      if (!isNobody(party)) return party;
    }
  }
  return NOBODY;
}

/** Slots in which no recipient is searched for: those of doers, owners and modifiers. */
const UNSEARCHED = ["subj", "by", "patient", "poss", "mod", "omod", "speaker", "xsubj", "osubj", "first"];

/** Whether a party is none of the actors' own side. */
function otherThan(view: SideView, act: Act): (party: Party) => boolean {
  const countryOf = (id: string) => view.entityOf(id)?.country ?? null;
  const own = new Set(act.actors.entities.map(countryOf));
  own.delete(null);
  return ({ entities }) => !entities.some((id) => own.has(countryOf(id)) || act.actors.entities.includes(id));
}
