/** Acts, actors and countries in words. */
import type { ActorRef } from "../api/types.js";

export const QUAD_NAMES = [
  "",
  "verbal cooperation",
  "material cooperation",
  "verbal conflict",
  "material conflict",
] as const;

/** "SANCTION", ["discontinue"] → "Sanction · discontinue". */
export const formatType = (type: string, modes: readonly string[] = []): string =>
  [type.charAt(0) + type.slice(1).toLowerCase(), ...modes.slice(0, 1)].join(" · ");

export function formatActors(actors: readonly ActorRef[]): string {
  const names = [...new Set(actors.map((actor) => actor.name))];
  if (names.length <= 3) return formatList(names);
  return `${names.slice(0, 2).join(", ")} and ${names.length - 2} others`;
}

/** ["a", "b", "c"] → "a, b and c". */
export const formatList = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** The pair's address: the alphabet decides which of the two comes first, as in the archive. */
export function pairPath(a: string, b: string): string {
  return a < b ? `/relation/${a}/${b}` : `/relation/${b}/${a}`;
}

/** The countries of these actors, each once. */
export const countriesOf = (actors: readonly ActorRef[]): string[] => [
  ...new Set(actors.map((actor) => actor.country).filter((code) => code !== null)),
];
