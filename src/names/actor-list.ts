/** Lists of actors that a user adds: what a line of them says, in either format. */
import type { EntityKind } from "../reading/index.js";
import { isActorTable, readActorTable } from "./read-actor-table.js";
import { readPhoenix } from "./read-phoenix.js";

/** What somebody was in a time; the days are ISO 8601, or empty where open. */
export interface ActorTerm {
  /** Country or PLOVER international code, null where the list gives none. */
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly title: string;
  /** CAMEO code that stands for country and sectors: "LBYGOV"; empty where they are given. */
  readonly cameo: string;
  readonly from: string;
  readonly until: string;
}

export interface ListedActor {
  /** The first name is the canonical one. */
  readonly names: readonly string[];
  /** Null where the codes alone tell it. */
  readonly kind: EntityKind | null;
  /** The one word that news calls a person by; empty where the list gives none. */
  readonly surname: string;
  readonly terms: readonly ActorTerm[];
}

/** A line that could not be read; the rest of the list counts all the same. */
export interface ActorFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface ActorList {
  readonly actors: readonly ListedActor[];
  readonly faults: readonly ActorFault[];
}

/** Reads a table with a header that begins with "name", or a dictionary of PETRARCH's ("NAME_ [CODE 010120-090120]"). */
export function readActorList(text: string): ActorList {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  return isActorTable(lines) ? readActorTable(lines) : readPhoenix(lines);
}

/** Whether the term holds on that day; without a day, or without bounds, it does. */
export function holdsOn({ from, until }: Pick<ActorTerm, "from" | "until">, published: string | null): boolean {
  if (published === null) return true;
  const day = published.slice(0, 10);
  return from <= day && (until === "" || day.slice(0, until.length) <= until);
}
