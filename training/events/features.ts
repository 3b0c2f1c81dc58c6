/**
 * Makes training rows of labelled pairs: what the judge sees of each.
 *
 *     npx tsx training/events/features.ts < pairs.jsonl > rows.jsonl
 *
 * A pair is {"id", "gold", "text", "actor", "recipient"}; a row {"id", "gold", "answer", "groups", "regions"}.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { loadAssets } from "../../src/cli/load-assets.js";
import { findFeatures } from "../../src/events/judge/find-features.js";
import { proposePair } from "../../src/events/propose-pair.js";
import { createStage } from "./stage.js";

const stage = createStage(await loadAssets());
const ignored = new Set(readFileSync(new URL("ignored.txt", import.meta.url), "utf8").split("\n"));

for await (const line of createInterface({ input: process.stdin })) {
  const { id, gold, text, actor, recipient } = JSON.parse(line);
  const { question } = proposePair(stage.layersOf({ text, language: "en" }), actor, recipient, stage.knowledge);
  const { groups, regions } = findFeatures(question, (word) => ignored.has(word));
  const plain = Object.fromEntries(Object.entries(groups).map(([name, found]) => [name, Object.fromEntries(found)]));
  process.stdout.write(`${JSON.stringify({ id, gold, answer: question.answer.type, groups: plain, regions })}\n`);
}
