/**
 * `npx tsx training/attribution/report.ts POLNEAR [GOLD]`: F1 on POLNEAR/dev with the assets as packed, and how often
 * statements are right by their confidence, there and on gold readings.
 */
import { loadAssets } from "../../src/cli/load-assets.js";
import { createEngine } from "../../src/engine.js";
import { tokenAt } from "../../src/language/index.js";
import type { Span, Statement } from "../../src/reading/index.js";
import { findStatements } from "../../src/statements/find-statements.js";
import { createStatementKnowledge } from "../../src/statements/index.js";
import { type Article, type Attribution, loadArticles } from "./corpus.js";
import { loadGold, meetsBest } from "./gold.js";

const [folder, gold] = process.argv.slice(2);
if (!folder) throw new Error("usage: report.ts POLNEAR [GOLD]");
const say = (line: string) => process.stdout.write(`${line}\n`);
const BINS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001];

interface Pair {
  readonly confidence: number;
  readonly right: boolean;
}

const assets = await loadAssets();
say("PolNeAR dev, outermost statements");
tell(await pairsOfArticles(`${folder}/dev`));
if (gold) {
  say("gold readings, all statements");
  tell(pairsOfGold(gold));
}

async function pairsOfArticles(from: string): Promise<Pair[]> {
  const knowledge = createStatementKnowledge(assets.tables, assets.attribution);
  const articles = await loadArticles(from, process.env.CACHE ?? ".scratch/attribution");
  return articles.flatMap((article) => {
    const { statements } = findStatements(article.parsed, article.entities, "", knowledge);
    const outer = statements.filter(({ within }) => within === null);
    return article.annotators.flatMap((own) =>
      outer.map((each) => ({ confidence: each.confidence, right: own.some((other) => agree(article, each, other)) })),
    );
  });
}

/** Right is a statement whose cue, source and content each meet those of one attribution. */
function agree({ parsed }: Article, statement: Statement, { cue, source, content }: Attribution): boolean {
  const words = (span: Span) => ({ first: tokenAt(parsed, span.start), last: tokenAt(parsed, span.end - 1) });
  const meet = (a: Span, b: Span) => words(a).first <= words(b).last && words(b).first <= words(a).last;
  const sameCue = statement.cue === null || cue.some((span) => meet(span, statement.cue!));
  const named = statement.source;
  const sameSource = named === null ? source.length === 0 : source.some((span) => meet(span, named));
  return sameCue && sameSource && statement.content.some((a) => content.some((b) => meet(a, b)));
}

function pairsOfGold(from: string): Pair[] {
  const engine = createEngine(assets);
  return loadGold(from).flatMap(({ text, contents }) => {
    const { statements } = engine.read({ text });
    const right = meetsBest(
      statements.map(({ content }) => content),
      contents,
    );
    return statements.map(({ confidence }, i) => ({ confidence, right: right.has(i) }));
  });
}

function tell(pairs: readonly Pair[]): void {
  for (let i = 0; i + 1 < BINS.length; i++) {
    const part = pairs.filter(({ confidence }) => confidence >= BINS[i]! && confidence < BINS[i + 1]!);
    if (part.length === 0) continue;
    const mean = part.reduce((sum, { confidence }) => sum + confidence, 0) / part.length;
    const right = part.filter((each) => each.right).length / part.length;
    say(`| ${BINS[i]} to ${Math.min(1, BINS[i + 1]!)} | ${part.length} | ${mean.toFixed(2)} | ${right.toFixed(2)} |`);
  }
  const brier =
    pairs.reduce((sum, { confidence, right }) => sum + (confidence - (right ? 1 : 0)) ** 2, 0) / pairs.length;
  say(`${pairs.length} statements, Brier ${brier.toFixed(3)}`);
}
