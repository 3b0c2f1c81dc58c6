/** Acts, actors and countries in words. */
import type { ActorRef, OccurrenceRow, Sentence, Turn } from "../api/types.js";

const QUADS: Readonly<Record<string, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

export const QUAD_NAMES = [
  "",
  "verbal cooperation",
  "material cooperation",
  "verbal conflict",
  "material conflict",
] as const;

/** The quad class of a type where the answer does not carry it. */
export const quadOf = (type: string): number => QUADS[type] ?? 0;

/** "SANCTION", ["discontinue"] → "Sanction · discontinue". */
export const formatType = (type: string, modes: readonly string[] = []): string =>
  [type.charAt(0) + type.slice(1).toLowerCase(), ...modes.slice(0, 1)].join(" · ");

export const tellingCount = (row: OccurrenceRow): number =>
  typeof row.tellings === "number" ? row.tellings : row.tellings.length;

export function formatActors(actors: readonly ActorRef[]): string {
  const names = [...new Set(actors.map((actor) => actor.name))];
  if (names.length <= 3) return formatList(names);
  return `${names.slice(0, 2).join(", ")} and ${names.length - 2} others`;
}

/** ["a", "b", "c"] → "a, b and c". */
export const formatList = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** What a turn is told by: a sentence or its bare words, whichever the server gave. */
export function headlineOf(turn: Turn): Sentence | null {
  const { headline } = turn;
  if (headline === null || headline === undefined) return null;
  return typeof headline === "string" ? { report: "", text: headline, trigger: null } : headline;
}

/** The pair's address: the alphabet decides which of the two comes first, as in the archive. */
export function pairPath(a: string, b: string): string {
  return a < b ? `/relation/${a}/${b}` : `/relation/${b}/${a}`;
}

/** The countries of these actors, each once. */
export const countriesOf = (actors: readonly ActorRef[]): string[] => [
  ...new Set(actors.map((actor) => actor.country).filter((code) => code !== null)),
];
