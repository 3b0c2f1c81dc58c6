/** Resolves candidates to entities in text order, each with what the words before it have taught. */
import { childBy, hasRelation, spanOf } from "../language/index.js";
import type { Report } from "../reading/index.js";
import type { Candidate, Pronoun } from "./candidate.js";
import { countryOfPublisher } from "./country-of-publisher.js";
import {
  createEntityStore,
  draftFor,
  type EntityDraft,
  type EntityStore,
  latest,
  type Resolved,
} from "./entity-store.js";
import { findVoices, type Voices } from "./find-speakers.js";
import { holdsDoubtful } from "./name-cover.js";
import type { FinderContext } from "./reading-context.js";
import { resolveKind, resolveTheState } from "./resolve-kinds.js";
import {
  gatherPersonNames,
  type PersonBackground,
  type PersonNames,
  resolveBody,
  resolveCountry,
  resolvePerson,
  stateOf,
} from "./resolve-names.js";
import { resolveNominal } from "./resolve-nominals.js";
import { resolveFirstPerson, resolvePronoun } from "./resolve-pronouns.js";
import { resolveStates } from "./resolve-sides.js";

interface Resolver extends FinderContext {
  readonly report: Report;
  readonly store: EntityStore;
  readonly persons: PersonNames;
  readonly voices: Voices;
  /** Country whose organ publishes the report, null for a medium. */
  readonly issuer: string | null;
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
    issuer: countryOfPublisher(context.names, report.publisher),
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
  const { store, parsed } = resolver;
  const { referent } = candidate;
  switch (referent.what) {
    case "country": {
      const span = spanOf(parsed, candidate.first, candidate.last);
      const words = parsed.text.slice(span.start, span.end);
      const countries = [referent.country, ...referent.also];
      return countries.map((country) => resolveCountry(store, country, referent.sectors, words));
    }
    case "body":
      return [resolveBody(store, referent, resolver.homes.dateline ?? resolver.homes.main, resolver.report.published)];
    case "person":
      return [resolvePerson(store, referent, resolver.persons, personBackground(resolver, candidate))];
    case "pronoun":
      return resolveSpoken(resolver, candidate, referent);
    case "alias":
      return draftsAt(resolver, referent.of);
    case "states":
      return resolveStates(store, candidate, referent, backgroundOf(resolver));
    case "kind":
      return resolveKind(store, referent.noun);
    case "the-state":
      return resolveTheState(store, { ...resolver, sentence: parsed.sentenceOf[candidate.head]! });
    default:
      return [referent.owner, ...referent.others].map((owner) =>
        resolveNominal(store, candidate, { ...referent, owner }, backgroundOf(resolver)),
      );
  }
}

function personBackground(resolver: Resolver, candidate: Candidate): PersonBackground {
  const { names, parsed, report, issuer, homes } = resolver;
  const { head } = candidate;
  // "Korean President Ivan Petrov": where nothing tells which Korea, his home tells neither.
  if (holdsDoubtful(resolver.cover, candidate))
    return { names, published: report.published, home: null, host: null, legislature: null, bare: null };
  const isMet = hasRelation(parsed, head, "nmod", "obl", "obj");
  const host = isMet ? homes.hostOf[parsed.sentenceOf[head]!]! : null;
  const home = issuer ?? homes.main ?? homes.dateline;
  return {
    names,
    published: report.published,
    home,
    host,
    legislature: homes.legislature,
    bare: identified(resolver, head),
  };
}

/** The nameless one whom the words give this name: "the gunman, who was identified as Ivan Petrov". */
function identified(resolver: Resolver, head: number): EntityDraft | null {
  const { parsed } = resolver;
  const verb = parsed.head[head]!;
  if (verb < 0 || !["identify", "name"].includes(parsed.lemma[verb]!)) return null;
  if (!hasRelation(parsed, head, "obl", "xcomp", "obj")) return null;
  const subject = hasRelation(parsed, verb, "acl") ? parsed.head[verb]! : childBy(parsed, verb, "nsubj:pass");
  const [draft] = subject < 0 ? [] : draftsAt(resolver, subject);
  return draft?.kind === "person" && /^\P{Lu}/u.test(draft.name.split(" ").at(-1)!) ? draft : null;
}

function resolveSpoken(resolver: Resolver, candidate: Candidate, pronoun: Pronoun): readonly EntityDraft[] {
  const { store, names } = resolver;
  if (pronoun.person === 3) return resolvePronoun(store, candidate, pronoun, resolver);
  const voice = resolver.voices.voices[resolver.voices.at[candidate.head]!];
  if (pronoun.person === 2) return voice ? draftsAt(resolver, voice.listener) : addresseesOf(resolver);
  const spoken = voice ? draftsAt(resolver, voice.speaker) : [];
  const isOwn = spoken.length === 0 && !voice;
  if (isOwn && !pronoun.plural) return authorOf(resolver);
  const speakers = isOwn ? issuerOf(resolver) : spoken;
  return resolveFirstPerson(store, pronoun, speakers, names);
}

function backgroundOf(resolver: Resolver) {
  const { parsed, names, homes, issuer } = resolver;
  return { parsed, names, homes, issuer, draftsAt: (head: number) => draftsAt(resolver, head) };
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

/** "I" in such a document is one who signs it for the state, and not the state. */
function authorOf({ names, issuer, store }: Resolver): readonly EntityDraft[] {
  const country = issuer === null ? undefined : names.byCode.get(issuer);
  if (!country) return [];
  const name = `${country.adjectives[0] ?? country.name} official`;
  const make = () =>
    ({ name, kind: "person", country: country.code, sectors: ["GOV"], role: null, plural: false }) as const;
  return [draftFor(store, `author ${country.code}`, make)];
}

/** Mentions back in which whoever such a document speaks to is looked for. */
const REACH = 60;

/** "I congratulate the people of Peru as you celebrate": the people, or the state, that a state's document speaks to. */
function addresseesOf({ issuer, store }: Resolver): readonly EntityDraft[] {
  if (issuer === null) return [];
  let state: readonly EntityDraft[] = [];
  for (const { drafts } of latest(store, REACH)) {
    const [draft] = drafts;
    if (!draft || draft.country === null || draft.country === issuer) continue;
    if (draft.kind === "group" && draft.name.endsWith("people")) return [draft];
    if (draft.kind === "state" && state.length === 0) state = [draft];
  }
  return state;
}

/** In a first-person document outside quotation marks the state whose body publishes it speaks. */
function issuerOf({ names, issuer, store }: Resolver): readonly EntityDraft[] {
  const state = issuer ? stateOf(store, names, issuer) : null;
  return state ? [state] : [];
}
