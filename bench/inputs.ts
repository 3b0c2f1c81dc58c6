/**
 * `npm run bench:inputs`: how much of forty saved pages' articles is kept and how much else is let in, how many headlines and
 * paragraphs are told to be English that are and that are not, and how many inputs have been fuzzed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAssets } from "../src/cli/load-assets.js";
import { createReportKnowledge, findLanguage } from "../src/report/index.js";
import { comparePages } from "../test/pages/compare-pages.js";

const root = join(import.meta.dirname, "..");
const shared = join(root, "..", "shared");
const percent = (share: number) => (100 * share).toFixed(2);
const lines = (text: string) => text.trimEnd().split("\n");

const pages = await comparePages();
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const worst = Math.min(...pages.map(({ kept }) => kept));
const most = Math.max(...pages.map(({ foreign }) => foreign));
console.log(`${pages.length} saved pages: body words kept ${percent(mean(pages.map(({ kept }) => kept)))} %, foreign`);
console.log(
  `  ${percent(mean(pages.map(({ foreign }) => foreign)))} %; the worst page ${percent(worst)} and ${percent(most)} %`,
);

const knowledge = createReportKnowledge(await loadAssets());
const table = lines(readFileSync(join(root, "test/foreign-headlines.tsv"), "utf8")).slice(1);
tell(
  "foreign headlines",
  table.map((line) => line.split("\t")[1]!),
);
if (existsSync(shared)) {
  const raw = execFileSync("xz", ["-dc", join(shared, "data/raw/headlines_2007-2012.txt.xz")], { maxBuffer: 1 << 28 });
  tell(
    "English headlines",
    lines(raw.toString()).filter((line, i) => i % 10 === 9 && /\p{Script=Latin}{2}/u.test(line)),
  );
  const folder = join(shared, "data/polnear/dev/text");
  const articles = readdirSync(folder)
    .sort()
    .flatMap((name) => lines(readFileSync(join(folder, name), "utf8")));
  tell(
    "English paragraphs",
    articles.filter((line) => line.length > 60),
  );
}

const fuzzed = Object.values(
  JSON.parse(readFileSync(join(root, "docs/fuzzing.json"), "utf8")) as Record<string, number>,
);
console.log(`inputs fuzzed: ${fuzzed.reduce((sum, count) => sum + count, 0)}`);

function tell(name: string, texts: readonly string[]): void {
  const taken = texts.filter((text) => findLanguage(text, knowledge) === "en").length;
  console.log(`${name} taken for English: ${percent(taken / texts.length)} % of ${texts.length}`);
}
