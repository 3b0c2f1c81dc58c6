/** Resolves names to entities: a state by any of its names, a body, a person by full name or surname. */
import {
  type Body,
  type Country,
  holdsOn,
  type KnownPerson,
  type NameKnowledge,
  personsNamed,
} from "../names/index.js";
import type { Candidate, Person, Referent, Title } from "./candidate.js";
import { draftFor, type EntityDraft, type EntityStore, rememberNoun } from "./entity-store.js";
import { STATE_SECTORS } from "./reading-context.js";
import { counterpartOffice, isCounterpart } from "./share-office.js";

type BodyReferent = Extract<Referent, { what: "body" }>;

/** The state, its dependency or partly recognised part; a military or parliamentary seat keeps its own entity. */
export function resolveCountry(
  store: EntityStore,
  country: Country,
  sectors: readonly string[],
  words: string,
): EntityDraft {
  if (sectors.length > 0) {
    const name = words.replace(/^the\s+/i, "");
    const make = () => ({
      name,
      kind: "government" as const,
      country: country.code,
      sectors,
      role: null,
      plural: false,
    });
    return draftFor(store, `seat ${name}`, make);
  }
  const isOwnState = country.status === "state" || country.status === "former";
  const own: readonly string[] = country.status === "partial" ? ["PRE"] : country.status === "union" ? [] : ["GOV"];
  return draftFor(store, isOwnState ? `state ${country.code}` : `land ${country.name}`, () => ({
    name: country.name,
    kind: KIND_OF_STATUS.get(country.status) ?? "state",
    country: country.code,
    sectors: own,
    role: null,
    plural: false,
  }));
}

/** What is no state of its own. */
const KIND_OF_STATUS: ReadonlyMap<Country["status"], "igo" | "government"> = new Map([
  ["union", "igo"],
  ["division", "government"],
]);

/** The state of a code, for what belongs to it. */
export function stateOf(store: EntityStore, names: NameKnowledge, code: string): EntityDraft | null {
  const country = names.byCode.get(code);
  return country ? resolveCountry(store, country, [], country.name) : null;
}

/** The body; one that many states have, as a supreme court, belongs to its owner, or to the state at home in the report. */
export function resolveBody(
  store: EntityStore,
  { body, owner }: BodyReferent,
  home: string | null,
  published: string | null,
): EntityDraft {
  if (body.ownTerms.length > 0) return ownBody(store, body, published);
  const own = home !== null && body.also.includes(home) ? home : body.country;
  const country = body.kind === "government" ? (owner ?? own) : own;
  return draftFor(store, `body ${body.name} ${country ?? ""}`, () => ({
    name: body.name,
    kind: body.kind,
    country,
    sectors: body.sectors,
    role: null,
    plural: false,
  }));
}

/** A body of the user's list, as it was on that day. */
function ownBody(store: EntityStore, { name, kind, ownTerms }: Body, published: string | null): EntityDraft {
  const { country, sectors } = ownTerms.find((term) => holdsOn(term, published)) ?? { country: null, sectors: [] };
  const make = () => ({ name, kind, country, sectors, role: null, plural: false });
  return draftFor(store, `body ${name} ${country ?? ""}`, make);
}

/** What a report's own words tell of its persons, gathered before the first of them is resolved. */
export interface PersonNames {
  /** Full name by each of its parts: "Lavrov" and "Sergei" for "Sergei Lavrov"; the latest part wins. */
  readonly fullByPart: ReadonlyMap<string, string>;
}

/** Full names in the report, by their parts, so that "Putin" in the headline is the "Vladimir Putin" of the body. */
export function gatherPersonNames(candidates: readonly Candidate[]): PersonNames {
  const fullByPart = new Map<string, string>();
  for (const { referent } of candidates) {
    if (referent.what !== "person" || !referent.name.includes(" ")) continue;
    const parts = referent.name.split(" ");
    for (const part of [parts.slice(1).join(" "), ...parts]) {
      if (!fullByPart.has(part) || part === parts.at(-1)) fullByPart.set(part, referent.name);
    }
  }
  return { fullByPart };
}

/** What persons are read against. */
export interface PersonBackground {
  readonly names: NameKnowledge;
  /** Day of the report. */
  readonly published: string | null;
  /** Country that the report's officials belong to. */
  readonly home: string | null;
  /** The one country that the sentence goes to, for whomever it meets there; null where there is none. */
  readonly host: string | null;
  /** Country of the parliament that the report names, for its members; null where it names none. */
  readonly legislature: string | null;
  /** The nameless one whom the report's words call by this name; null where none. */
  readonly bare: EntityDraft | null;
}

/** The person; office and country from the report's words, then from the table for the day of publication. */
export function resolvePerson(
  store: EntityStore,
  told: Person,
  persons: PersonNames,
  background: PersonBackground,
): EntityDraft {
  const person = withOffice(store, told);
  const full = persons.fullByPart.get(person.name) ?? person.name;
  const known = knownPerson(background.names, full, background.published, person.title?.owner ?? person.owner);
  const key = `person ${known?.name ?? full}`;
  const bare = store.byKey.has(key)
    ? null
    : (background.bare ?? findBareRole(store, person.title ?? officeThen(known, background.published)));
  if (bare) {
    bare.name = known?.name ?? full;
    store.byKey.set(key, bare);
  }
  const draft = draftFor(store, key, () => ({
    name: known?.name ?? full,
    kind: "person",
    country: known?.country ?? null,
    sectors: known ? sectorsThen(known, background.published) : [],
    role:
      known && inOffice(known, background.published) && known.title ? { title: known.title, of: known.country } : null,
    plural: false,
  }));
  if (known?.isOwn) keepOwn(draft, known, background.published);
  learnTitle(store, draft, person, known?.isOwn ?? false);
  draft.pronoun ??= background.names.actors.pronouns.get(draft.name.split(" ")[0]!) ?? null;
  if (draft.role) rememberNoun(store, lastWord(draft.role.title), draft);
  draft.country ??= person.owner;
  const isOfficial = draft.sectors.some((sector) => STATE_SECTORS.includes(sector));
  if (draft.country === null && isOfficial && person.title) draft.country = homeOf(draft, background);
  if (draft.role?.of === null) draft.role = { ...draft.role, of: draft.country };
  return draft;
}

/** Where an official of no told country belongs: a member of parliament to the one that the report names. */
function homeOf({ sectors }: EntityDraft, { host, legislature, home }: PersonBackground): string | null {
  return (sectors[0] === "LEG" ? legislature : null) ?? host ?? home;
}

/** "her Sudanese counterpart Bakri": the office is that of whose counterpart he is. */
function withOffice(store: EntityStore, person: Person): Person {
  const { title } = person;
  if (!title || !isCounterpart(title.words)) return person;
  const office = counterpartOffice(store, title.owner ?? person.owner);
  return office ? { ...person, title: { ...title, words: office.title } } : person;
}

/** What the person was on that day, as the table knows it. */
function officeThen(known: KnownPerson | null, published: string | null): Pick<Title, "words" | "owner"> | null {
  const isHolder = known !== null && known.title !== "" && inOffice(known, published);
  return isHolder ? { words: known.title, owner: known.country } : null;
}

/** "the finance minister" of an earlier sentence, when "the finance minister, Ivan Petrov," follows. */
function findBareRole(store: EntityStore, title: Pick<Title, "words" | "owner"> | null): EntityDraft | null {
  if (!title) return null;
  const words = title.words.toLowerCase();
  const named = store.byNoun.get(lastWord(words)) ?? [];
  const isSame = (draft: EntityDraft) =>
    draft.name.toLowerCase().endsWith(words) &&
    draft.role?.title.toLowerCase() === words &&
    draft.kind === "person" &&
    (title.owner === null || draft.country === null || draft.country === title.owner);
  return named.find(isSame) ?? null;
}

/** The text beats the table: an office that the words tell replaces what was known. */
function learnTitle(store: EntityStore, draft: EntityDraft, { title, sectors }: Person, isOwn: boolean): void {
  if (draft.sectors.length === 0) draft.sectors = sectors;
  if (!title) return;
  if (isOwn) {
    draft.role ??= { title: title.words, of: draft.country };
    rememberNoun(store, lastWord(title.words), draft);
    return;
  }
  draft.country = title.owner ?? draft.country;
  const isInternational = INTERNATIONAL.includes(title.owner ?? draft.country ?? "");
  const told = isInternational ? title.sectors.filter((sector) => sector !== "GOV") : title.sectors;
  const isUnknown = draft.sectors.length === 0;
  if (told.length > 0 && (isUnknown || !told.includes("GOV"))) draft.sectors = told;
  if (draft.role === null || title.words.length >= draft.role.title.length) {
    draft.role = { title: title.words, of: title.owner ?? draft.country };
  }
  rememberNoun(store, lastWord(title.words), draft);
}

/** The user's list says what the person is, also of one whom a bare office stood for before. */
function keepOwn(draft: EntityDraft, known: KnownPerson, published: string | null): void {
  draft.country = known.country;
  draft.sectors = sectorsThen(known, published);
}

/** "minister" of "Foreign Minister". */
const lastWord = (words: string) => words.slice(words.lastIndexOf(" ") + 1).toLowerCase();

/** Whoever of that name held office on that day; without a day, or out of office, the one whose time is nearest. */
function knownPerson(
  names: NameKnowledge,
  words: string,
  published: string | null,
  owner: string | null,
): KnownPerson | null {
  const all = personsNamed(names.actors, words);
  const fitting = all.filter((person) => owner === null || person.country === owner || words.includes(" "));
  if (published === null) return fitting.at(-1) ?? null;
  return fitting.find((person) => inOffice(person, published)) ?? fitting.at(-1) ?? null;
}

/** Before the first office a politician of a party, after the last one of the elite. */
function sectorsThen(person: KnownPerson, published: string | null): readonly string[] {
  if (person.isOwn) return inOffice(person, published) ? person.sectors : [];
  if (inOffice(person, published) || !person.sectors.includes("GOV")) return person.sectors;
  return published !== null && published.slice(0, person.from.length) < person.from ? ["PTY"] : ["ELI"];
}

/** Codes of bodies that are no state: who serves them has no government's sector. */
const INTERNATIONAL = ["IGO", "UNO", "EUR", "NGO"];

const inOffice = holdsOn;
