/** The views that programs read the archive through: the contract's names, keys as hex, words beside every span. */

import { OCCURRENCE_VIEWS } from "./occurrences/occurrence-tables.js";

/** Functions of the views; they stand in the file, so that every program that opens it has them. */
const MACROS = [
  `store.hex16(k) AS lpad(lower(hex(k)), 16, '0')`,
  `store.words(t, s) AS substring(t, s.start_cp::BIGINT + 1, s.end_cp::BIGINT - s.start_cp::BIGINT)`,
  `store.span(t, s) AS CASE WHEN s IS NULL THEN NULL ELSE struct_pack("start" := s."start", "end" := s."end",
    start_cp := s.start_cp, end_cp := s.end_cp, words := store.words(t, s)) END`,
  `store.spans(t, l) AS list_transform(l, lambda x: store.span(t, x))`,
  `store.ids(letter, l) AS list_transform(l, lambda x: letter || x)`,
  `store.list(joined) AS CASE WHEN joined = '' THEN []::VARCHAR[] ELSE string_split(joined, ',') END`,
] as const;

/** `number` is the report's number in order of arrival, `n` the record's within its reading: together the order of all. */
const VIEWS: Readonly<Record<string, string>> = {
  runs: `SELECT * FROM store.runs`,
  failures: `SELECT run, "where", code, message, n FROM store.failures`,
  sources: `SELECT lower(hex(r.key)) AS report, s.publisher, s.url, s.id, s.title, s.published, s.fetched, s.run,
    r.report AS number, s.n
    FROM store.sources s JOIN store.reports r USING (report)`,
  reports: `SELECT lower(hex(r.key)) AS key, r.language, r.text,
    (SELECT list(struct_pack(publisher := s.publisher, url := s.url, id := s.id, title := s.title,
      published := s.published, fetched := s.fetched, run := s.run) ORDER BY s.n)
      FROM store.sources s WHERE s.report = r.report) AS sources,
    (SELECT lower(hex(o.key)) FROM store.reports o WHERE o.report = r.original) AS copyOf,
    r.engine, r.day, r.report AS number
    FROM store.reports r`,
  actors: `SELECT store.hex16(key) AS key, name, kind, country FROM store.actors`,
  entities: `SELECT lower(hex(r.key)) AS report, 'e' || e.n AS id, a.name, a.kind, a.country,
    store.list(e.sectors) AS sectors,
    CASE WHEN e.title IS NULL THEN NULL ELSE struct_pack(title := e.title, "of" := e.title_of) END AS role,
    'e' || e.part_of AS partOf,
    list_transform(e.mentions, lambda x: struct_pack("start" := x."start", "end" := x."end", start_cp := x.start_cp,
      end_cp := x.end_cp, words := store.words(r.text, x), "type" := x."type")) AS mentions,
    store.hex16(a.key) AS actor, r.report AS number, e.n
    FROM store.entities e JOIN store.reports r USING (report) JOIN store.actors a USING (actor)`,
  places: `SELECT lower(hex(r.key)) AS report, 'p' || p.n AS id, p.name, p.country, p.admin1, p.latitude, p.longitude,
    p."precision", p.geonames, store.spans(r.text, p.mentions) AS mentions, r.report AS number, p.n
    FROM store.places p JOIN store.reports r USING (report)`,
  times: `SELECT lower(hex(r.key)) AS report, 't' || t.n AS id, t.span."start" AS "start", t.span."end" AS "end",
    t.span.start_cp AS start_cp, t.span.end_cp AS end_cp, store.words(r.text, t.span) AS words, t.value, t.grain,
    r.report AS number, t.n
    FROM store.times t JOIN store.reports r USING (report)`,
  statements: `SELECT lower(hex(r.key)) AS report, 's' || s.n AS id, store.hex16(s.key) AS key,
    store.ids('e', s.speakers) AS speakers, store.span(r.text, s.source) AS source, store.span(r.text, s.cue) AS cue,
    store.spans(r.text, s.content) AS content, s.form, s.act, store.ids('e', s.addressees) AS addressees,
    's' || s.within AS within, s.confidence / 1000 AS confidence, r.report AS number, s.n
    FROM store.statements s JOIN store.reports r USING (report)`,
  events: `SELECT lower(hex(r.key)) AS report, 'v' || e.n AS id, store.hex16(e.key) AS key, e."type",
    store.list(e.modes) AS modes, store.list(e.contexts) AS contexts, e.quad, e.score / 1000 AS score, e.cameo,
    e.goldstein / 1000 AS goldstein, store.ids('e', e.actors) AS actors, store.ids('e', e.recipients) AS recipients,
    e.status, e.date, e.due, store.ids('p', e.places) AS places,
    list_transform(e.quantities, lambda x: struct_pack(kind := x.kind, low := x.low, high := x.high, unit := x.unit,
      span := store.span(r.text, x))) AS quantities,
    store.span(r.text, e."trigger") AS "trigger", store.span(r.text, e.evidence) AS evidence,
    list_transform(e.roles, lambda x: struct_pack(role := x.role, ref := x.ref, span := store.span(r.text, x))) AS roles,
    's' || e.statement AS statement, e.confidence / 1000 AS confidence, e.rule,
    e.day, e.day_end AS dayEnd, r.report AS number, e.n
    FROM store.events e JOIN store.reports r USING (report)`,
  terms: `SELECT lower(hex(r.key)) AS report, 'n' || t.n AS id, store.hex16(t.key) AS key,
    store.span(r.text, t.label) AS label, store.ids('e', t.users) AS users, store.span(r.text, t.referent) AS referent,
    's' || t.statement AS statement, r.report AS number, t.n
    FROM store.terms t JOIN store.reports r USING (report)`,
  notes: `SELECT lower(hex(r.key)) AS report, t.code, t.message, store.span(r.text, t.span) AS span,
    r.report AS number, t.n
    FROM store.notes t JOIN store.reports r USING (report)`,
  sides: `SELECT lower(hex(r.key)) AS report, store.hex16(e.key) AS event, s.side, 'e' || s.entity AS entity,
    store.hex16(a.key) AS actor, a.name, s.country, e.day, r.report AS number, s.event AS n
    FROM store.sides s JOIN store.reports r USING (report) JOIN store.actors a USING (actor)
    JOIN store.events e ON e.report = s.report AND e.n = s.event`,
  claims: `SELECT lower(hex(r.key)) AS report, store.hex16(e.key) AS event, c.link, 's' || c.statement AS statement,
    'e' || c.entity AS entity, store.hex16(a.key) AS actor, a.name, c.country, r.report AS number, c.event AS n
    FROM store.claims c JOIN store.reports r USING (report) JOIN store.actors a USING (actor)
    JOIN store.events e ON e.report = c.report AND e.n = c.event`,
  pairs: `SELECT p.a, p.b, p.mutual, lower(hex(r.key)) AS report, store.hex16(p.key) AS event, p."type", p.quad,
    p.score / 1000 AS score, p.goldstein / 1000 AS goldstein, p.status, p.date, p.day, p.day_end AS dayEnd,
    r.day AS published, p.confidence / 1000 AS confidence, 's' || p.statement AS statement,
    r.report AS number, p.event AS n, p.pair
    FROM store.pairs p JOIN store.reports r ON r.report = p.report`,
};

/** A view's query with null for the words of every span: they cost a walk through the text each, which a long report feels. */
export const wordless = (view: string): string => VIEWS[view]!.replaceAll("r.text", "NULL::VARCHAR");

const ALL_VIEWS = { ...VIEWS, ...OCCURRENCE_VIEWS };

/** Makes, or makes anew, all macros and views. */
export function viewStatements(): string[] {
  const macros = MACROS.map((macro) => `CREATE OR REPLACE MACRO ${macro.replace(" AS ", " AS (")})`);
  const views = Object.entries(ALL_VIEWS).map(([name, query]) => `CREATE OR REPLACE VIEW main.${name} AS ${query}`);
  return [...macros, ...views];
}

/** Names of the views, for messages and help. */
export const VIEW_NAMES = Object.keys(ALL_VIEWS);
