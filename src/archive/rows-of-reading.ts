/** One reading as rows of the archive's tables. */
import type { Event, Mention, Quantity, Reading, Role, Span, Statement, Term } from "../reading/index.js";
import { calendarDay } from "../report/index.js";
import { dayRange } from "../times/index.js";
import { addRows, type Row, type Rows } from "./append-rows.js";
import { makeConverter, type ToDouble } from "./code-points.js";
import { rowsOfParties } from "./rows-of-parties.js";

/** What the rows of one report need to know beside the reading. */
export interface Filing {
  /** The report's number. */
  readonly report: number;
  /** Number of the actor that an entity is. */
  readonly actorOf: (entity: Reading["entities"][number]) => number;
}

/** Adds the rows of everything below the report itself. */
export function addReadingRows(rows: Rows, reading: Reading, { report, actorOf }: Filing): void {
  const double = makeConverter(reading.report.text);
  const published = publishedDay(reading);
  addRows(
    rows,
    "entities",
    reading.entities.map((entity) => entityRow(entity, report, actorOf(entity), double)),
  );
  addRows(
    rows,
    "places",
    reading.places.map((place) => placeRow(place, report, double)),
  );
  addRows(
    rows,
    "times",
    reading.times.map((time) => [report, numberOf(time.id), double(time), time.value, time.grain]),
  );
  addRows(
    rows,
    "statements",
    reading.statements.map((statement) => statementRow(statement, report, double)),
  );
  addRows(
    rows,
    "events",
    reading.events.map((event) => eventRow(event, report, published, double)),
  );
  addRows(
    rows,
    "terms",
    reading.terms.map((term) => termRow(term, report, double)),
  );
  addRows(
    rows,
    "notes",
    reading.notes.map((note, i) => noteRow(note, report, i + 1, double)),
  );
  rowsOfParties(rows, reading, { report, actorOf, published });
}

/** Day of publication as a number since 1970-01-01. */
export function publishedDay({ report: { published } }: Reading): number | null {
  return published === null ? null : (dayRange(calendarDay(published))?.first ?? null);
}

/** The number of an id: 3 of "v3". */
export function numberOf(id: string): number {
  return Number(id.slice(1));
}

const numbersOf = (ids: readonly string[]) => ids.map(numberOf);
const numberOrNull = (id: string | null) => (id === null ? null : numberOf(id));
const keyOf = (key: string) => BigInt(`0x${key}`);
const thousandths = (value: number) => Math.round(value * 1000);
const orNull = (span: Span | null, double: ToDouble) => (span === null ? null : double(span));
const spansOf = (spans: readonly Span[], double: ToDouble) => spans.map(double);

function entityRow(entity: Reading["entities"][number], report: number, actor: number, double: ToDouble): Row {
  const mentions = entity.mentions.map((mention: Mention) => ({ ...double(mention), type: mention.type }));
  const { id, sectors, role, partOf } = entity;
  const office = [role?.title ?? null, role?.of ?? null];
  return [report, numberOf(id), actor, sectors.join(","), ...office, numberOrNull(partOf), mentions];
}

function placeRow(place: Reading["places"][number], report: number, double: ToDouble): Row {
  const { id, name, country, admin1, latitude, longitude, precision, geonames, mentions } = place;
  const where = [name, country, admin1, latitude, longitude, precision, geonames];
  return [report, numberOf(id), ...where, spansOf(mentions, double)];
}

function statementRow(statement: Statement, report: number, double: ToDouble): Row {
  const { id, key, speakers, source, cue, content, form, act, addressees, within, confidence } = statement;
  const words = [orNull(source, double), orNull(cue, double), spansOf(content, double)];
  const rest = [form, act, numbersOf(addressees), numberOrNull(within), thousandths(confidence)];
  return [report, numberOf(id), keyOf(key), numbersOf(speakers), ...words, ...rest];
}

function eventRow(event: Event, report: number, published: number | null, double: ToDouble): Row {
  const { id, key, type, modes, contexts, quad, score, cameo, goldstein, status, date, due } = event;
  const days = date === null ? null : dayRange(date);
  const codes = [type, modes.join(","), contexts.join(","), quad, thousandths(score), cameo];
  const value = goldstein === null ? null : thousandths(goldstein);
  const sides = [numbersOf(event.actors), numbersOf(event.recipients)];
  const when = [status, date, days?.first ?? null, days?.last ?? null, due];
  const amounts = event.quantities.map((quantity) => quantityStruct(quantity, double));
  const words = [double(event.trigger), double(event.evidence)];
  const roles = event.roles.map((role) => roleStruct(role, double));
  const why = [numberOrNull(event.statement), thousandths(event.confidence), event.rule];
  const listed = [days?.first ?? published, days?.last ?? published];
  const head = [report, numberOf(id), keyOf(key), ...codes, value, ...sides, ...when];
  return [...head, numbersOf(event.places), amounts, ...words, roles, ...why, ...listed];
}

const quantityStruct = ({ kind, low, high, unit, span }: Quantity, double: ToDouble) => ({
  ...{ kind, low, high, unit },
  ...double(span),
});

const roleStruct = ({ role, ref, span }: Role, double: ToDouble) => ({ role, ref, ...double(span) });

function termRow(term: Term, report: number, double: ToDouble): Row {
  const { id, key, label, users, referent, statement } = term;
  const words = [double(label), numbersOf(users), orNull(referent, double)];
  return [report, numberOf(id), keyOf(key), ...words, numberOrNull(statement)];
}

function noteRow(note: Reading["notes"][number], report: number, n: number, double: ToDouble): Row {
  return [report, n, note.code, note.message, orNull(note.span, double)];
}
