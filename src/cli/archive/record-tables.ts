/** Which columns a table for people shows of each kind of record. */
import type {
  EntityRow,
  EventRow,
  Kind,
  Party,
  PlaceRow,
  Records,
  ReportRow,
  StatementRow,
  TermRow,
} from "../../archive/index.js";
import type { Column } from "./table.js";

type Columns = { readonly [K in Kind]: readonly Column<Records[K]>[] };

/** The country where there is one, else the name; each once. */
function partiesOf(parties: readonly Party[], role: Party["role"]): string {
  const names = parties.filter((party) => party.role === role).map(({ name, country }) => country ?? name);
  return [...new Set(names)].join(", ");
}

function namesOf(parties: readonly Party[], role: Party["role"]): string {
  return parties
    .filter((party) => party.role === role)
    .map(({ name }) => name)
    .join(", ");
}

const confidence = { head: "sure", cell: (row: { confidence: number }) => row.confidence.toFixed(2), most: 4 };

const EVENTS: readonly Column<EventRow>[] = [
  { head: "date", cell: (row) => row.date ?? "", most: 21 },
  { head: "actor", cell: (row) => partiesOf(row.parties, "actor"), most: 18 },
  { head: "recipient", cell: (row) => partiesOf(row.parties, "recipient"), most: 18 },
  { head: "type", cell: (row) => [row.type, ...row.modes.slice(0, 1)].join(" "), most: 22 },
  { head: "status", cell: (row) => (row.status === "actual" ? "" : row.status), most: 12 },
  { head: "claimed by", cell: (row) => namesOf(row.parties, "claim"), most: 20 },
  confidence,
  { head: "words", cell: (row) => row.evidence.words, most: 400 },
];

const STATEMENTS: readonly Column<StatementRow>[] = [
  { head: "published", cell: (row) => (row.published ?? "").slice(0, 10), most: 10 },
  { head: "speaker", cell: (row) => namesOf(row.parties, "speaker"), most: 24 },
  { head: "act", cell: (row) => row.act, most: 8 },
  { head: "to", cell: (row) => namesOf(row.parties, "addressee"), most: 16 },
  confidence,
  { head: "words", cell: (row) => row.content.map(({ words }) => words).join(" … "), most: 400 },
];

const TERMS: readonly Column<TermRow>[] = [
  { head: "published", cell: (row) => (row.published ?? "").slice(0, 10), most: 10 },
  { head: "user", cell: (row) => namesOf(row.parties, "user"), most: 24 },
  { head: "label", cell: (row) => row.label.words, most: 32 },
  { head: "of", cell: (row) => row.referent?.words ?? "", most: 24 },
  { head: "report", cell: (row) => row.title ?? row.report.slice(0, 12), most: 400 },
];

const ENTITIES: readonly Column<EntityRow>[] = [
  { head: "name", cell: (row) => row.name, most: 30 },
  { head: "kind", cell: (row) => row.kind, most: 12 },
  { head: "country", cell: (row) => row.country ?? "", most: 7 },
  { head: "role", cell: (row) => row.role?.title ?? "", most: 24 },
  { head: "mentions", cell: (row) => String(row.mentions.length), most: 8, align: "right" },
  { head: "published", cell: (row) => (row.published ?? "").slice(0, 10), most: 10 },
  { head: "report", cell: (row) => row.title ?? row.report.slice(0, 12), most: 400 },
];

const PLACES: readonly Column<PlaceRow>[] = [
  { head: "name", cell: (row) => row.name, most: 30 },
  { head: "division", cell: (row) => row.admin1 ?? "", most: 20 },
  { head: "country", cell: (row) => row.country ?? "", most: 7 },
  { head: "latitude", cell: (row) => row.latitude?.toFixed(2) ?? "", most: 8, align: "right" },
  { head: "longitude", cell: (row) => row.longitude?.toFixed(2) ?? "", most: 9, align: "right" },
  { head: "precision", cell: (row) => row.precision, most: 9 },
  { head: "report", cell: (row) => row.title ?? row.report.slice(0, 12), most: 400 },
];

const REPORTS: readonly Column<ReportRow>[] = [
  { head: "published", cell: (row) => row.day ?? "", most: 10 },
  { head: "key", cell: (row) => row.key.slice(0, 12), most: 12 },
  {
    head: "publisher",
    cell: (row) => [...new Set(row.sources.map(({ publisher }) => publisher ?? "–"))].join(", "),
    most: 24,
  },
  { head: "language", cell: (row) => row.language, most: 8 },
  { head: "title or words", cell: (row) => row.sources[0]?.title ?? row.text.slice(0, 400), most: 400 },
];

export const RECORD_TABLES: Columns = {
  events: EVENTS,
  statements: STATEMENTS,
  terms: TERMS,
  entities: ENTITIES,
  places: PLACES,
  reports: REPORTS,
};
