/** What the commands that ask an archive share: its option, opening, and what goes wrong there. */
import type { Command } from "commander";
import { type Archive, openArchive } from "../../archive/index.js";

export const ARCHIVE_HELP = "the archive's file, such as news.duckdb";

/** Adds the option that names the archive. */
export function addArchiveOption(command: Command): Command {
  return command.requiredOption("--archive <file>", ARCHIVE_HELP);
}

/** Asks an archive that is open to read alone, and closes it. */
export async function askArchive(path: string, ask: (archive: Archive) => Promise<void>): Promise<void> {
  const archive = await openArchive(path);
  try {
    await ask(archive);
  } finally {
    await archive.close();
  }
}
