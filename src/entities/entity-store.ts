/** The entities of one reading while it is being made: drafts by key, and who was named where, latest last. */
import type { Entity, EntityKind, Office } from "../reading/index.js";
import type { Candidate } from "./candidate.js";

/** An entity before its number and mentions are settled. */
export interface EntityDraft {
  /** Canonical name; a bare role learns it when it is named. */
  name: string;
  readonly kind: EntityKind;
  country: string | null;
  sectors: readonly string[];
  role: Office | null;
  partOf: EntityDraft | null;
  readonly plural: boolean;
  /** The pronoun that a person was, or by the given name will be, called by; null where nothing tells. */
  pronoun: "he" | "she" | null;
  /** The noun that it was meant by last without name or country: "president" of "the president"; empty before that. */
  noun: string;
}

/** A candidate with those it stands for. */
export interface Resolved {
  readonly candidate: Candidate;
  readonly drafts: readonly EntityDraft[];
}

export interface EntityStore {
  readonly byKey: Map<string, EntityDraft>;
  /** Drafts by head noun, latest last: where "the minister" looks. */
  readonly byNoun: Map<string, EntityDraft[]>;
  readonly resolved: Resolved[];
}

export function createEntityStore(): EntityStore {
  return { byKey: new Map(), byNoun: new Map(), resolved: [] };
}

/** The draft of that key, made at first need. */
export function draftFor(
  store: EntityStore,
  key: string,
  make: () => Omit<EntityDraft, "noun" | "partOf" | "pronoun">,
): EntityDraft {
  const known = store.byKey.get(key);
  if (known) return known;
  const draft: EntityDraft = { ...make(), noun: "", partOf: null, pronoun: null };
  store.byKey.set(key, draft);
  return draft;
}

/** How many drafts of one noun are remembered; older ones are out of mind. */
const MEMORY = 12;

/** Remembers that the draft goes by this noun. */
export function rememberNoun(store: EntityStore, noun: string, draft: EntityDraft): void {
  const known = (store.byNoun.get(noun) ?? []).filter((other) => other !== draft).slice(-MEMORY);
  store.byNoun.set(noun, [...known, draft]);
}

/** Those resolved lately, the latest first, no more than `reach` of them. */
export function* latest(store: EntityStore, reach: number): Generator<Resolved> {
  const stop = Math.max(0, store.resolved.length - reach);
  for (let i = store.resolved.length - 1; i >= stop; i--) yield store.resolved[i]!;
}

/** The finished entity. */
export function finishEntity(
  draft: EntityDraft,
  id: string,
  partOf: string | null,
  mentions: Entity["mentions"],
): Entity {
  const { name, kind, country, sectors, role } = draft;
  return { id, name, kind, country, sectors, role, partOf, mentions };
}
