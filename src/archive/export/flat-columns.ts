/** Records as flat rows for tables and data frames, with what each column means: the data dictionary. */
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
  WordSpan,
} from "../records.js";

export interface FlatColumn<Row> {
  readonly name: string;
  readonly type: "STRING" | "INT32" | "DOUBLE";
  /** What it means, for the data dictionary. */
  readonly about: string;
  readonly value: (row: Row) => string | number | null;
}

/** Lists are joined so; no code holds it. */
const LIST = ";";
const join = (values: readonly (string | null)[]) => values.map((value) => value ?? "").join(LIST);

const text = <Row>(name: string, about: string, value: (row: Row) => string | null): FlatColumn<Row> => ({
  ...{ name, about, value },
  type: "STRING",
});
const whole = <Row>(name: string, about: string, value: (row: Row) => number | null): FlatColumn<Row> => ({
  ...{ name, about, value },
  type: "INT32",
});
const real = <Row>(name: string, about: string, value: (row: Row) => number | null): FlatColumn<Row> => ({
  ...{ name, about, value },
  type: "DOUBLE",
});

type Placed = Pick<EventRow, "report" | "number" | "n" | "publisher" | "title" | "published">;

/** Where a record stands: the last columns of all kinds but reports. */
const PLACED: readonly FlatColumn<Placed>[] = [
  text("report", "key of the report: SHA-256 of its text", (row) => row.report),
  whole("number", "the report's number in order of arrival", (row) => row.number),
  whole("n", "the record's number within its reading", (row) => row.n),
  text("publisher", "publisher of the report's first source", (row) => row.publisher),
  text("published", "day or time of publication of the first source, ISO 8601", (row) => row.published),
  text("title", "title of the first source", (row) => row.title),
];

function spanned<Row>(name: string, about: string, span: (row: Row) => WordSpan | null): FlatColumn<Row>[] {
  return [
    text(name, about, (row) => span(row)?.words ?? null),
    whole(`${name}_start`, "its first UTF-16 code unit in the text", (row) => span(row)?.start ?? null),
    whole(`${name}_end`, "the code unit behind its last", (row) => span(row)?.end ?? null),
    whole(`${name}_start_cp`, "its first code point, as Python and R count", (row) => span(row)?.start_cp ?? null),
    whole(`${name}_end_cp`, "the code point behind its last", (row) => span(row)?.end_cp ?? null),
  ];
}

function partied<Row extends { readonly parties: readonly Party[] }>(
  name: string,
  role: Party["role"],
  about: string,
): FlatColumn<Row>[] {
  const find = (row: Row) => row.parties.filter((party) => party.role === role);
  return [
    text(name, `${about}; several are parted by "${LIST}"`, (row) => join(find(row).map((party) => party.name))),
    text(`${name}_countries`, "their countries, in the same order", (row) =>
      join(find(row).map(({ country }) => country)),
    ),
    text(`${name}_keys`, "keys of these actors, the same in all reports", (row) =>
      join(find(row).map(({ actor }) => actor)),
    ),
  ];
}

const EVENTS: readonly FlatColumn<EventRow>[] = [
  text("key", "key of the event", (row) => row.key),
  text("id", "id within the reading", (row) => row.id),
  text("date", "day or interval of the act, ISO 8601 or EDTF", (row) => row.date),
  text("type", "PLOVER type", (row) => row.type),
  text("modes", `PLOVER modes, primary first, parted by "${LIST}"`, (row) => join(row.modes)),
  text("contexts", `PLOVER contexts, parted by "${LIST}"`, (row) => join(row.contexts)),
  whole(
    "quad",
    "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    (row) => row.quad,
  ),
  real("score", "PLOVER conflict–cooperation score, −10 to 10", (row) => row.score),
  text("cameo", "nearest CAMEO code", (row) => row.cameo),
  real("goldstein", "Goldstein value of that code, −10 to 10", (row) => row.goldstein),
  ...partied<EventRow>("actors", "actor", "who does it"),
  ...partied<EventRow>("recipients", "recipient", "to whom"),
  ...partied<EventRow>("claimed_by", "claim", "who says so, the innermost first; empty: the report itself"),
  text("status", "actual, historical, future, hypothetical or negated", (row) => row.status),
  text("due", "day by which what is promised, demanded or threatened is to happen", (row) => row.due),
  text("places", `place ids within the reading, parted by "${LIST}"`, (row) => join(row.places)),
  real("confidence", "calibrated probability, 0 to 1", (row) => row.confidence),
  text("rule", 'rule or model decision, for "chancery explain"', (row) => row.rule),
  text("statement", "id of the innermost statement that holds it", (row) => row.statement),
  ...spanned<EventRow>("trigger", "the words that name the act", (row) => row.trigger),
  ...spanned<EventRow>("evidence", "the clause or sentence that shows it", (row) => row.evidence),
  ...PLACED,
];

const STATEMENTS: readonly FlatColumn<StatementRow>[] = [
  text("key", "key of the statement", (row) => row.key),
  text("id", "id within the reading", (row) => row.id),
  ...partied<StatementRow>("speakers", "speaker", "who says it"),
  ...partied<StatementRow>("addressees", "addressee", "to whom"),
  text("act", "says, thinks, wants, asks, promises, denies or doubts", (row) => row.act),
  text("form", "direct, indirect or mixed", (row) => row.form),
  text("within", "id of the statement whose content holds this one", (row) => row.within),
  real("confidence", "calibrated probability, 0 to 1", (row) => row.confidence),
  ...spanned<StatementRow>("cue", "the words that link source and content", (row) => row.cue as WordSpan | null),
  text("content", 'what is said; broken pieces parted by " … "', (row) =>
    row.content.map(({ words }) => words).join(" … "),
  ),
  ...PLACED,
];

const TERMS: readonly FlatColumn<TermRow>[] = [
  text("key", "key of the term", (row) => row.key),
  text("id", "id within the reading", (row) => row.id),
  ...partied<TermRow>("users", "user", "who calls it so"),
  ...spanned<TermRow>("label", "what it is called", (row) => row.label),
  text("referent", "what it names", (row) => (row.referent as WordSpan | null)?.words ?? null),
  text("statement", "id of the statement that holds it", (row) => row.statement),
  ...PLACED,
];

const ENTITIES: readonly FlatColumn<EntityRow>[] = [
  text("id", "id within the reading", (row) => row.id),
  text("actor", "key of the actor, the same in all reports", (row) => row.actor),
  text("name", "canonical English name", (row) => row.name),
  text("kind", "state, government, person, igo, organization, armed-group, media, group or other", (row) => row.kind),
  text("country", "ISO 3166-1 alpha-3 or PLOVER's international code", (row) => row.country),
  text("sectors", `PLOVER sectors, primary first, parted by "${LIST}"`, (row) => join(row.sectors)),
  text("role", "title of the office", (row) => row.role?.title ?? null),
  text("role_of", "of what", (row) => row.role?.of ?? null),
  whole("mentions", "how often it is mentioned", (row) => row.mentions.length),
  ...PLACED,
];

const PLACES: readonly FlatColumn<PlaceRow>[] = [
  text("id", "id within the reading", (row) => row.id),
  text("name", "name", (row) => row.name),
  text("country", "ISO 3166-1 alpha-3", (row) => row.country),
  text("admin1", "first-level division", (row) => row.admin1),
  real("latitude", "degrees, WGS 84", (row) => row.latitude),
  real("longitude", "degrees, WGS 84", (row) => row.longitude),
  text("precision", "point, city, district, admin1, country or region", (row) => row.precision),
  whole("geonames", "GeoNames id", (row) => row.geonames),
  whole("mentions", "how often it is mentioned", (row) => row.mentions.length),
  ...PLACED,
];

const REPORTS: readonly FlatColumn<ReportRow>[] = [
  text("key", "SHA-256 of the text", (row) => row.key),
  whole("number", "number in order of arrival", (row) => row.number),
  text("day", "calendar day of publication of the first source", (row) => row.day),
  text("language", "BCP 47", (row) => row.language),
  text("publishers", `publishers of all sources, parted by "${LIST}"`, (row) =>
    join(row.sources.map((source) => source.publisher)),
  ),
  text("urls", `addresses of all sources, parted by "${LIST}"`, (row) => join(row.sources.map((source) => source.url))),
  text("title", "title of the first source", (row) => row.sources[0]?.title ?? null),
  text("copy_of", "key of the report that this one is a near-copy of", (row) => row.copyOf),
  text("engine", "what coded it", (row) => row.engine),
  text("text", "the very words", (row) => row.text),
];

export const FLAT_COLUMNS: { readonly [K in Kind]: readonly FlatColumn<Records[K]>[] } = {
  events: EVENTS,
  statements: STATEMENTS,
  terms: TERMS,
  entities: ENTITIES,
  places: PLACES,
  reports: REPORTS,
};
