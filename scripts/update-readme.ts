/** Puts what the program prints for the example report, and the last scores, into README.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { updateReadme } from "./readme-blocks.js";

const path = join(import.meta.dirname, "..", "README.md");
writeFileSync(path, await updateReadme(readFileSync(path, "utf8")));
