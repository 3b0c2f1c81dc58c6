/** Who takes part in records: the entities that their lists of ids stand for, by name. */
import { type Asked, findRows } from "./query-rows.js";
import type { Kind, Party } from "./records.js";

interface Place {
  readonly number: number;
  readonly n: number;
}

/** Queries for the parties of a kind's records, by the numbers of their reports. */
const QUERIES: Readonly<Partial<Record<Kind, (numbers: string) => string>>> = {
  events: (numbers) => `SELECT report, event AS n, side AS role, i AS link, entity, actor FROM store.sides
      WHERE report IN (${numbers})
    UNION ALL SELECT report, event, 'claim', link, entity, actor FROM store.claims WHERE report IN (${numbers})`,
  statements: (numbers) => `${listed("statements", "speakers", "speaker", numbers)}
    UNION ALL ${listed("statements", "addressees", "addressee", numbers)}`,
  terms: (numbers) => listed("terms", "users", "user", numbers),
};

function listed(table: string, list: string, role: string, numbers: string): string {
  return `SELECT x.report, x.n, '${role}' AS role, list_position(x.${list}, e.n) AS link, e.n AS entity, e.actor
    FROM store.${table} x JOIN store.entities e ON e.report = x.report AND list_contains(x.${list}, e.n)
    WHERE x.report IN (${numbers}) AND e.report IN (${numbers})`;
}

/** The records with a field `parties`, where their kind has such. */
export async function addParties<Found extends Place>(
  kind: Kind,
  records: readonly Found[],
  numbers: readonly number[],
  asked: Asked,
  path: string,
): Promise<readonly (Found & { readonly parties?: readonly Party[] })[]> {
  const query = QUERIES[kind];
  if (!query) return records;
  const sql = `SELECT p.report AS number, p.n, p.role, 'e' || p.entity AS id, store.hex16(a.key) AS actor, a.name,
      a.country, p.link
    FROM (${query(numbers.join(", "))}) p JOIN store.actors a USING (actor)
    ORDER BY p.report, p.n, p.role, p.link, p.entity`;
  const parties = new Map<string, Party[]>();
  for (const { number, n, ...party } of await findRows<Party & Place>(asked, sql, path)) {
    const name = `${number} ${n}`;
    parties.set(name, [...(parties.get(name) ?? []), party]);
  }
  return records.map((record) => ({ ...record, parties: parties.get(`${record.number} ${record.n}`) ?? [] }));
}
