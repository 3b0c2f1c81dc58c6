/** A report's reading out of the archive's tables: what was put in, to the last field. */
import type { Reading } from "../reading/index.js";
import { reportOf } from "./event-conditions.js";
import { type Asked, findRows } from "./query-rows.js";
import { wordless } from "./views.js";

/** Columns of each layer's view in the contract's order, spans without their words. */
const LAYERS = {
  entities: "id, name, kind, country, sectors, role, partOf, mentions",
  places: `id, name, country, admin1, latitude, longitude, "precision", geonames, mentions`,
  times: `id, "start", "end", value, grain`,
  statements: `id, key, speakers, source, cue, content, form, act, addressees, "within", confidence`,
  events: `id, key, "type", modes, contexts, quad, score, cameo, goldstein, actors, recipients, status, date, due,
    places, quantities, "trigger", evidence, roles, statement, confidence, rule`,
  terms: "id, key, label, users, referent, statement",
  notes: "code, message, span",
} as const;

interface Head {
  readonly number: number;
  readonly engine: string;
  readonly language: string;
  readonly text: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

/** Null where the archive has no report of this key. The report's id, title and so on are those of its first source. */
export async function findReading(asked: Asked, key: string, path: string): Promise<Reading | null> {
  if (!/^[0-9a-f]{64}$/.test(key)) return null;
  const sql = `SELECT r.report AS number, r.engine, r.language, r.text, s.id, s.title, s.publisher, s.url, s.published
    FROM store.reports r JOIN store.sources s ON s.report = r.report AND s.n = 1 WHERE r.report IN (${reportOf("$key")})`;
  const [head] = await findRows<Head>(asked, sql, path, { key });
  if (!head) return null;
  const { number, engine, language, text, id, title, publisher, url, published } = head;
  const report = { id: id ?? `sha256:${key}`, title, publisher, url, published, language, text };
  const layers = await findLayers(asked, number, path);
  return { schema: "chancery/reading@1", engine, report, ...layers } as Reading;
}

async function findLayers(asked: Asked, number: number, path: string): Promise<Record<string, unknown[]>> {
  const layers: Record<string, unknown[]> = {};
  for (const [view, columns] of Object.entries(LAYERS)) {
    const sql = `SELECT ${columns} FROM (${wordless(view)}) WHERE number = ${number} ORDER BY n`;
    layers[view] = (await findRows(asked, sql, path)).map(strip);
  }
  return layers;
}

/** A record without what the archive adds to a span: code points and words. */
function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([name]) => name !== "start_cp" && name !== "end_cp" && name !== "words",
  );
  return Object.fromEntries(entries.map(([name, inner]) => [name, strip(inner)]));
}
