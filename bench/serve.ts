/**
 * `npm run bench:serve -- FILE [SECONDS]`: asks a server of an archive for relations, events and reports, each question alone and
 * for the first time, then with 50 connections at once. FILE is what `npm run bench:archive` makes, or any archive.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import autocannon from "autocannon";
import { openArchive } from "../src/archive/index.js";

const CONNECTIONS = 50;
/** Questions of each kind. */
const QUESTIONS = 100;

const [path, seconds = "10"] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: npm run bench:serve -- FILE [SECONDS]");
  process.exit(2);
}
const questions = await findQuestions(path);
const { address, stop } = await serve(path);
for (const [kind, paths] of Object.entries(questions)) {
  const first = await askAlone(paths);
  console.log(
    `${kind.padEnd(9)} first asked, alone: median ${first.median} ms, p95 ${first.p95} ms, of ${paths.length}`,
  );
}
for (const [kind, paths] of Object.entries(questions)) {
  const requests = paths.map((question) => ({ method: "GET" as const, path: question }));
  const {
    latency,
    requests: rate,
    errors,
    timeouts,
    non2xx,
  } = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: Number(seconds),
    requests,
  });
  console.log(
    `${kind.padEnd(9)} ${CONNECTIONS} connections: p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms, max ${latency.max} ms, ` +
      `${rate.average.toFixed(0)} a second, ${errors + timeouts + non2xx} errors`,
  );
}
for (const page of ["/api/desk", "/api/map", "/api/network", "/api/status", "/api/search?q=border%20treaty"]) {
  console.log(`${page} first asked: ${(await askAlone([page])).median} ms`);
}
console.log(`load ${loadavg()[0]!.toFixed(1)}`);
await stop();

/** Pairs from the busiest to the rarest, what the lists are asked for most, and reports from all years. */
async function findQuestions(file: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const archive = await openArchive(file);
  const pairs = spread(await archive.busiestPairs(), QUESTIONS);
  const [{ last } = { last: 0 }] = await archive.query<{ last: number }>("SELECT max(number) AS last FROM reports");
  const numbers = Array.from({ length: QUESTIONS }, (_, i) => 1 + Math.floor((i * last) / QUESTIONS));
  const reports = await archive.reportsOf(numbers);
  await archive.close();
  const lists = pairs.map(({ a, b }, i) => (i % 2 === 0 ? `actor=${a}&recipient=${b}` : `pair=${a},${b}`));
  return {
    relation: pairs.map(({ a, b }) => `/api/relations/${a}/${b}`),
    events: lists.map((list) => `/api/events?${list}`),
    report: reports.map(({ key }) => `/api/reports/${key}`),
  };
}

/** So many of a list, evenly from its beginning to its end. */
function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!);
}

async function serve(file: string) {
  const program = join(import.meta.dirname, "..", "bin", "chancery.js");
  const child = spawn(process.execPath, [program, "serve", "--archive", file, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    const found = /http:\/\/\S+/.exec(line)?.[0];
    if (found === undefined) continue;
    const stop = async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    };
    return { address: found.replace(/[/.]+$/, ""), stop };
  }
  throw new Error("the server does not start");
}

async function askAlone(paths: readonly string[]): Promise<{ readonly median: string; readonly p95: string }> {
  const times: number[] = [];
  for (const question of paths) {
    const begun = performance.now();
    const answer = await fetch(`${address}${question}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${question}: ${answer.status}`);
    times.push(performance.now() - begun);
  }
  times.sort((x, y) => x - y);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))]!.toFixed(0);
  return { median: at(0.5), p95: at(0.95) };
}
