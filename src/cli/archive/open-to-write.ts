/** Opens an archive to write, after whoever has it now. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Archive, ArchiveError, leaveNote, openArchive, readNote, removeNote } from "../../archive/index.js";

/** How often to look whether the other one has ended. */
const PAUSE_MS = 500;

/** Runs `work` with the archive open to write and a note beside it that says so; waits where another process has it. */
export async function writeArchive<Result>(
  path: string,
  { command, wait, create }: { readonly command: string; readonly wait: boolean; readonly create: boolean },
  work: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const archive = await openInTurn(path, wait, create);
  await leaveNote(path, { command });
  try {
    return await work(archive);
  } finally {
    await archive.close();
    await removeNote(path);
  }
}

async function openInTurn(path: string, wait: boolean, create: boolean): Promise<Archive> {
  for (let hasTold = false; ; hasTold = true) {
    try {
      return await openArchive(path, { readOnly: false, create });
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code !== "archive-locked" || !wait) throw error;
      if (!hasTold) process.stderr.write(`chancery: ${path}: ${await tellHolder(path)}; waiting until it has ended\n`);
      await sleep(PAUSE_MS);
    }
  }
}

async function tellHolder(path: string): Promise<string> {
  const note = await readNote(path);
  if (!note) return "another process has the archive open";
  return `process ${note.pid} (${note.command}) has had the archive open since ${note.since.slice(0, 19)}`;
}
