/** The commands around the archive. */
import type { Command } from "commander";
import { addAskCommand } from "./ask-command.js";
import { parseSince, parseUntil } from "./filter-options.js";
import { addIngestCommand } from "./ingest-command.js";
import { addOccurrencesCommand } from "./occurrences-command.js";
import { addRecodeCommands } from "./recode-commands.js";
import { addCoverageCommand, addFailuresCommand } from "./record-commands.js";
import { addRelationsCommand } from "./relations-command.js";
import { addSearchCommand } from "./search-command.js";
import { addSqlCommand } from "./sql-command.js";

export function addArchiveCommands(program: Command): void {
  addIngestCommand(program);
  const ask = (...args: [Parameters<typeof addAskCommand>[1], string, string]) => addAskCommand(program, ...args);
  ask(
    "events",
    "events of an archive: who did what to whom",
    "chancery events --archive news.duckdb --pair RUS,CHN --since 2022",
  );
  ask(
    "statements",
    "statements of an archive: who says so",
    "chancery statements --archive news.duckdb --actor Lavrov --since 2022-03",
  );
  ask("terms", "terms of an archive: who calls it what", "chancery terms --archive news.duckdb --actor RUS");
  ask(
    "entities",
    "entities of an archive: who is mentioned",
    "chancery entities --archive news.duckdb --actor Taliban",
  );
  ask("places", "places of an archive", "chancery places --archive news.duckdb --place UKR");
  ask("reports", "reports of an archive", "chancery reports --archive news.duckdb --type ASSAULT --latest");
  addOccurrencesCommand(program);
  addRelationsCommand(program);
  addSearchCommand(program);
  addSqlCommand(program);
  addCoverageCommand(program, parseSince, parseUntil);
  addFailuresCommand(program);
  addRecodeCommands(program);
}
