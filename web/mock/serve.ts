/** Answers the page's questions from readings in memory, while there is no server, or to work on the page alone. Never shipped. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Engine } from "../../src/index.js";
import type { Reading } from "../../src/reading/index.js";
import { quadOf } from "../src/format/acts.js";
import { dayName, dayNumber } from "../src/format/dates.js";
import { countries, pairRow, pairsOf, relation, span } from "./relations.js";
import { keyOf, makeStore, type Store } from "./store.js";

const ROOT = join(import.meta.dirname, "../..");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Answer = unknown;
type Handler = (store: Store, parts: string[], query: URLSearchParams, body: string) => Answer | Promise<Answer>;

const reportRow = (reading: Reading) => ({
  key: keyOf(reading),
  title: reading.report.title,
  publisher: reading.report.publisher,
  published: reading.report.published,
  language: reading.report.language,
  events: reading.events.length,
  statements: reading.statements.length,
  copyOf: null,
  snippet: reading.report.text.slice(0, 220),
});
const list = (rows: unknown[], query: URLSearchParams) => {
  const at = Number(query.get("cursor") ?? 0),
    limit = Number(query.get("limit") ?? 50);
  return {
    rows: rows.slice(at, at + limit),
    next: at + limit < rows.length ? String(at + limit) : null,
    total: rows.length,
    empty: rows.length > 0 ? null : "nothing-happened",
  };
};
const inSpan = (day: string | null, query: URLSearchParams) =>
  (day ?? "") >= (query.get("from") ?? query.get("since") ?? "") &&
  (day ?? "").slice(0, 10) <= (query.get("until") ?? "9");

let pairRows: ReturnType<typeof pairRow>[] | null = null;
const allPairs = (store: Store) =>
  (pairRows ??= [...pairsOf(store)].map(([key, rows]) => pairRow(store, key, rows)).sort((x, y) => y.acts - x.acts));

function actors(store: Store) {
  const counts = new Map<string, { key: string; name: string; country: string | null; events: number }>();
  for (const row of store.rows)
    for (const actor of row.actors) {
      const known = counts.get(actor.key) ?? { ...actor, events: 0 };
      known.events += 1;
      counts.set(actor.key, known);
    }
  return [...counts.values()].sort((x, y) => y.events - x.events);
}

let engine: Pick<Engine, "read"> | null = null;
const HANDLERS: Record<string, Handler> = {
  status: (store) => ({
    engine: "chancery 0.1.0+mock",
    reports: store.readings.length,
    events: store.readings.reduce((n, r) => n + r.events.length, 0),
    statements: store.readings.reduce((n, r) => n + r.statements.length, 0),
    occurrences: store.rows.length,
    pairs: pairsOf(store).size,
    first: dayName(span(store)[0]),
    last: dayName(span(store)[1]),
    sources: new Set(store.readings.map((r) => r.report.publisher)).size,
  }),
  countries: (store) => store.names,
  desk: (store) => {
    const pairs = allPairs(store).slice(0, 60);
    const [from, until] = span(store);
    const publishers = [...new Set(store.readings.map((r) => r.report.publisher ?? "unknown"))].slice(0, 8);
    const weeks = Array.from({ length: Math.ceil((until - from + 1) / 7) }, (_, i) => dayName(from + 7 * i));
    const counts = publishers.map((p) => {
      const row = weeks.map(() => 0);
      for (const r of store.readings)
        if (r.report.publisher === p) row[Math.floor((dayNumber(r.report.published!) - from) / 7)]! += 1;
      return row;
    });
    return {
      turns: pairs
        .map((pair) => pair.lastTurn)
        .filter((turn) => turn !== null)
        .sort((x, y) => Math.abs(y.size) - Math.abs(x.size)),
      occurrences: store.rows.slice(0, 20),
      actors: actors(store).slice(0, 20),
      coverage: { publishers, weeks, counts },
      pairs,
    };
  },
  relations: (store, [a, b, what], query) => {
    if (!a || !b) return { rows: allPairs(store) };
    if (!store.names[a] || !store.names[b])
      throw {
        status: 404,
        code: "unknown-country",
        message: `There is no country ${store.names[a] ? b : a}.`,
        remedy: "Use an ISO 3166-1 alpha-3 code.",
        nearest: ["RUS", "RWA"],
      };
    if (a === b)
      throw {
        status: 400,
        code: "pair-with-itself",
        message: "A country has no relation with itself.",
        remedy: "Name two countries.",
      };
    const whole = relation(store, a, b, query);
    if (what !== "why") return whole;
    const acts = new Set(whole.acts.map((act) => act.key));
    const rows = store.rows.filter((row) => acts.has(row.key));
    const total = rows.reduce((sum, row) => sum + Math.abs(row.score), 0) || 1;
    return {
      before: whole.line[0]?.closeness ?? null,
      after: whole.line.at(-1)?.closeness ?? null,
      fading: -0.12,
      shares: rows
        .map((row) => ({
          occurrence: row,
          move: row.score / 10,
          share: Math.abs(row.score) / total,
          sentence: row.sentence,
        }))
        .sort((x, y) => y.share - x.share)
        .slice(0, 30),
    };
  },
  occurrences: (store, [key = ""]) => {
    const row = store.rows.find((one) => one.key === key);
    if (!row)
      throw {
        status: 404,
        code: "unknown-occurrence",
        message: "There is no such occurrence.",
        remedy: "It may have been merged into another: search for its words.",
      };
    return { occurrence: row, tellings: row.tellings };
  },
  reports: (store, [key], query) => {
    if (!key)
      return list(
        store.readings
          .filter(
            (r) =>
              inSpan(r.report.published, query) &&
              r.report.text.toLowerCase().includes((query.get("q") ?? "").toLowerCase()),
          )
          .sort((x, y) => (y.report.published ?? "").localeCompare(x.report.published ?? ""))
          .map(reportRow),
        query,
      );
    const reading = store.readings.find((one) => keyOf(one) === key);
    if (!reading)
      throw {
        status: 404,
        code: "unknown-report",
        message: "There is no such report.",
        remedy: "Search for its words.",
      };
    const occurrences: Record<string, string> = {};
    for (const [occurrence, told] of store.told)
      for (const one of told) if (one.reading === reading) occurrences[one.event.key] = occurrence;
    return {
      reading,
      sources: [
        {
          publisher: reading.report.publisher ?? "unknown",
          url: null,
          published: reading.report.published,
          title: reading.report.title,
        },
      ],
      copyOf: null,
      copies: [],
      occurrences,
    };
  },
  events: (store, _, query) =>
    list(
      store.rows.filter(
        (row) =>
          (!query.get("type") || row.type === query.get("type")) &&
          (!query.get("actor") ||
            row.actors.some((actor) => actor.key === query.get("actor") || actor.country === query.get("actor"))) &&
          inSpan(row.date, query),
      ),
      query,
    ),
  read: (_, __, ___, body) => engine?.read(JSON.parse(body)),
  explain: (_, __, ___, body) => ({
    lines: [`event ${JSON.parse(body).event}`, "rule: found by the rule of the stand-in", "weighed: nothing else"],
  }),
  map: (store, _, query) => {
    const rows = store.rows.filter((row) => inSpan(row.date, query));
    const by = new Map<string, { code: string; acts: number; conflict: number; cooperation: number }>();
    for (const row of rows)
      for (const code of countries(row)) {
        const one = by.get(code) ?? { code, acts: 0, conflict: 0, cooperation: 0 };
        one.acts += 1;
        if (quadOf(row.type) > 2) one.conflict += 1;
        else one.cooperation += 1;
        by.set(code, one);
      }
    const places = new Map<
      string,
      {
        name: string;
        country: string | null;
        latitude: number;
        longitude: number;
        acts: number;
        quad: number[];
        keys: string[];
      }
    >();
    for (const row of rows)
      for (const { reading, event } of store.told.get(row.key) ?? [])
        for (const id of event.places) {
          const place = reading.places.find((one) => one.id === id);
          if (
            !place ||
            place.latitude === null ||
            place.longitude === null ||
            place.precision === "country" ||
            place.precision === "region"
          )
            continue;
          const one = places.get(place.name) ?? {
            name: place.name,
            country: place.country,
            latitude: place.latitude,
            longitude: place.longitude,
            acts: 0,
            quad: [0, 0, 0, 0],
            keys: [],
          };
          one.acts += 1;
          one.quad[quadOf(event.type) - 1]! += 1;
          if (one.keys.length < 20) one.keys.push(row.key);
          places.set(place.name, one);
        }
    return {
      countries: [...by.values()].sort((x, y) => y.acts - x.acts),
      places: [...places.values()].sort((x, y) => y.acts - x.acts),
    };
  },
  network: (store, _, query) => {
    const acts = new Map<string, number>();
    const edges = [...pairsOf(store)]
      .map(([key, rows]) => ({
        a: key.slice(0, 3),
        b: key.slice(4),
        rows: rows.filter((row) => inSpan(row.date, query)),
      }))
      .filter((edge) => edge.rows.length >= Number(query.get("min") ?? 3));
    for (const { a, b, rows } of edges) for (const code of [a, b]) acts.set(code, (acts.get(code) ?? 0) + rows.length);
    return {
      nodes: [...acts].map(([code, n]) => ({ code, acts: n })),
      edges: edges.map(({ a, b, rows }) => ({
        a,
        b,
        acts: rows.length,
        closeness: rows.reduce((n, row) => n + row.score, 0) / (rows.length + 3),
      })),
    };
  },
  words: (store, _, query) => {
    const by = new Map<string, { reading: Reading; term: Reading["terms"][number] }[]>();
    for (const reading of store.readings)
      for (const term of reading.terms) {
        const label = reading.report.text.slice(term.label.start, term.label.end).toLowerCase();
        by.set(label, [...(by.get(label) ?? []), { reading, term }]);
      }
    const labels = [...by]
      .map(([label, uses]) => ({
        label,
        uses: uses.length,
        first: uses[0]!.reading.report.published,
        last: uses.at(-1)!.reading.report.published,
        users: tally(
          uses
            .flatMap(({ reading, term }) => term.users.map((id) => reading.entities.find((e) => e.id === id)!))
            .map((e) => ({ name: e.name, country: e.country })),
        ),
        months: [...new Set(uses.map((one) => one.reading.report.published!.slice(0, 7)))].map((month) => ({
          month,
          uses: uses.filter((one) => one.reading.report.published!.startsWith(month)).length,
        })),
        referents: [
          ...new Set(
            uses
              .map(
                ({ reading, term }) =>
                  term.referent && reading.report.text.slice(term.referent.start, term.referent.end),
              )
              .filter((one) => one !== null),
          ),
        ],
      }))
      .sort((x, y) => y.uses - x.uses);
    const asked = query.get("label");
    const uses =
      asked === null
        ? undefined
        : (by.get(asked) ?? []).map(({ reading, term }) => {
            const start = Math.max(0, reading.report.text.lastIndexOf(".", term.label.start) + 1);
            const stop = reading.report.text.indexOf(".", term.label.end);
            const text = reading.report.text.slice(start, stop < 0 ? undefined : stop + 1);
            return {
              report: keyOf(reading),
              publisher: reading.report.publisher,
              published: reading.report.published,
              users: term.users.map((id) => reading.entities.find((e) => e.id === id)?.name ?? ""),
              text,
              label: { start: term.label.start - start, end: term.label.end - start },
            };
          });
    return { labels, uses };
  },
  search: (store, _, query) => {
    const q = (query.get("q") ?? "").toLowerCase();
    return {
      reports: store.readings
        .filter((r) => r.report.text.toLowerCase().includes(q))
        .slice(0, 20)
        .map(reportRow),
      actors: actors(store)
        .filter((a) => a.name.toLowerCase().includes(q))
        .slice(0, 10),
      occurrences: store.rows.filter((row) => row.sentence?.text.toLowerCase().includes(q)).slice(0, 30),
      countries: Object.entries(store.names)
        .filter(([, name]) => name.toLowerCase().includes(q))
        .slice(0, 6)
        .map(([code, name]) => ({ code, name })),
    };
  },
  method: () => ({
    engine: "chancery 0.1.0+mock",
    formula: { halfLife: 180, priorActs: 3, priorDeviation: 4 },
    codebook: readFileSync(join(ROOT, "data/events/types.tsv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"))
      .map(([type, quad, score, gloss]) => ({ type, quad: Number(quad), score: Number(score), gloss, modes: [] })),
    scores: [{ scorer: "the seed", figure: "events F1", floor: "65", now: "91.7" }],
    sources: [{ name: "GeoNames", licence: "CC BY 4.0", use: "places" }],
  }),
};

function tally(users: { name: string; country: string | null }[]) {
  const by = new Map<string, { name: string; country: string | null; uses: number }>();
  for (const user of users) {
    const one = by.get(user.name) ?? { ...user, uses: 0 };
    one.uses += 1;
    by.set(user.name, one);
  }
  return [...by.values()].sort((x, y) => y.uses - x.uses);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

export interface Mock {
  readonly address: string;
  close(): void;
}

/** Serves the built page and answers from these readings; port 0 is any that is free. */
export async function startMock(readings: readonly Reading[], reader: Pick<Engine, "read">, port = 0): Promise<Mock> {
  engine = reader;
  pairRows = null;
  const store = makeStore(readings, readFileSync(join(ROOT, "data/countries.tsv"), "utf8"));
  const server = createServer((request, response) => void respond(store, request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

async function respond(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://x");
  const [, area, name = "", ...parts] = url.pathname.split("/").map(decodeURIComponent);
  if (area !== "api") {
    const path = join(ROOT, "dist/assets/web", url.pathname);
    const file = extname(path) && existsSync(path) ? path : join(ROOT, "dist/assets/web/index.html");
    response
      .writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-security-policy": POLICY,
      })
      .end(readFileSync(file));
    return;
  }
  try {
    const answer = await HANDLERS[name]?.(store, parts, url.searchParams, await bodyOf(request));
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  } catch (error) {
    const fault = error as { status?: number; code?: string; message?: string };
    response
      .writeHead(fault.status ?? 500, { "content-type": "application/json" })
      .end(JSON.stringify({ error: { ...fault, message: fault.message } }));
  }
}
