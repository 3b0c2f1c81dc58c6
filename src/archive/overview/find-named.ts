/** Actors by a part of their name, and acts by words of the sentences that tell of them. */
import type { Filter } from "../filter.js";
import { type Asked, findRows } from "../query-rows.js";
import { findHits } from "../search/find-hits.js";
import { parseQuery } from "../search/parse-query.js";
import type { BusyActor } from "./desk.js";

/** Those with the most acts first. */
export function findActors(asked: Asked, path: string, part: string, most: number): Promise<readonly BusyActor[]> {
  const sql = `WITH named AS (SELECT key, name, country FROM store.actors WHERE contains(lower(name), lower($part))),
    busy AS (SELECT s.actor, count(DISTINCT s.act) AS events FROM store.act_sides s SEMI JOIN named n ON n.key = s.actor
      GROUP BY s.actor)
    SELECT store.hex16(n.key) AS key, n.name, n.country, coalesce(b.events, 0) AS events
    FROM named n LEFT JOIN busy b ON b.actor = n.key ORDER BY events DESC, n.name, n.key LIMIT ${most}`;
  return findRows<BusyActor>(asked, sql, path, { part });
}

/** Of the reports that hold the words, so many of the best are looked into. */
const LOOKED_INTO = 2000;

/** Keys of acts that are told in a sentence with all the words, the latest first. */
export async function findActsTold(
  asked: Asked,
  path: string,
  query: string,
  { since = "0001-01-01", until = "9999-12-31" }: Pick<Filter, "since" | "until">,
  most: number,
): Promise<readonly string[]> {
  const hits = (await findHits(asked, query, path)).sort((a, b) => b.score - a.score || a.report - b.report);
  const reports = hits.slice(0, LOOKED_INTO).map(({ report }) => report);
  const words = parseQuery(query).flatMap((phrase) => (phrase.isExcluded ? [] : phrase.words));
  if (reports.length === 0 || words.length === 0) return [];
  const parameters = Object.fromEntries(words.slice(0, 12).map((word, i) => [`w${i}`, word]));
  const holds = Object.keys(parameters).map((name) => `contains(words, $${name})`);
  const list = reports.join(", ");
  const sql = `WITH told AS (SELECT e.report, e.n, e.listed, strip_accents(lower(store.words(r.text, e.evidence))) AS words
      FROM store.events e JOIN store.reports r USING (report) WHERE e.report IN (${list}) AND r.report IN (${list})
        AND e.listed BETWEEN $since::DATE AND $until::DATE)
    SELECT store.hex16(t.act) AS key, max(d.listed) AS latest FROM told d
    JOIN store.tellings t ON t.report = d.report AND t.event = d.n WHERE ${holds.join(" AND ")}
    GROUP BY t.act ORDER BY latest DESC, t.act LIMIT ${most}`;
  const rows = await findRows<{ key: string }>(asked, sql, path, { ...parameters, since, until });
  return rows.map(({ key }) => key);
}
