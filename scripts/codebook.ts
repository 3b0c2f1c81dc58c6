/** `npm run codebook`: writes docs/codebook.md anew from data/events. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseTable } from "../src/assets/index.js";
import { formatCodebook } from "./format-codebook.js";

const root = join(import.meta.dirname, "..");
const table = (name: string) =>
  parseTable(`events/${name}`, readFileSync(join(root, "data/events", `${name}.tsv`), "utf8"));

const page = formatCodebook({
  types: table("types"),
  modes: table("modes"),
  contexts: table("contexts"),
  predicates: table("predicates"),
});
writeFileSync(join(root, "docs/codebook.md"), page);
