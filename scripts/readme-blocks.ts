/** The blocks of README.md that the program writes: between `<!-- name -->` and `<!-- /name -->`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createBriefingWords, formatBriefing } from "../src/briefing/index.js";
import { loadAssets } from "../src/cli/load-assets.js";
import { createEngine } from "../src/engine.js";
import { readOldFigures } from "./format-scores.js";

const root = join(import.meta.dirname, "..");

/** The README with every block as it should be now. */
export async function updateReadme(page: string): Promise<string> {
  const assets = await loadAssets();
  const text = readFileSync(join(root, "examples", "first.txt"), "utf8");
  const reading = createEngine(assets).read({ text, published: "2021-05-12" });
  const briefing = formatBriefing(reading, { width: 80, colour: false }, createBriefingWords(assets.tables));
  const event = reading.events[0] ?? null;
  const blocks = {
    briefing: fence("", briefing),
    event: fence("json", JSON.stringify(event, null, 2)),
    scores: tellScores(),
  };
  return Object.entries(blocks).reduce((out, [name, block]) => fill(out, name, block), page);
}

function fill(page: string, name: string, block: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md lacks ${open} … ${close}`);
  return `${page.slice(0, start + open.length)}\n${block}\n${page.slice(end)}`;
}

/** The hash of data and weights changes with every word added; the README shows none. */
function fence(language: string, words: string): string {
  return `\`\`\`${language}\n${words.trimEnd().replace(/\+[0-9a-f]{8}$/m, "+…")}\n\`\`\``;
}

const SETS = ["the seed", "the 35 other reports", "180 headlines"];
const LAYERS = ["mentions", "places", "times", "statements", "events", "terms"];

function tellScores(): string {
  const path = join(root, "docs", "scores.md");
  const figures = readOldFigures(existsSync(path) ? readFileSync(path, "utf8") : "");
  const row = (set: string) => LAYERS.map((layer) => figures.get(`${set}\n${layer} F1`)?.now ?? "–");
  const rows = [["F1", ...LAYERS], ["---", ...LAYERS.map(() => "---:")], ...SETS.map((set) => [set, ...row(set)])];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
