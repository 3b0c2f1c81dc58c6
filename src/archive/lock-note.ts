/** `FILE.lock`: who has the archive. It tells, and leads to a server that takes reports; what keeps others out is DuckDB's lock. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { ServeError } from "../errors.js";

/** Where a server that has the archive takes reports. */
export interface ServerAddress {
  /** "http://127.0.0.1:8731". */
  readonly address: string;
  readonly token: string;
}

export interface LockNote extends Partial<ServerAddress> {
  readonly pid: number;
  readonly host: string;
  /** ISO date-time. */
  readonly since: string;
  /** "ingest", "recode", "serve". */
  readonly command: string;
}

/** Milliseconds in which a server that lives answers. */
const PATIENCE_MS = 10_000;

const pathOf = (archive: string) => `${archive}.lock`;

/**
 * Leaves a note beside an archive that this process has open to write, readable for its owner alone; that of a server which
 * lives stays, for it goes on to take reports. A folder that takes no note is no fault.
 */
export async function leaveNote(archive: string, note: { readonly command: string }): Promise<void> {
  if ((await findServer(archive)) !== null) return;
  await write(archive, note).catch(() => undefined);
}

/** Leaves the note of a server. Throws ServeError where another one has the archive. */
export async function leaveServerNote(archive: string, server: ServerAddress): Promise<void> {
  const other = await findServer(archive);
  if (other !== null) {
    const message = `${archive} is being served already, at ${other.address}`;
    throw new ServeError("archive-served", message, "Use that server, or stop it first.");
  }
  await write(archive, { command: "serve", ...server });
}

async function write(archive: string, note: Pick<LockNote, "command"> & Partial<ServerAddress>): Promise<void> {
  const whole: LockNote = { pid: process.pid, host: hostname(), since: new Date().toISOString(), ...note };
  await rm(pathOf(archive), { force: true });
  await writeFile(pathOf(archive), `${JSON.stringify(whole)}\n`, { mode: 0o600, flag: "wx" });
}

/** Takes this process's own note away. */
export async function removeNote(archive: string): Promise<void> {
  const note = await readNote(archive);
  if (note?.pid === process.pid && note.host === hostname()) await rm(pathOf(archive), { force: true });
}

/** The note beside an archive, null where there is none that can be read. */
export async function readNote(archive: string): Promise<LockNote | null> {
  try {
    return JSON.parse(await readFile(pathOf(archive), "utf8")) as LockNote;
  } catch {
    return null;
  }
}

/** Another process's server that lives and has the archive; null where there is none, or its note was left behind. */
export async function findServer(archive: string): Promise<ServerAddress | null> {
  const { address, token, pid, host } = (await readNote(archive)) ?? {};
  const isWhole = typeof address === "string" && typeof token === "string" && typeof pid === "number";
  if (!isWhole || !/^http:\/\/[\w.:[\]-]+$/.test(address)) return null;
  if (pid === process.pid || (host === hostname() && !isAlive(pid))) return null;
  return (await answers(address, token)) ? { address, token } : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a server answers there: another program may have the number of one that was killed. */
async function answers(address: string, token: string): Promise<boolean> {
  try {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await fetch(`${address}/api/countries`, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}
