/** What events are searched by: who is on which side, and which two countries deal with one another. */
import type { Entity, Event, Reading } from "../reading/index.js";
import { dayRange } from "../times/index.js";
import { addRows, type Row, type Rows } from "./append-rows.js";

type Find = (ids: readonly string[]) => Entity[];
type ActorOf = (entity: Entity) => number;

/** Adds a row for each party of each event, and one for each pair of countries in it. */
export function rowsOfParties(rows: Rows, reading: Reading, report: number, actorOf: ActorOf): void {
  const entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
  const find: Find = (ids) => ids.flatMap((id) => entities.get(id) ?? []);
  for (const event of reading.events) {
    const n = Number(event.id.slice(1));
    const day = event.date === null ? null : (dayRange(event.date)?.first ?? null);
    const sides = [find(event.actors), find(event.recipients)] as const;
    const row = (side: string) => (entity: Entity, i: number) =>
      [report, n, side, i + 1, Number(entity.id.slice(1)), actorOf(entity), entity.country, day] as Row;
    addRows(rows, "sides", [...sides[0].map(row("actor")), ...sides[1].map(row("recipient"))]);
    addRows(rows, "claims", claimRows(event, reading, report, find, actorOf));
    addRows(
      rows,
      "pairs",
      pairsOf(event, ...sides).map(([a, b, mutual]) => [report, n, a, b, mutual, day]),
    );
  }
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

/** One of an event's pairs of countries: who to whom, or, where `mutual`, who together with whom. */
export type Pair = readonly [a: string, b: string, mutual: boolean];

/** Types whose actors act towards one another: who meets, agrees or works together stands on one side. */
const MUTUAL: ReadonlySet<string> = new Set(["CONSULT", "AGREE", "COOPERATE"]);

/** So do those who sign something, or help nobody else by what they do together: "Peru and Chile signed an accord". */
function isMutual({ type, quad, recipients }: Act): boolean {
  return MUTUAL.has(type) || (quad <= 2 && recipients.length === 0);
}

type Act = Pick<Event, "type" | "quad" | "recipients">;

/** Each actor's country with each recipient's; then, where the type is mutual, the actors' among themselves. */
export function pairsOf(event: Act, actors: readonly Entity[], recipients: readonly Entity[]): Pair[] {
  const [from, to] = [countriesOf(actors), countriesOf(recipients)];
  const directed = from.flatMap((a) => to.map((b): Pair => [a, b, false]));
  if (!isMutual(event)) return directed;
  const mutual = from.flatMap((a, i) => from.slice(i + 1).map((b): Pair => (a < b ? [a, b, true] : [b, a, true])));
  return [...directed, ...mutual];
}

function countriesOf(entities: readonly Entity[]): string[] {
  return [...new Set(entities.flatMap(({ country }) => country ?? []))];
}
