/** Resolves pronouns by number, kind and nearness; the first and second person by who speaks to whom. */
import { childBy, hasRelation, isUnder, type Parsed } from "../language/index.js";
import type { NameKnowledge } from "../names/index.js";
import type { Candidate, Pronoun } from "./candidate.js";
import { type EntityDraft, type EntityStore, latest, type Resolved } from "./entity-store.js";
import { stateOf } from "./resolve-names.js";

/** Who speaks and is spoken to, for words inside quotation marks. */
export interface Speakers {
  /** Candidate number of the speaker of the quotation around a token, −1 where none. */
  speakerAt(token: number): number;
  listenerAt(token: number): number;
}

const REACH = 24;

/** Whom the pronoun stands for, nobody where the text does not tell. */
export function resolvePronoun(
  store: EntityStore,
  candidate: Candidate,
  pronoun: Pronoun,
  background: { readonly parsed: Parsed; readonly names: NameKnowledge },
): readonly EntityDraft[] {
  const { parsed } = background;
  const best = bestAntecedent(store, candidate, pronoun, parsed);
  if (best && (pronoun.lemma === "he" || pronoun.lemma === "she")) best.drafts[0]!.pronoun = pronoun.lemma;
  if (!best || (pronoun.lemma === "it" && !isTakenUp(parsed, best.candidate, candidate.head))) return [];
  return pronoun.plural ? coordinatedDrafts(store, best, parsed) : best.drafts;
}

/**
 * "It" seldom stands for an actor: it does where it takes up the subject of the clause above it ("China says it will")
 * or of the sentence before, and does something ("It violated the truce").
 */
function isTakenUp(parsed: Parsed, antecedent: Candidate, token: number): boolean {
  if (!hasRelation(parsed, antecedent.head, "nsubj")) return false;
  const clause = parsed.head[token]!;
  if (clause < 0) return false;
  if (isUnder(parsed, clause, parsed.head[antecedent.head]!)) return clause !== parsed.head[antecedent.head];
  const isActive =
    parsed.deprel[token] === "nsubj" && parsed.upos[clause] === "VERB" && childBy(parsed, clause, "csubj", "expl") < 0;
  const isNext = parsed.sentenceOf[clause]! - parsed.sentenceOf[antecedent.head]! === 1;
  const isMain = isMainClause(parsed, parsed.head[antecedent.head]!) && parsed.head[clause] === -1;
  return isActive && isNext && isMain && !TELLING.includes(parsed.lemma[clause]!);
}

/** The clause of the sentence's root, or the "the ministry said" set beside it. */
function isMainClause(parsed: Parsed, clause: number): boolean {
  const above = parsed.head[clause]!;
  return above === -1 || (parsed.deprel[clause] === "parataxis" && parsed.head[above] === -1);
}

/** Verbs whose "it" is a paper or a state of things. */
const TELLING = ["take", "seem", "appear", "include", "come", "remain", "happen", "follow", "document", "detail"];

/** All that are joined with the antecedent by "and": "Petrov and Li … they". */
function coordinatedDrafts(store: EntityStore, best: Resolved, parsed: Parsed): readonly EntityDraft[] {
  const drafts = new Set<EntityDraft>(best.drafts);
  const first = firstConjunct(parsed, best.candidate.head);
  for (const other of latest(store, REACH)) {
    if (firstConjunct(parsed, other.candidate.head) === first) for (const draft of other.drafts) drafts.add(draft);
  }
  return [...drafts];
}

/** Head of the coordination that the token stands in, itself where it stands in none. */
function firstConjunct(parsed: Parsed, token: number): number {
  const head = parsed.head[token]!;
  return parsed.deprel[token] === "conj" && head >= 0 ? head : token;
}

function isCoordinated(parsed: Parsed, token: number): boolean {
  return parsed.deprel[token] === "conj" || childBy(parsed, token, "conj") >= 0;
}

/** First person: the speaker; "we" in the mouth of one who acts for a state is the state. */
export function resolveFirstPerson(
  store: EntityStore,
  pronoun: Pronoun,
  speakers: readonly EntityDraft[],
  names: NameKnowledge,
): readonly EntityDraft[] {
  if (!pronoun.plural) return speakers;
  return speakers.map((speaker) => {
    const isOfficial = speaker.country !== null && (speaker.sectors.includes("GOV") || speaker.sectors.includes("MIL"));
    return (isOfficial && speaker.country !== null ? stateOf(store, names, speaker.country) : null) ?? speaker;
  });
}

function bestAntecedent(store: EntityStore, candidate: Candidate, pronoun: Pronoun, parsed: Parsed): Resolved | null {
  let best: Resolved | null = null;
  let bestScore = 0;
  let passed = 0;
  for (const other of latest(store, REACH)) {
    if (!isPossible(other, candidate, pronoun, parsed)) continue;
    const isOneBody = pronoun.plural && other.drafts.length === 1 && COLLECTIVE.includes(other.drafts[0]!.kind);
    const score = scoreAntecedent(other.candidate, candidate, parsed) - passed * 0.4 - (isOneBody ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [other, score];
    passed++;
  }
  return best;
}

function isPossible(other: Resolved, candidate: Candidate, pronoun: Pronoun, parsed: Parsed): boolean {
  const [draft] = other.drafts;
  if (!draft || other.candidate.last >= candidate.first) return false;
  if (isBoundApart(parsed, other.candidate.head, candidate.head)) return false;
  if (isModifier(parsed, other.candidate.head) && draft.kind !== "armed-group") return false;
  const head = other.candidate.head;
  const isSeveral = isCoordinated(parsed, head) || isPeople(parsed, other.candidate);
  return agrees(other, draft, pronoun, isSeveral);
}

/** Number, kind and, between pronouns, the very word: "he" takes up no "she". */
function agrees({ candidate, drafts }: Resolved, draft: EntityDraft, pronoun: Pronoun, isSeveral: boolean): boolean {
  const spoken = candidate.referent.what === "pronoun" ? candidate.referent : null;
  if (spoken && spoken.person !== 3) return false;
  if (pronoun.lemma === "he" || pronoun.lemma === "she") {
    if (!isOnePerson(drafts) || (spoken && spoken.lemma !== pronoun.lemma)) return false;
    return draft.pronoun === null || draft.pronoun === pronoun.lemma;
  }
  const isThing = draft.kind !== "person" && !draft.plural;
  if (pronoun.neuter) return drafts.length === 1 && isThing && (!spoken || spoken.neuter);
  return drafts.length > 1 || draft.plural || isSeveral || COLLECTIVE.includes(draft.kind);
}

/** "The Germans say they": a people by name is several; the United States are one. */
function isPeople(parsed: Parsed, { head, referent }: Candidate): boolean {
  if (referent.what !== "country" || !["NNS", "NNPS"].includes(parsed.xpos[head]!)) return false;
  return !referent.country.names.some((name) => name.endsWith(parsed.form[head]!));
}

/** Kinds that news calls "they" as well as "it". */
const COLLECTIVE = ["armed-group", "organization"];

const isOnePerson = (drafts: readonly EntityDraft[]) => drafts.length === 1 && drafts[0]!.kind === "person";

function isModifier(parsed: Parsed, head: number): boolean {
  return hasRelation(parsed, firstConjunct(parsed, head), "amod", "compound");
}

/** "Berg met him": subject and object of one verb are two, unless the pronoun is reflexive. */
function isBoundApart(parsed: Parsed, antecedent: number, pronoun: number): boolean {
  const isSame = parsed.head[antecedent] === parsed.head[pronoun] && parsed.head[pronoun]! >= 0;
  if (!isSame || parsed.form[pronoun]!.includes("sel")) return false;
  return hasRelation(parsed, antecedent, "nsubj") && hasRelation(parsed, pronoun, "obj", "iobj", "obl");
}

/** Nearness in sentences, subjects first. */
function scoreAntecedent(other: Candidate, candidate: Candidate, parsed: Parsed): number {
  const distance = parsed.sentenceOf[candidate.head]! - parsed.sentenceOf[other.head]!;
  if (distance > 3) return 0;
  const isSubject = hasRelation(parsed, other.head, "nsubj") ? 2 : 0;
  const isObject = hasRelation(parsed, other.head, "obj", "iobj") ? 0.7 : 0;
  return 6 - 1.5 * distance + isSubject + isObject;
}
