/** Finds the clause that tells for when somebody is awaited where a trip goes: "to India, where he is expected on Friday". */
import { childBy, childrenBy, type Parsed } from "../language/index.js";
import { hasCase } from "./find-subject.js";

const AWAITED = ["expect", "due", "await", "arrive", "schedule"];

/** Head token of that clause, of the trip or of its goal; the trip itself where none is told, or it has a day of its own. */
export function findAppointment(parsed: Parsed, trip: number, isTime: (token: number) => boolean): number {
  if (trip < 0) return trip;
  const tellsDay = (clause: number) => childrenBy(parsed, clause, "obl", "advmod", "nmod").some(isTime);
  if (tellsDay(trip)) return trip;
  const goals = childrenBy(parsed, trip, "obl").filter((phrase) => hasCase(parsed, phrase, "to"));
  const clauses = [trip, ...goals].flatMap((head) => childrenBy(parsed, head, "advcl", "acl"));
  return clauses.find((clause) => isAwaited(parsed, clause) && tellsDay(clause)) ?? trip;
}

function isAwaited(parsed: Parsed, clause: number): boolean {
  const where = childBy(parsed, clause, "advmod", "mark");
  return where >= 0 && parsed.lemma[where] === "where" && AWAITED.includes(parsed.lemma[clause]!.toLowerCase());
}
