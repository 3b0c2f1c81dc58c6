/** What is known of actors before a report is read: bodies, persons in office, and the nouns that name roles and groups. */
import { cellOf, listOf, type Row, type Table, tableFault, tableOf } from "../assets/index.js";
import type { ActorTerm } from "./actor-list.js";
import { indexNames, type NameIndex } from "./name-index.js";

/** A body with a name of its own: alliance, armed group, party, agency, ministry, medium. */
export interface Body {
  /** Canonical English name: "Islamic State". */
  readonly name: string;
  /** "state": one of two countries of one name, when nothing tells which. */
  readonly kind: "igo" | "armed-group" | "organization" | "government" | "media" | "group" | "other" | "state";
  /** Country or PLOVER international code, null where several states have such a body ("Supreme Court"). */
  readonly country: string | null;
  /** Countries that have a body of that name too: the House of Commons of Canada. */
  readonly also: readonly string[];
  readonly sectors: readonly string[];
  /** What it was when, of a user's own list; empty for the tables'. */
  readonly ownTerms: readonly ActorTerm[];
}

/** A person who held an office in the years that news archives cover. */
export interface KnownPerson {
  readonly name: string;
  /** The one word that news calls the person by; empty where it would name too many. */
  readonly surname: string;
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly title: string;
  /** First and last day in office, ISO dates or years; empty where open. */
  readonly from: string;
  readonly until: string;
  /** Of a user's own list, which beats the report's words. */
  readonly isOwn: boolean;
}

/** What a noun of data/entities/nouns.tsv says of whom or what it names, by the class that the table gives it. */
const NOUN_CLASSES = {
  role: "one person: minister",
  group: "several persons: protesters",
  organ: "a part of a state: parliament",
  body: "the head of a proper name: Party",
  origin: "what merely comes from a country: banks",
  time: "a time that looks like a name: August",
  state: "a state without its name: country",
  land: "a stretch of a country: border",
  speech: "a verb whose subject speaks: announce",
  title: "what stands before a name: Gen.",
  quantity: "how many: dozens",
  generic: "a kind of body: agency",
  affair: "what has parties: conflict",
  doing: "a verb of what is done to people: jail",
  thing: "what is named after persons and places: award",
  sport: "a game, which is no politics: boxing",
  foreign: "an attribute of people of no one country: world leaders",
  relation: "a noun whose owner is another's country: Syria's allies",
  attribute: "what an office or group is about: religious leaders",
  coming: "a verb whose from tells an origin: visit",
  arrival: "a verb whose place is a host: land",
  force: "an act of force or meddling, whose place is a target: raid",
  member: "who is told by what he belongs to: members of parliament",
} as const;

export type NounClass = keyof typeof NOUN_CLASSES;

export interface ActorKnowledge {
  readonly bodies: NameIndex<Body>;
  /** Persons by folded full name and surname, in table order; see `personsNamed`. */
  readonly persons: ReadonlyMap<string, readonly KnownPerson[]>;
  /** Names of persons of a user's own list: no country or body lies in them. */
  readonly ownPersons: NameIndex<true>;
  /** "he" or "she" by given name: "Angela" she. */
  readonly pronouns: ReadonlyMap<string, "he" | "she">;
  /** Sectors by class and noun: `nouns.get("role")?.get("minister")` is `["GOV"]`. */
  readonly nouns: ReadonlyMap<NounClass, ReadonlyMap<string, readonly string[]>>;
}

const KINDS = ["igo", "armed-group", "organization", "government", "media", "group"] as const;
const CLASSES = Object.keys(NOUN_CLASSES) as NounClass[];

/** Builds and checks the knowledge; throws AssetError that names file and line. */
export function createActorKnowledge(tables: ReadonlyMap<string, Table>): ActorKnowledge {
  return {
    bodies: indexNames(readBodies(tableOf({ tables }, "entities/organizations"))),
    persons: readPersons(tableOf({ tables }, "entities/persons")),
    ownPersons: indexNames<true>([]),
    pronouns: readPronouns(tableOf({ tables }, "entities/given-names")),
    nouns: readNouns(tableOf({ tables }, "entities/nouns")),
  };
}

/** Sectors of a noun of that class, null where it is none. */
export function nounOf(actors: ActorKnowledge, noun: string, wanted: NounClass): readonly string[] | null {
  return actors.nouns.get(wanted)?.get(noun) ?? null;
}

function readBodies(table: Table): [string, Body][] {
  return table.rows.flatMap((row): [string, Body][] => {
    const name = cellOf(table, row, "name");
    const kind = KINDS.find((known) => known === cellOf(table, row, "kind"));
    if (!kind) throw tableFault(table, row, "has an unknown kind");
    const sectors = listOf(table, row, "sectors");
    const also = listOf(table, row, "also");
    const country = cellOf(table, row, "country") || null;
    const body: Body = { name, kind, country, also, sectors, ownTerms: [] };
    return [name, ...listOf(table, row, "names")].map((known) => [known, body]);
  });
}

function readPersons(table: Table): Map<string, KnownPerson[]> {
  const persons = new Map<string, KnownPerson[]>();
  for (const row of table.rows) {
    const person = readPerson(table, row);
    const names = new Set([person.name, person.surname, ...listOf(table, row, "names")].map(foldPerson));
    names.delete("");
    for (const name of names) persons.set(name, [...(persons.get(name) ?? []), person]);
  }
  return persons;
}

/** Those who go by that name, however it is spelt: "Vladimir V. Putin", "Haider Al Abadi". */
export function personsNamed(actors: ActorKnowledge, words: string): readonly KnownPerson[] {
  return actors.persons.get(foldPerson(words)) ?? [];
}

/** One form for all spellings: no accents, hyphens, middle initials or "al". */
export function foldPerson(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[-’'‘]/g, " ")
    .replace(/\b(?:[a-z]\.|al|el)\s+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function readPerson(table: Table, row: Row): KnownPerson {
  const cell = (column: string) => cellOf(table, row, column);
  const name = cell("name");
  const country = cell("country");
  if (!/^[A-Z]{3}$/.test(country)) throw tableFault(table, row, `"${country}" is no country code`);
  return {
    name,
    surname: cell("surname"),
    country,
    sectors: listOf(table, row, "sectors"),
    title: cell("title"),
    from: cell("from"),
    until: cell("until"),
    isOwn: false,
  };
}

function readPronouns(table: Table): Map<string, "he" | "she"> {
  return new Map(
    table.rows.map((row) => {
      const pronoun = cellOf(table, row, "pronoun");
      if (pronoun !== "he" && pronoun !== "she") throw tableFault(table, row, "has neither he nor she");
      return [cellOf(table, row, "name"), pronoun];
    }),
  );
}

function readNouns(table: Table): Map<NounClass, Map<string, readonly string[]>> {
  const nouns = new Map<NounClass, Map<string, readonly string[]>>(CLASSES.map((name) => [name, new Map()]));
  for (const row of table.rows) {
    const wanted = CLASSES.find((known) => known === cellOf(table, row, "class"));
    if (!wanted) throw tableFault(table, row, "has an unknown class");
    nouns.get(wanted)!.set(cellOf(table, row, "noun"), listOf(table, row, "sectors"));
  }
  return nouns;
}
