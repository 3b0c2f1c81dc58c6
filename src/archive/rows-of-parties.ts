/** What events are searched by: who is on which side, and which two countries deal with one another. */
import type { Entity, Event, Reading } from "../reading/index.js";
import { dayRange } from "../times/index.js";
import { addRows, type Row, type Rows } from "./append-rows.js";
import { dealingsOf, pairKey } from "./dealings.js";

type Find = (ids: readonly string[]) => Entity[];
type ActorOf = (entity: Entity) => number;

interface Filing {
  readonly report: number;
  readonly actorOf: ActorOf;
  /** Day number of the report. */
  readonly published: number | null;
}

const thousandths = (value: number) => Math.round(value * 1000);

/** Adds a row for each party of each event, and one for each pair of countries in it. */
export function rowsOfParties(rows: Rows, reading: Reading, { report, actorOf, published }: Filing): void {
  const entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
  const find: Find = (ids) => ids.flatMap((id) => entities.get(id) ?? []);
  for (const event of reading.events) {
    const n = Number(event.id.slice(1));
    const days = event.date === null ? null : dayRange(event.date);
    const listed = [days?.first ?? published, days?.last ?? published];
    const codes = [event.type, event.quad, event.status, thousandths(event.confidence), ...listed];
    const sides = [find(event.actors), find(event.recipients)] as const;
    const row = (side: string) => (entity: Entity, i: number) =>
      [report, n, side, i + 1, Number(entity.id.slice(1)), actorOf(entity), entity.country, ...codes] as Row;
    addRows(rows, "sides", [...sides[0].map(row("actor")), ...sides[1].map(row("recipient"))]);
    addRows(rows, "claims", claimRows(event, reading, report, find, actorOf));
    addRows(rows, "pairs", pairRows(event, report, sides, listed));
  }
}

function pairRows(
  event: Event,
  report: number,
  sides: readonly (readonly Entity[])[],
  listed: readonly (number | null)[],
): Row[] {
  const [actors = [], recipients = []] = sides.map((side) => side.map(({ country }) => country));
  const { id, key, type, quad, score, goldstein, status, confidence, date, statement } = event;
  const days = date === null ? null : dayRange(date);
  const value = goldstein === null ? null : thousandths(goldstein);
  const codes = [BigInt(`0x${key}`), type, quad, thousandths(score), value, status, thousandths(confidence)];
  const when = [date, days?.first ?? null, days?.last ?? null];
  const said = statement === null ? null : Number(statement.slice(1));
  return dealingsOf(type, actors, recipients).map(({ a, b, mutual }) => {
    return [report, Number(id.slice(1)), pairKey(a, b), a, b, mutual, ...codes, ...when, said, ...listed];
  });
}

/** One row for each speaker of the statements that hold the event, the innermost being link 1. */
function claimRows(event: Event, reading: Reading, report: number, find: Find, actorOf: ActorOf): Row[] {
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
  const rows: Row[] = [];
  let statement = event.statement === null ? undefined : statements.get(event.statement);
  for (let link = 1; statement && link <= statements.size; link++) {
    const said = Number(statement.id.slice(1));
    for (const entity of find(statement.speakers)) {
      const who = [Number(entity.id.slice(1)), actorOf(entity), entity.country];
      rows.push([report, Number(event.id.slice(1)), link, said, ...who]);
    }
    statement = statement.within === null ? undefined : statements.get(statement.within);
  }
  return rows;
}
