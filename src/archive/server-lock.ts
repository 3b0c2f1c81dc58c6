/** FILE.lock: where the server of an archive listens and the token that lets reports in, for those who may read the file. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { ServeError } from "../errors.js";

export interface ServerLock {
  /** "http://127.0.0.1:8731". */
  readonly address: string;
  readonly token: string;
  readonly pid: number;
}

/** Milliseconds in which a server that lives answers. */
const PATIENCE_MS = 10_000;

export const lockPathOf = (archive: string) => `${archive}.lock`;

/** The lock of a server that lives; null where there is none, or one was left behind. */
export async function findServer(archive: string): Promise<ServerLock | null> {
  try {
    const { address, token, pid } = JSON.parse(await readFile(lockPathOf(archive), "utf8")) as Partial<ServerLock>;
    const isWhole = typeof address === "string" && typeof token === "string" && typeof pid === "number";
    if (!isWhole || !/^http:\/\/[\w.:[\]-]+$/.test(address) || !isAlive(pid)) return null;
    return (await answers(address, token)) ? { address, token, pid } : null;
  } catch {
    return null;
  }
}

/** Readable for its owner alone; throws ServeError where another server has the archive. */
export async function writeLock(archive: string, lock: ServerLock): Promise<void> {
  const other = await findServer(archive);
  if (other !== null && other.pid !== process.pid) {
    const message = `${archive} is being served already, at ${other.address}`;
    throw new ServeError("archive-served", message, "Use that server, or stop it first.");
  }
  await removeLock(archive);
  await writeFile(lockPathOf(archive), `${JSON.stringify(lock)}\n`, { mode: 0o600, flag: "wx" });
}

export async function removeLock(archive: string): Promise<void> {
  await rm(lockPathOf(archive), { force: true });
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
