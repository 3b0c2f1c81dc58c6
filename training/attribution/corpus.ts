/** PolNeAR's articles and attributions, read once and kept with their trees beside the corpus of the run. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Assets } from "../../src/assets/index.js";
import { loadAssets } from "../../src/cli/load-assets.js";
import { type EntityLayer, findEntities } from "../../src/entities/index.js";
import { createLanguageModel, type Parsed, parseText } from "../../src/language/index.js";
import { createNameKnowledge } from "../../src/names/index.js";
import { hashBytes, hashText, type Span } from "../../src/reading/index.js";
import { createReportKnowledge, prepareReport } from "../../src/report/index.js";

/** One attribution as an annotator marked it, offsets in UTF-16. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface Article {
  readonly name: string;
  readonly parsed: Parsed;
  readonly entities: EntityLayer;
  /** One list of attributions for each annotator. */
  readonly annotators: readonly (readonly Attribution[])[];
}

/** The articles of one part, with trees and entities by the engine of today; kept in `cache` while that stays the same. */
export async function loadArticles(folder: string, cache: string): Promise<Article[]> {
  const assets = await loadAssets();
  const part = folder.replace(/\/+$/, "").split("/").at(-1)!;
  const kept = join(cache, `${part}-${hashBelow(assets)}.v8`);
  if (existsSync(kept)) return deserialize(readFileSync(kept)) as Article[];
  const articles = readArticles(folder, assets);
  mkdirSync(cache, { recursive: true });
  writeFileSync(kept, serialize(articles));
  return articles;
}

/** Hash of what trees and entities depend on. */
function hashBelow({ model, tables }: Assets): string {
  const below = [...tables.values()].filter(({ name }) => !/^(statements|events|briefing)\//.test(name));
  return hashText(hashBytes(model) + JSON.stringify(below)).slice(0, 8);
}

function readArticles(folder: string, assets: Assets): Article[] {
  const language = createLanguageModel(assets);
  const names = createNameKnowledge(assets.tables);
  const reports = createReportKnowledge(assets);
  const files = readdirSync(join(folder, "attributions")).sort();
  return readdirSync(join(folder, "text"))
    .sort()
    .map((file): Article => {
      const name = file.replace(/\.txt$/, "");
      const text = readFileSync(join(folder, "text", file), "utf8");
      const report = prepareReport({ text, id: name, published: name.split("_")[1]! }, reports);
      const parsed = parseText(language, text);
      const own = files.filter((each) => each.slice(0, -9) === name);
      const annotators = own.map((each) =>
        readAttributions(readFileSync(join(folder, "attributions", each), "utf8"), text),
      );
      return { name, parsed, entities: findEntities(parsed, report, names), annotators };
    });
}

/** Attributions of one stand-off file; lines broken by the corpus's own export are passed over. */
function readAttributions(file: string, text: string): Attribution[] {
  const back = offsetsOf(text);
  const marks = new Map<string, { readonly role: string; readonly spans: Span[] }>();
  const events: string[][] = [];
  for (const line of file.split("\n")) {
    const [kind, rest] = line.split("\t");
    if (rest === undefined || !kind) continue;
    if (kind.startsWith("E")) events.push(rest.trim().split(" ").slice(1));
    if (!kind.startsWith("T")) continue;
    const [role, ...where] = rest.split(" ");
    const spans = where
      .join(" ")
      .split(";")
      .map((pair) => pair.split(" ").map(Number))
      .map(([start, end]) => ({ start: back[start!]!, end: back[end!]! }));
    marks.set(kind, { role: role!.toLowerCase(), spans });
  }
  return events.map((links) => {
    const of = (role: string) =>
      links
        .map((link) => marks.get(link.split(":")[1]!))
        .flatMap((mark) => (mark?.role === role ? mark.spans : []))
        .sort((a, b) => a.start - b.start);
    return { source: of("source"), cue: of("cue"), content: of("content") };
  });
}

/** UTF-16 offset of each code point, and of the end. */
function offsetsOf(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const point of text) {
    offsets.push(at);
    at += point.length;
  }
  offsets.push(at);
  return offsets;
}
