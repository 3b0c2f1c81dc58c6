/** Resolves candidates to entities in text order, each with what the words before it have taught. */
import { spanOf } from "../language/index.js";
import type { Report } from "../reading/index.js";
import type { Candidate, Pronoun } from "./candidate.js";
import { createEntityStore, type EntityDraft, type EntityStore, type Resolved } from "./entity-store.js";
import { findVoices, type Voices } from "./find-speakers.js";
import type { FinderContext } from "./reading-context.js";
import {
  gatherPersonNames,
  type PersonNames,
  resolveBody,
  resolveCountry,
  resolvePerson,
  stateOf,
} from "./resolve-names.js";
import { resolveNominal, resolveStates } from "./resolve-nominals.js";
import { resolveFirstPerson, resolvePronoun } from "./resolve-pronouns.js";

interface Resolver extends FinderContext {
  readonly report: Report;
  readonly store: EntityStore;
  readonly persons: PersonNames;
  readonly voices: Voices;
  /** What each candidate head was resolved to. */
  readonly byHead: Map<number, readonly EntityDraft[]>;
  readonly byHeadCandidate: ReadonlyMap<number, Candidate>;
  /** Heads whose resolution is under way: a possessor of itself is none. */
  readonly open: Set<number>;
}

/** Every candidate with those it stands for; candidates that stand for nobody have an empty list. */
export function resolveEntities(context: FinderContext, candidates: readonly Candidate[], report: Report): EntityStore {
  const resolver: Resolver = {
    ...context,
    report,
    store: createEntityStore(),
    persons: gatherPersonNames(candidates),
    voices: findVoices(context, candidates),
    byHead: new Map(),
    byHeadCandidate: new Map(candidates.map((candidate) => [candidate.head, candidate])),
    open: new Set(),
  };
  for (const candidate of candidates) {
    const drafts = resolver.byHead.get(candidate.head) ?? resolveOne(resolver, candidate);
    resolver.byHead.set(candidate.head, drafts);
    resolver.store.resolved.push({ candidate, drafts } satisfies Resolved);
  }
  return resolver.store;
}

function resolveOne(resolver: Resolver, candidate: Candidate): readonly EntityDraft[] {
  const { store, names, parsed, report } = resolver;
  const { referent } = candidate;
  switch (referent.what) {
    case "country": {
      const span = spanOf(parsed, candidate.first, candidate.last);
      return [resolveCountry(store, referent.country, referent.sectors, parsed.text.slice(span.start, span.end))];
    }
    case "body":
      return [resolveBody(store, referent)];
    case "person":
      return [resolvePerson(store, referent, resolver.persons, { names, published: report.published })];
    case "pronoun":
      return resolveSpoken(resolver, candidate, referent);
    case "states":
      return resolveStates(store, referent, backgroundOf(resolver));
    default:
      return [resolveNominal(store, candidate, referent, backgroundOf(resolver))];
  }
}

function resolveSpoken(resolver: Resolver, candidate: Candidate, pronoun: Pronoun): readonly EntityDraft[] {
  const { store, names } = resolver;
  if (pronoun.person === 3) return resolvePronoun(store, candidate, pronoun, resolver);
  const voice = resolver.voices.voices[resolver.voices.at[candidate.head]!];
  if (pronoun.person === 2) return voice ? draftsAt(resolver, voice.listener) : [];
  const speakers = voice ? draftsAt(resolver, voice.speaker) : issuerOf(resolver);
  return resolveFirstPerson(store, pronoun, speakers, names);
}

function backgroundOf(resolver: Resolver) {
  return { parsed: resolver.parsed, names: resolver.names, draftsAt: (head: number) => draftsAt(resolver, head) };
}

/** Whoever is named at that head, earlier or later in the text. */
function draftsAt(resolver: Resolver, head: number): readonly EntityDraft[] {
  const known = resolver.byHead.get(head);
  if (known) return known;
  const candidate = resolver.byHeadCandidate.get(head);
  if (!candidate || resolver.open.has(head)) return [];
  resolver.open.add(head);
  const drafts = resolveOne(resolver, candidate);
  resolver.byHead.set(head, drafts);
  return drafts;
}

/** In a first-person document outside quotation marks the body that publishes it speaks. */
function issuerOf({ names, report, store }: Resolver): readonly EntityDraft[] {
  const body = names.actors.bodies.byName.get(report.publisher ?? "");
  const country =
    body?.kind === "government" ? body.country : names.index.byName.get(report.publisher ?? "")?.country.code;
  const state = country ? stateOf(store, names, country) : null;
  return state ? [state] : [];
}
