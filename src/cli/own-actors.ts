/** `--actors FILE`: actors of the caller's own; a line that cannot be read is named, and the others count. */
import { readFile } from "node:fs/promises";
import { InputError } from "../errors.js";
import { decodeText } from "../inputs/index.js";
import { type ActorList, readActorList } from "../names/index.js";
import type { Tally } from "./exit-status.js";
import { formatFault, makeFault } from "./fault.js";
import { fileError } from "./sources.js";

/** What the option says of itself. */
export const ACTORS_HELP = "add actors: a table, or a dictionary of PETRARCH's; they go before the known ones";

/** The actors of the file, none where it cannot be read; faults go to stderr and into the tally. */
export async function loadActors(file: string | undefined, tally: Tally): Promise<ActorList | null> {
  if (file === undefined) return null;
  try {
    const list = readActorList(decodeText(await readFile(file)));
    for (const { line, message } of list.faults) {
      const error = new InputError("actor-malformed", message, "Mend or remove the line; the others are loaded.");
      tellFault(error, file, line, tally);
    }
    return list;
  } catch (error) {
    tellFault(fileError(error), file, null, tally);
    return null;
  }
}

function tellFault(error: unknown, file: string, line: number | null, tally: Tally): void {
  process.stderr.write(formatFault(makeFault(error, { file, line })));
  tally.failed++;
  if (line !== null) tally.failedLines++;
}
