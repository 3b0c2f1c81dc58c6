/** `FILE.lock`: who has the archive open to write. It tells; what keeps a second writer out is DuckDB's lock of the file. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";

export interface LockNote {
  readonly pid: number;
  readonly host: string;
  /** ISO date-time. */
  readonly since: string;
  readonly command: string;
  /** Where a server that has the archive takes reports, and the token for it. */
  readonly address?: string;
  readonly token?: string;
}

/** Leaves a note beside an archive that this process has open to write; a folder that takes none is no fault. */
export async function leaveNote(path: string, note: Pick<LockNote, "command" | "address" | "token">): Promise<void> {
  const whole: LockNote = { pid: process.pid, host: hostname(), since: new Date().toISOString(), ...note };
  await writeFile(`${path}.lock`, `${JSON.stringify(whole)}\n`, { mode: 0o600 }).catch(() => undefined);
}

/** Takes this process's own note away. */
export async function removeNote(path: string): Promise<void> {
  const note = await readNote(path);
  if (note?.pid === process.pid && note.host === hostname()) await rm(`${path}.lock`, { force: true });
}

/** The note beside an archive, null where there is none that can be read; a killed process leaves its own behind. */
export async function readNote(path: string): Promise<LockNote | null> {
  try {
    return JSON.parse(await readFile(`${path}.lock`, "utf8")) as LockNote;
  } catch {
    return null;
  }
}
