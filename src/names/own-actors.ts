/** Puts a user's actors before those that the tables know: where both know a name, the user's counts. */
import { cellOf, listOf, tableOf } from "../assets/index.js";
import type { EntityKind } from "../reading/index.js";
import { type ActorKnowledge, type Body, foldPerson, type KnownPerson } from "./actor-knowledge.js";
import type { ActorList, ActorTerm, ListedActor } from "./actor-list.js";
import { indexNames } from "./name-index.js";
import type { CountryNameEntry, NameKnowledge } from "./name-knowledge.js";

/** The same knowledge with the list's actors in it. */
export function withActors(names: NameKnowledge, { actors }: ActorList): NameKnowledge {
  const codes = readCodes(names);
  const told = actors.map((actor) => {
    const terms = actor.terms.map((term) => decode(term, codes, names));
    return { ...actor, terms, kind: actor.kind ?? kindByCode(terms) };
  });
  const states = told.filter(({ kind }) => kind === "state");
  const persons = told.filter(({ kind }) => kind === "person");
  const bodies = told.filter(({ kind }) => kind !== "state" && kind !== "person");
  return {
    ...names,
    index: indexNames([...states.flatMap((state) => stateNames(state, names)), ...names.index.byName]),
    actors: {
      ...names.actors,
      bodies: indexNames([...bodies.flatMap(bodyNames), ...names.actors.bodies.byName]),
      persons: ownPersonsFirst(names.actors, persons),
      ownPersons: indexNames(persons.flatMap((person) => person.names.map((name) => [name, true] as const))),
    },
  };
}

type Told = Omit<ListedActor, "kind"> & { readonly kind: EntityKind };

interface Code {
  /** Country or international code that it sets, empty where it is a role. */
  readonly country: string;
  readonly sectors: readonly string[];
}

function readCodes({ tables }: NameKnowledge): Map<string, Code> {
  const table = tableOf({ tables }, "entities/cameo-roles");
  return new Map(
    table.rows.map((row) => {
      const code = { country: cellOf(table, row, "country"), sectors: listOf(table, row, "sectors") };
      return [cellOf(table, row, "code"), code];
    }),
  );
}

/** "LBYGOV" is Libya's government; three letters that no table knows say nothing ("SYRREBALN"). */
function decode(term: ActorTerm, codes: ReadonlyMap<string, Code>, { byCode }: NameKnowledge): ActorTerm {
  if (term.cameo === "") return term;
  const [first = "", ...rest] = term.cameo.match(/.{3}/g) ?? [];
  let country = byCode.has(first) ? first : null;
  const sectors = new Set<string>();
  for (const part of country === null ? [first, ...rest] : rest) {
    const code = codes.get(part);
    if (code && code.country !== "" && !byCode.has(first)) country = code.country;
    for (const sector of code?.sectors ?? []) sectors.add(sector);
  }
  return { ...term, country, sectors: [...sectors] };
}

const ARMED: ReadonlySet<string> = new Set(["REB", "UAF", "PRM"]);

/** What a dictionary does not say: a name that has its code for a time is a person. */
function kindByCode(terms: readonly ActorTerm[]): EntityKind {
  const { country, sectors, cameo } = terms[0]!;
  if (terms.some(({ from, until }) => from !== "" || until !== "")) return "person";
  if (cameo.length === 3 && country !== null) return /^(?:IGO|UNO|EUR)$/.test(country) ? "igo" : "state";
  if (country !== null && /^(?:IGO|UNO|EUR)$/.test(country)) return "igo";
  if (sectors.some((sector) => ARMED.has(sector))) return "armed-group";
  if (sectors.includes("JRN")) return "media";
  return sectors.includes("GOV") ? "government" : "organization";
}

function stateNames({ names, terms }: Told, { byCode }: NameKnowledge): [string, CountryNameEntry][] {
  const country = byCode.get(terms[0]!.country ?? "");
  return country ? names.map((name) => [name, { country, kinds: ["name"], sectors: [], also: [] }]) : [];
}

function bodyNames({ names, kind, terms }: Told): [string, Body][] {
  const [first] = terms;
  const { country, sectors } = first!;
  const body: Body = { name: names[0]!, kind: kind as Body["kind"], country, also: [], sectors, ownTerms: terms };
  return names.map((name) => [name, body]);
}

/** The user's persons instead of the tables' of the same name; a surname that the tables know goes with them. */
function ownPersonsFirst({ persons }: ActorKnowledge, own: readonly Told[]): Map<string, readonly KnownPerson[]> {
  const all = new Map(persons);
  for (const { names, surname, terms } of own) {
    const rows = terms.map((term): KnownPerson => ({ ...term, name: names[0]!, surname, isOwn: true }));
    for (const key of keysOf(persons, [...names, surname])) all.set(key, rows);
  }
  return all;
}

function keysOf(persons: ActorKnowledge["persons"], names: readonly string[]): Set<string> {
  const keys = new Set(names.filter((name) => name !== "").map(foldPerson));
  for (const key of [...keys]) {
    for (const { surname } of persons.get(key) ?? []) if (surname !== "") keys.add(foldPerson(surname));
  }
  return keys;
}
