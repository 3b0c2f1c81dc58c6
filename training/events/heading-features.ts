/**
 * Makes training rows of labelled headlines: what the judge sees of the two countries that each names.
 *
 *     npx tsx training/events/heading-features.ts < headings.jsonl > rows.jsonl
 *
 * A headline is {"id", "gold", "reversed", "text", "published"}; those that the rules code by themselves are left out.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { loadAssets } from "../../src/cli/load-assets.js";
import { mendHeadings } from "../../src/events/code-events.js";
import { findCandidates } from "../../src/events/collect-candidates.js";
import { findFeatures } from "../../src/events/judge/find-features.js";
import { askInHeadings } from "../../src/events/propose-in-headings.js";
import { createStage } from "./stage.js";

const stage = createStage(await loadAssets());
const ignored = new Set(readFileSync(new URL("ignored.txt", import.meta.url), "utf8").split("\n"));

for await (const line of createInterface({ input: process.stdin })) {
  const { id, gold, reversed, text, published } = JSON.parse(line);
  const layers = mendHeadings(stage.layersOf({ text, published, language: "en" }), stage.knowledge);
  const [asked] = askInHeadings(findCandidates(layers, stage.knowledge), layers);
  if (!asked) continue;
  const { groups, regions } = findFeatures(asked.question, (word) => ignored.has(word));
  const plain = Object.fromEntries(Object.entries(groups).map(([name, found]) => [name, Object.fromEntries(found)]));
  const answer = asked.question.answer.type;
  process.stdout.write(`${JSON.stringify({ id, gold, reversed, answer, groups: plain, regions })}\n`);
}
