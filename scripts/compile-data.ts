/** `npm run data`: packs data/, the gazetteer, the newest models and the JSON Schema into dist/assets, with checksums. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ASSET_FILES, ASSET_FORMAT, type AssetFile, parseTable } from "../src/assets/index.js";
import { hashBytes, hashText } from "../src/reading/index.js";
import { compileGazetteer } from "./compile-gazetteer.js";
import { readFigures } from "./format-scores.js";
import { makeApiSchemas, makeReadingSchema } from "./make-schema.js";

const root = new URL("..", import.meta.url).pathname;
const out = join(root, "dist", "assets");

function tableTexts(folder: string, prefix = ""): [string, string][] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry): [string, string][] => {
    if (entry.isDirectory()) return tableTexts(join(folder, entry.name), `${prefix}${entry.name}/`);
    if (!entry.name.endsWith(".tsv")) return [];
    const name = prefix + entry.name.slice(0, -4);
    const text = readFileSync(join(folder, entry.name), "utf8");
    parseTable(name, text);
    return [[name, text]];
  });
}

/** The newest of the folders of models whose names begin so. */
function newestFolder(kind: string): string | null {
  const folders = readdirSync(join(root, "models")).filter((name) => name.startsWith(`${kind}-`));
  const newest = folders.sort().at(-1);
  return newest ? join(root, "models", newest) : null;
}

function newestWeights(kind: string, name = "model.bin"): Uint8Array {
  const folder = newestFolder(kind);
  if (!folder) throw new Error(`models/ has no folder ${kind}-DATE: fetch the repository anew.`);
  return readFileSync(join(folder, name));
}

const byName = (a: [string, string], b: [string, string]) => (a[0] < b[0] ? -1 : 1);
const tables = Object.fromEntries(tableTexts(join(root, "data")).sort(byName));
const files: Record<AssetFile, Uint8Array> = {
  "tables.json": new TextEncoder().encode(JSON.stringify(tables)),
  "gazetteer.bin": compileGazetteer(),
  "model.bin": newestWeights("en"),
  "splitting.bin": newestWeights("splitting", "splitting.bin"),
  "attribution.bin": newestWeights("attribution"),
  "judge.bin": newestWeights("events"),
  "english.bin": newestWeights("english"),
};
const sums = Object.fromEntries(ASSET_FILES.map((name) => [name, hashBytes(files[name])]));
const manifest = { format: ASSET_FORMAT, hash: hashText(JSON.stringify(sums)).slice(0, 8), files: sums };

mkdirSync(out, { recursive: true });
for (const name of ASSET_FILES) writeFileSync(join(out, name), files[name]);
writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(join(out, "reading.schema.json"), `${JSON.stringify(makeReadingSchema(), null, 2)}\n`);
// Beside the manifest, not in it: a new figure changes no reading.
const scores = readFigures(readFileSync(join(root, "docs", "scores.md"), "utf8"));
writeFileSync(join(out, "scores.json"), `${JSON.stringify(scores)}\n`);
writeFileSync(join(out, "api.schema.json"), `${JSON.stringify(makeApiSchemas())}\n`);
