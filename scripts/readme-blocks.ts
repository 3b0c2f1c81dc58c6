/** The blocks of README.md that the program writes: between `<!-- name -->` and `<!-- /name -->`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createBriefingWords, formatBriefing } from "../src/briefing/index.js";
import { loadAssets } from "../src/cli/load-assets.js";
import { createEngine } from "../src/engine.js";
import { formatTable, readOldFigures } from "./format-scores.js";

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
    event: fence("json", writeShort(event)),
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

/** Indented JSON with spans, roles and lists of words on one line each, as a page has room for. */
function writeShort(value: unknown): string {
  const short = (found: string) => found.replace(/\s+/g, " ");
  return JSON.stringify(value, null, 2)
    .replace(/\{\s+"start": \d+,\s+"end": \d+\s+\}/g, short)
    .replace(/\{\s+"role":[^{}]*\{[^{}]*\}\s+\}/g, short)
    .replace(/\[\s+"[^\][]*\]/g, (found) => short(found).replace("[ ", "[").replace(" ]", "]"));
}

/** The hash of data and weights changes with every word added; the README shows none. */
function fence(language: string, words: string): string {
  return `\`\`\`${language}\n${words.trimEnd().replace(/\+[0-9a-f]{8}$/m, "+…")}\n\`\`\``;
}

const SETS = ["the seed", "the 35 other reports", "180 headlines"];
const LAYERS = ["mentions", "places", "times", "statements", "events", "terms"];

/** Other scorers' figures, as one line each. */
const OTHERS: readonly (readonly [string, string, readonly string[]])[] = [
  ["trees: LAS on web text and on edited text (UD EWT and GUM, dev)", "trees, EWT dev", ["LAS"]],
  ["", "trees, GUM dev", ["LAS"]],
  [
    "attribution: exact F1 of source, cue, content (PolNeAR, dev)",
    "attribution, PolNeAR dev",
    ["source exact F1", "cue exact F1", "content exact F1"],
  ],
  [
    "events between two given parties: macro F1 of type, of quad class (PLV, dev)",
    "labelled pairs, PLV dev",
    ["root macro F1", "quad macro F1"],
  ],
  [
    "places: found, precision, put within 161 km (TR-News)",
    "places, TR-News",
    ["found", "precision", "right within 161 km, of all"],
  ],
  ["speed: words/s on one thread, peak MiB", "the whole run, PolNeAR train", ["words/s, one thread", "peak MiB"]],
];

function tellScores(): string {
  const path = join(root, "docs", "scores.md");
  const figures = readOldFigures(existsSync(path) ? readFileSync(path, "utf8") : "");
  const find = (scorer: string, name: string) => figures.get(`${scorer}\n${name}`)?.now ?? "–";
  const rows = SETS.map((set) => [set, ...LAYERS.map((layer) => find(set, `${layer} F1`))]);
  const others = OTHERS.map(([what, scorer, names]) => [what, names.map((name) => find(scorer, name)).join(" · ")]);
  return [
    ...formatTable([["F1", ...LAYERS], ...rows]),
    "",
    ...formatTable([["other measures", "figures"], ...joinUnnamed(others)]),
  ].join("\n");
}

/** A row without a name continues the one before it. */
function joinUnnamed(rows: readonly string[][]): string[][] {
  return rows.reduce<string[][]>((out, [what = "", figures = ""]) => {
    if (what === "") out.at(-1)![1] += ` · ${figures}`;
    else out.push([what, figures]);
    return out;
  }, []);
}
