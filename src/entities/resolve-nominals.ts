/** Resolves common nouns: the bare role to its holder, the organ to its state's, the group to the one named before. */
import type { Parsed } from "../language/index.js";
import { entryNamed, type NameKnowledge } from "../names/index.js";
import type { EntityKind } from "../reading/index.js";
import type { Candidate, Nominal } from "./candidate.js";
import { draftFor, type EntityDraft, type EntityStore, latest, rememberNoun } from "./entity-store.js";
import type { HomeCountries } from "./home-country.js";
import { homeCountry, isLeading, leaderHome } from "./nominal-home.js";
import { GOVERNMENTS } from "./reading-context.js";
import { stateOf } from "./resolve-names.js";
import { counterpartOffice, fillBareWords, isCounterpart } from "./share-office.js";

/** What the nominal's words are read against. */
export interface Background {
  readonly parsed: Parsed;
  readonly names: NameKnowledge;
  /** Whom the candidate with this head stands for. */
  draftsAt(head: number): readonly EntityDraft[];
  readonly homes: HomeCountries;
  /** Country whose organ publishes the report, null for a medium. */
  readonly issuer: string | null;
}

/** How many mentions back a bare noun looks for its state. */
const REACH = 40;
const OTHERS = ["colleague", "counterpart", "successor", "predecessor"];

/** Whom the noun stands for. */
export function resolveNominal(
  store: EntityStore,
  candidate: Candidate,
  told: Nominal,
  background: Background,
): EntityDraft {
  const owner = ownerOf(told, background);
  const nominal = completeWords(store, told, owner, background.names);
  if (nominal.what === "organ" && GOVERNMENTS.includes(nominal.noun)) {
    const state = governmentState(store, candidate, nominal, { ...background, owner });
    if (state) return state;
  }
  const isKnown = nominal.definite || nominal.what === "organ";
  const known = isKnown ? recall(store, candidate, nominal, { ...background, owner }) : null;
  const country = owner ?? (known ? null : homeCountry(candidate, nominal, background));
  const draft = known ?? makeNominal(store, candidate, nominal, { owner: country, names: background.names });
  if (country !== null && draft.country === null) draft.country = country;
  rememberNoun(store, nominal.noun, draft);
  if (isAttacker(nominal)) rememberNoun(store, ATTACKER, draft);
  rememberBare(draft, nominal, owner);
  return draft;
}

/** Whose they are; allies of a state are somebody else's, those of an alliance its own: "NATO allies". */
function ownerOf(told: Nominal, background: Background): string | null {
  if (told.isForeign) return null;
  if (told.isRelation) return told.owner === "IGO" ? told.owner : null;
  return told.owner ?? possessorCountry(background, told);
}

/** Remembers that "the president", without any country, means this one. */
function rememberBare(draft: EntityDraft, { definite, noun }: Nominal, owner: string | null): void {
  if (definite && owner === null) draft.noun = noun;
}

/** The noun with what others tell of it: "her counterpart" is a foreign minister, "the ministry" a foreign ministry. */
function completeWords(store: EntityStore, nominal: Nominal, owner: string | null, names: NameKnowledge): Nominal {
  if (isCounterpart(nominal.noun) && nominal.owner !== null) {
    const office = counterpartOffice(store, nominal.owner);
    if (!office || nominal.what !== "role") return nominal;
    const words = office.title;
    return { ...nominal, noun: words.slice(words.lastIndexOf(" ") + 1).toLowerCase(), words };
  }
  if (nominal.what !== "organ" || owner === null || !nominal.definite) return nominal;
  return { ...nominal, words: fillBareWords(store.byNoun.get(nominal.noun) ?? [], nominal, names) };
}

/** A government and its state are one: "the Iraqi government", or "the government" of the state named last. */
function governmentState(
  store: EntityStore,
  candidate: Candidate,
  nominal: Nominal,
  background: Background & { readonly owner: string | null },
): EntityDraft | null {
  const { names, owner, homes, parsed } = background;
  if (owner !== null) return names.byCode.get(owner)?.status === "union" ? null : stateOf(store, names, owner);
  if (nominal.isForeign || nominal.words.includes(" ")) return null;
  const sentence = parsed.sentenceOf[candidate.head]!;
  const home = parsed.sentences[sentence]!.heading ? homes.actorOf[sentence] : (homes.main ?? homes.placeOf[sentence]);
  if (home) return stateOf(store, names, home);
  for (const { drafts } of latest(store, REACH)) {
    const [draft] = drafts;
    if (draft?.kind === "state") return draft;
  }
  return null;
}

/** Country of the pronoun or name that owns it: "his ministry". */
function possessorCountry(background: Background, nominal: Nominal): string | null {
  return nominal.possessor < 0 ? null : (background.draftsAt(nominal.possessor)[0]?.country ?? null);
}

/** How far behind a bare office its holder's own name rules him out. */
const NEAR = 20;

/** The words of the sentence behind that token. */
function wordsBehind(parsed: Parsed, last: number): ReadonlySet<string> {
  const end = parsed.sentences[parsed.sentenceOf[last]!]!.last;
  return new Set(parsed.form.slice(last + 1, Math.min(end, last + NEAR) + 1));
}

/** Who was meant before: by the noun, the president at home first; one who attacks goes by many nouns. */
function recall(
  store: EntityStore,
  { last }: Candidate,
  nominal: Nominal,
  { owner, homes, parsed }: Background & { readonly owner: string | null },
): EntityDraft | null {
  const behind = wordsBehind(parsed, last);
  const ofHome = owner === null && !nominal.isForeign ? leaderHome(nominal, homes) : null;
  const isMeant = store.byNoun.get(nominal.noun)?.some((draft) => draft.noun === nominal.noun) ?? false;
  const atHome = ofHome === null || isMeant ? null : recallNoun(store, nominal, ofHome, behind);
  if (atHome?.country === ofHome && atHome) return atHome;
  const known = recallNoun(store, nominal, owner, behind);
  if (known || !isAttacker(nominal)) return known;
  return store.byNoun.get(ATTACKER)?.findLast(({ country }) => owner === null || country === owner) ?? null;
}

/** Key of those who attack among the nouns that people go by. */
const ATTACKER = "(attacker)";

/** "the gunman", "the assailant", "the attacker": one man under many nouns. */
const isAttacker = ({ what, sectors }: Nominal) => what === "role" && sectors[0] === "UAF";

/** The latest who goes by that noun; "the president has warned Berg" is not Berg. */
function recallNoun(
  store: EntityStore,
  nominal: Nominal,
  owner: string | null,
  behind: ReadonlySet<string>,
): EntityDraft | null {
  if (OTHERS.includes(nominal.noun)) return null;
  if (nominal.noun === "leader" && owner !== null) return findLeader(store, owner);
  const known =
    owner === null ? calledLast(store.byNoun.get(nominal.noun) ?? [], nominal) : (store.byNoun.get(nominal.noun) ?? []);
  for (let i = known.length - 1; i >= 0; i--) {
    const draft = known[i]!;
    const isSameCountry = owner === null || draft.country === null || draft.country === owner;
    const isNamedApart = draft.kind === "person" && behind.has(draft.name.slice(draft.name.lastIndexOf(" ") + 1));
    if (isSameCountry && !isNamedApart && isSameOffice(draft, nominal)) return draft;
  }
  return null;
}

/** Those known by the noun, the one last whom the bare noun has meant already: "the president" stays the same man. */
function calledLast(known: readonly EntityDraft[], { what, noun }: Nominal): readonly EntityDraft[] {
  const meant = what === "role" ? known.findLast((draft) => draft.noun === noun) : undefined;
  return meant ? [...known, meant] : known;
}

/** "the Russian leader": whoever leads that state in the report. */
function findLeader(store: EntityStore, country: string): EntityDraft | null {
  const isLeader = (draft: EntityDraft) =>
    draft.country === country && isLeading(draft.role?.title ?? "") && draft.kind === "person";
  for (const { drafts } of latest(store, REACH)) {
    const found = drafts.find(isLeader);
    if (found) return found;
  }
  return null;
}

/** "the foreign minister" is no prime minister; "the minister" is either; "the president" is no vice president. */
function isSameOffice(draft: EntityDraft, nominal: Nominal): boolean {
  if (!nominal.words.includes(" ")) return !/^(?:vice|deputy)\b/i.test(draft.role?.title ?? "");
  const called = (draft.role?.title ?? draft.name).toLowerCase();
  const words = nominal.words.toLowerCase();
  return called.includes(words) || words.includes(called) || called === nominal.noun;
}

const KINDS: Readonly<Record<Nominal["what"], EntityKind>> = {
  role: "person",
  group: "group",
  organ: "government",
  "named-body": "organization",
};

/** "Chinese foreign minister": the words, with the country's adjective where they lack it. */
function nameNominal({ words }: Nominal, owner: string | null, names: NameKnowledge): string {
  const country = owner === null ? undefined : names.byCode.get(owner);
  const adjective = country?.adjectives[0] ?? country?.name ?? "";
  const isTold = words.includes(adjective) || (country?.names.some((name) => words.includes(name)) ?? false);
  const isPeople = entryNamed(names.index, words)?.kinds.includes("people") ?? false;
  return adjective === "" || isTold || isPeople ? words : `${adjective} ${words}`;
}

function makeNominal(
  store: EntityStore,
  candidate: Candidate,
  nominal: Nominal,
  { owner, names }: { readonly owner: string | null; readonly names: NameKnowledge },
): EntityDraft {
  const isNew = nominal.what === "role" && !nominal.definite && nominal.owner === null;
  const words = `${nominal.definite ? "" : nominal.count} ${nominal.words.toLowerCase()}`;
  const key = `${nominal.what} ${words} ${owner ?? ""}${isNew ? ` ${candidate.head}` : ""}`;
  return draftFor(store, key, () => ({
    name: nameNominal(nominal, owner, names),
    kind: nominal.what === "group" && nominal.sectors.includes("REB") ? "armed-group" : KINDS[nominal.what],
    country: owner,
    sectors: nominal.sectors,
    role: nominal.what === "role" ? { title: nominal.words, of: owner } : null,
    plural: nominal.what === "group",
  }));
}
