/** `chancery schema`: the JSON Schema of a reading. */
import type { Command } from "commander";
import { loadSchema } from "./load-assets.js";
import { writeOut } from "./write-output.js";

const EXAMPLES = `
Example:
  chancery schema > reading.schema.json`;

export function addSchemaCommand(program: Command): void {
  program
    .command("schema")
    .description("print the JSON Schema of a reading")
    .addHelpText("after", EXAMPLES)
    .action(async () => writeOut(await loadSchema()));
}
