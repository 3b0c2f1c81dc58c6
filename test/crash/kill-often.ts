/** For tests: kills a writer of an archive again and again, and looks each time what became of the archive. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { type Archive, openArchive } from "../../src/archive/index.js";
import { hashText, type Reading } from "../../src/reading/index.js";
import { makeReadings } from "./make-readings.js";
import { makeOlder } from "./older-archive.js";

/** One file of plain JavaScript, which starts in a moment; where Node finds the project's packages from. */
function bundleWriter(): string {
  const outfile = fileURLToPath(new URL(`../../.scratch/crash-writer-${process.pid}.mjs`, import.meta.url));
  const entryPoints = [fileURLToPath(new URL("write-some.ts", import.meta.url))];
  buildSync({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
  return outfile;
}

export interface Outcome {
  readonly kills: number;
  /** Runs that came to their end before they were killed. */
  readonly whole: number;
  /** What was found wrong, each in a line; none where all is well. */
  readonly faults: readonly string[];
}

/** So many readings an archive gets before the next one is begun. */
const READINGS = 400;

export type Mode = "ingest" | "recode" | "migrate";

/** Kills a writer so many times; `chance` gives numbers from 0 to 1. */
export async function killOften(path: string, kills: number, mode: Mode, chance: () => number): Promise<Outcome> {
  const readings = makeReadings(READINGS);
  const writer = bundleWriter();
  const runWriter = (task: string, milliseconds: number | null) => startWriter(writer, path, task, milliseconds);
  const begin = await makeBeginning(path, mode, runWriter);
  const faults: string[] = [];
  let [killed, whole] = [0, 0];
  let span = 1000;
  begin();
  while (killed < kills) {
    const begun = performance.now();
    const { acknowledged, isDone } = await runWriter(mode, chance() * span);
    if (isDone) {
      whole++;
      span = 0.9 * (performance.now() - begun);
    } else killed++;
    faults.push(...(await lookAt(path, readings, acknowledged, mode)));
    if (mode === "migrate" || isDone) faults.push(...(await compareWithWhole(path, mode)));
    if (mode === "migrate" || isDone) begin();
  }
  rmSync(writer);
  return { kills: killed, whole, faults };
}

/** Makes what puts an archive in its first state: none to ingest into, a whole one to recode, an older one to migrate. */
async function makeBeginning(path: string, mode: Mode, run: (task: string, milliseconds: null) => Promise<unknown>) {
  if (mode === "ingest") return () => remove(path);
  const template = `${path}.template`;
  await run("ingest", null);
  if (mode === "migrate") await makeOlder(path, 2);
  copyFileSync(path, template);
  return () => {
    remove(path);
    copyFileSync(template, path);
  };
}

function remove(path: string): void {
  for (const ending of ["", ".wal", ".lock"]) rmSync(path + ending, { force: true });
}

/** Runs the writer for so many milliseconds after it has opened the archive, or to its end. */
async function startWriter(writer: string, path: string, mode: string, milliseconds: number | null) {
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const child = spawn(process.execPath, [writer, path, mode, String(READINGS)], { stdio: [...stdio] });
  let [acknowledged, isDone] = [0, false];
  const timer = milliseconds === null ? null : setTimeout(() => child.kill("SIGKILL"), 60_000);
  for await (const line of createInterface(child.stdout!)) {
    if (line === "open" && milliseconds !== null) setTimeout(() => child.kill("SIGKILL"), milliseconds).unref();
    else if (line === "done") isDone = true;
    else if (line !== "open") acknowledged = Number(line);
  }
  if (timer) clearTimeout(timer);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return { acknowledged, isDone };
}

/** Opens the archive as the next run would and tells what is lost, halved or there twice. */
async function lookAt(
  path: string,
  readings: readonly Reading[],
  acknowledged: number,
  mode: string,
): Promise<string[]> {
  const archive = await openArchive(path, { readOnly: false, create: true });
  try {
    const faults: string[] = [];
    const [counts] = await archive.query<Record<string, number>>(
      "SELECT count(*) AS reports, count(DISTINCT key) AS keys, (SELECT count(*) FROM sources) AS sources FROM reports",
    );
    const { reports, keys, sources } = counts!;
    if (mode === "ingest" && reports! < acknowledged) faults.push(`${acknowledged} acknowledged, ${reports} there`);
    if (reports !== keys || reports !== sources) faults.push(`${reports} reports, ${keys} keys, ${sources} sources`);
    for (let i = 0; i < reports!; i += 67)
      faults.push(...(await lookAtReading(archive, readings[i]!, i, acknowledged, mode)));
    faults.push(...(await lookAtOrphans(archive)));
    return faults;
  } finally {
    await archive.close();
  }
}

async function lookAtReading(archive: Archive, reading: Reading, i: number, acknowledged: number, mode: string) {
  const found = await archive.reading(hashText(reading.report.text));
  if (!found) return [`report ${i} is lost`];
  if (mode === "recode" && i < acknowledged && found.engine !== "crash 2") return [`report ${i} is not recoded`];
  const [a, b] = [sortFields({ ...found, engine: "" }), sortFields({ ...reading, engine: "" })];
  return a === b ? [] : [`report ${i} is not what was put in`];
}

function sortFields(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

async function lookAtOrphans(archive: Archive): Promise<string[]> {
  const faults: string[] = [];
  for (const table of ["entities", "statements", "events", "terms", "sides", "pairs", "claims"]) {
    const [row] = await archive.query<{ n: number }>(
      `SELECT count(*) AS n FROM store.${table} WHERE report NOT IN (SELECT report FROM store.reports)`,
    );
    if (row!.n > 0) faults.push(`${row!.n} rows of ${table} without a report`);
  }
  const [row] = await archive.query<{ n: number }>(
    "SELECT count(*) - count(DISTINCT (number, n)) AS n FROM (SELECT number, n FROM events)",
  );
  if (row!.n > 0) faults.push(`${row!.n} events twice`);
  return faults;
}

/** An archive that was written with kills must have the rows of one that was not. */
async function compareWithWhole(path: string, mode: Mode): Promise<string[]> {
  const archive = await openArchive(path);
  try {
    const [row] = await archive.query<Record<string, number>>(`SELECT (SELECT count(*) FROM reports) AS reports,
      (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM actors) AS actors,
      (SELECT sum(reports) FROM store.segments) AS indexed, (SELECT count(*) FROM store.heads) AS heads,
      (SELECT count(*) FROM store.sides WHERE listed IS NOT NULL) AS sides, (SELECT count(*) FROM tellings) AS tellings`);
    const { reports, events, actors, indexed, heads, sides, tellings } = row!;
    const isWhole = reports === READINGS && events === 5 * READINGS && actors === 7 && indexed === READINGS;
    // A migration that is killed before its gathering leaves that to whoever writes next.
    const isGathered = tellings === events || (mode === "migrate" && tellings! <= events!);
    return isWhole && heads === READINGS && sides! > 0 && isGathered ? [] : [`at the end: ${JSON.stringify(row)}`];
  } finally {
    await archive.close();
  }
}
