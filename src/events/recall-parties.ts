/** Recalls sides that the words of an act leave out, because a fight named beside it or an act told before names them. */
import { joinParties, type Party } from "../entities/index.js";
import { childrenBy, type Parsed } from "../language/index.js";
import type { EventType } from "../reading/index.js";
import type { Act } from "./act.js";
import { NOBODY } from "./find-acts.js";
import { findSlot } from "./find-slot.js";
import { hasCase } from "./find-subject.js";
import { isNobody, type SideView } from "./resolve-sides.js";

/** How many sentences back an act is remembered. */
const REACH = 6;

/** The acts of a report, for looking back. */
export interface Memory {
  readonly acts: readonly Act[];
  readonly byToken: ReadonlyMap<number, Act>;
}

export function rememberActs(acts: readonly Act[]): Memory {
  return { acts, byToken: new Map(acts.map((act) => [act.token, act])) };
}

/** Gives an act of force the other side of the fight that it was part of: "killed in a shootout with police". */
export function recallSides(view: SideView, act: Act, memory: Memory): void {
  if (act.type === "ASSAULT") recallFight(view, act, memory);
  if (!isNobody(act.recipients)) return;
  if (act.type === "ACCUSE") act.recipients = findAttacker(view, act, memory);
  if (act.type === "REJECT") act.recipients = findClaimant(view, act, memory);
}

function recallFight(view: SideView, act: Act, memory: Memory): void {
  if (act.predicate.kind !== "verb" || isNobody(act.actors) === isNobody(act.recipients)) return;
  const known = isNobody(act.actors) ? act.recipients : act.actors;
  const fight = FOUGHT.flatMap((slot) => findSlot(view.parsed, act.token, slot)).find((token) =>
    memory.byToken.has(token),
  );
  const told = fight === undefined ? undefined : memory.byToken.get(fight);
  if (told?.predicate.type !== "ASSAULT") return;
  const sides = sidesOf(view, told, memory);
  const other = unlike(view, sides, known);
  if (isNobody(act.actors)) act.actors = other;
  else act.recipients = other;
}

const FOUGHT = ["in", "during"];

/** Who fights: of an attack its doers, of a battle all; of "the attack" those told before. */
function sidesOf(view: SideView, fight: Act, memory: Memory): Party {
  const own = joinParties([fight.actors, fight.recipients]);
  return isNobody(own) ? doersBefore(view, fight.token, "ASSAULT", memory) : own;
}

/** "condemned the attack": whoever the report says did it. */
function findAttacker(view: SideView, act: Act, memory: Memory): Party {
  for (const token of ["obj", "by", "at", "over"].flatMap((slot) => findSlot(view.parsed, act.token, slot))) {
    const attack = memory.byToken.get(token);
    if (attack?.predicate.type !== "ASSAULT" || attack.predicate.kind !== "noun") continue;
    if (!isNobody(attack.actors)) return unlike(view, attack.actors, act.actors);
    return unlike(view, doersBefore(view, token, "ASSAULT", memory), act.actors);
  }
  return NOBODY;
}

/** "rejected those claims": whoever accused the one who rejects them. */
function findClaimant(view: SideView, act: Act, memory: Memory): Party {
  const [claim] = findSlot(view.parsed, act.token, "obj");
  if (claim === undefined || !view.classesOf(view.parsed.lemma[claim]!.toLowerCase()).has("claim")) return NOBODY;
  if (!isDefinite(view.parsed, claim)) return NOBODY;
  const own = countriesOf(view, act.actors);
  const isAgainst = ({ recipients }: Act) =>
    recipients.entities.some((id) => act.actors.entities.includes(id) || own.has(view.entityOf(id)?.country ?? ""));
  const charge = memory.acts.findLast(
    (one) => isBefore(view.parsed, one, claim) && one.type === "ACCUSE" && isAgainst(one),
  );
  return charge ? unlike(view, charge.actors, act.actors) : NOBODY;
}

/** The doers of the last act of a type that was told before "the", "this" or "that" act. */
function doersBefore(view: SideView, token: number, type: EventType, memory: Memory): Party {
  if (!isDefinite(view.parsed, token)) return NOBODY;
  const told = memory.acts.filter(
    (act) => isBefore(view.parsed, act, token) && act.type === type && !isNobody(act.actors),
  );
  const doer = mostOften(told.flatMap(({ actors }) => actors.entities));
  return told.findLast(({ actors }) => actors.entities.includes(doer))?.actors ?? NOBODY;
}

/** The one that stands there most often, the later of two that stand there as often; empty of none. */
function mostOften(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ids.reduce((best, id) => (counts.get(id)! >= (counts.get(best) ?? 0) ? id : best), "");
}

function isBefore({ sentenceOf }: Parsed, { token, dropped }: Act, at: number): boolean {
  const back = sentenceOf[at]! - sentenceOf[token]!;
  return dropped === "" && back > 0 && back <= REACH;
}

function isDefinite(parsed: Parsed, noun: number): boolean {
  const isBare = childrenBy(parsed, noun, "nmod:poss", "amod", "nmod").every((child) => hasCase(parsed, child, "in"));
  return isBare && childrenBy(parsed, noun, "det").some((det) => POINTING.includes(parsed.form[det]!.toLowerCase()));
}

const POINTING = ["the", "this", "that", "these", "those", "such"];

function countriesOf(view: SideView, party: Party): Set<string> {
  return new Set(party.entities.map((id) => view.entityOf(id)?.country ?? `?${id}`));
}

/** The party, if nobody in it is of the other's side. */
function unlike(view: SideView, party: Party, other: Party): Party {
  const own = countriesOf(view, other);
  const kept = party.entities
    .map((_, i) => i)
    .filter((i) => !own.has(view.entityOf(party.entities[i]!)?.country ?? `?${party.entities[i]}`));
  return { entities: kept.map((i) => party.entities[i]!), spans: kept.map((i) => party.spans[i]!), indirect: true };
}
