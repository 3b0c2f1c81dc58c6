/** Occurrences as rows of the archive's tables, and out of them again. */
import { type KnownKeys, type Occurrence, type Sign, tellingKey } from "../../occurrences/index.js";
import type { EventType } from "../../reading/index.js";
import { dayRange } from "../../times/index.js";
import { addRows, type Row, type Rows } from "../append-rows.js";
import type { Database } from "../database.js";
import { dealingsOf, directionsOf } from "../dealings.js";
import { findRows } from "../query-rows.js";
import type { FiledAct } from "./find-told.js";

/** Whose occurrences: all of a type, or those that tellings belong to, by the numbers of their reports and events. */
export type Chosen =
  | { readonly type: EventType }
  | { readonly reports: readonly number[]; readonly events: readonly number[] };

function actsOf(chosen: Chosen): string {
  if ("type" in chosen) return `(SELECT act FROM store.acts WHERE "type" = $type)`;
  const tellings = "(SELECT unnest($reports::UINTEGER[]) AS report, unnest($events::UINTEGER[]) AS event)";
  return `(SELECT act FROM store.tellings SEMI JOIN ${tellings} USING (report, event))`;
}

/** Keys of the chosen occurrences by telling. */
export async function findKeys(database: Database, path: string, chosen: Chosen): Promise<KnownKeys> {
  const sql = `SELECT lower(hex(r.key)) || ':' || store.hex16(e.key) AS telling, store.hex16(t.act) AS key
    FROM store.tellings t JOIN store.reports r USING (report) JOIN store.events e ON e.report = t.report AND e.n = t.event
    WHERE t.act IN ${actsOf(chosen)}`;
  const rows = await findRows<{ telling: string; key: string }>(database, sql, path, { ...chosen });
  return new Map(rows.map(({ telling, key }) => [telling, key]));
}

/** Takes the chosen occurrences out, the rows that tell which they are last of all. */
export async function clearActs({ connection, duck }: Database, chosen: Chosen): Promise<void> {
  const values =
    "type" in chosen
      ? { type: chosen.type }
      : { reports: duck.listValue([...chosen.reports]), events: duck.listValue([...chosen.events]) };
  const tables =
    "type" in chosen ? ["act_sides", "dealings", "tellings", "acts"] : ["act_sides", "dealings", "acts", "tellings"];
  for (const table of tables) await connection.run(`DELETE FROM store.${table} WHERE act IN ${actsOf(chosen)}`, values);
}

export function addSign(rows: Rows, { number, n }: Pick<FiledAct, "number" | "n">, sign: Sign | null): void {
  if (sign === null) return;
  addRows(rows, "signs", [[number, n, [...sign.homes], [...sign.doors], sign.first, sign.last]]);
}

export function addOccurrence(rows: Rows, occurrence: Occurrence, filed: ReadonlyMap<string, FiledAct>): void {
  const act = BigInt(`0x${occurrence.key}`);
  addRows(rows, "acts", [actRow(act, occurrence)]);
  for (const side of ["actor", "recipient"] as const) {
    const parties = side === "actor" ? occurrence.actors : occurrence.recipients;
    addRows(
      rows,
      "act_sides",
      parties.map(({ key, country }, i) => [act, side, i + 1, BigInt(`0x${key}`), country]),
    );
  }
  addRows(
    rows,
    "tellings",
    occurrence.tellings.map((telling, i) => {
      const { number, n } = filed.get(tellingKey(telling))!;
      return [act, i + 1, number, n, telling.claim, [...telling.by], telling.chain];
    }),
  );
  addRows(rows, "dealings", dealingRows(act, occurrence, filed));
}

/** Whether an act of that status counts between countries: what was not done, or might be, does not. */
const COUNTED: ReadonlySet<string> = new Set(["actual", "historical", "future"]);

/** A row for each pair of countries and each telling; none where the act has no day, or was not done. */
function dealingRows(act: bigint, occurrence: Occurrence, filed: ReadonlyMap<string, FiledAct>): Row[] {
  const { type, modes, quad, status, score, goldstein, outlets, tellings } = occurrence;
  const day = dayOf(occurrence.date);
  if (day === null || !COUNTED.has(status)) return [];
  const actors = occurrence.actors.map(({ country }) => country);
  const recipients = occurrence.recipients.map(({ country }) => country);
  const codes = [type, modes.join(","), quad, status, score, goldstein, outlets, tellings.length];
  return directionsOf(dealingsOf(type, actors, recipients)).flatMap(({ a, b, direction }) =>
    tellings.map((telling, i) => {
      const told = filed.get(tellingKey(telling))!;
      const where = [told.number, told.n, BigInt(`0x${telling.event}`), telling.claim, telling.chain];
      const value = told.goldstein === null ? null : Math.round(told.goldstein * 1000);
      return [a, b, day, act, i + 1, direction, ...codes, ...where, Math.round(told.score * 1000), value];
    }),
  );
}

function actRow(act: bigint, occurrence: Occurrence): Row {
  const { type, modes, quad, score, goldstein, status, date, dateEnd, places, outlets, first, merged } = occurrence;
  const codes = [act, type, [...modes], quad, score, goldstein, status];
  const rest = [[...places], outlets, first, merged, occurrence.tellings.length];
  return [...codes, dayOf(date), dayOf(dateEnd), ...rest];
}

function dayOf(date: string | null): number | null {
  return date === null ? null : (dayRange(date)?.first ?? null);
}
