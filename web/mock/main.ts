/** `npm run web:mock [PORT]`: the built page on readings of the chronicle, without an archive. Never shipped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEngine, loadAssets } from "../../src/index.js";
import { startMock } from "./serve.js";

const CHRONICLE = join(import.meta.dirname, "../../examples/chronicle.jsonl");
const engine = createEngine(await loadAssets());
const lines = readFileSync(CHRONICLE, "utf8").trimEnd().split("\n");
const mock = await startMock(
  lines.map((line) => engine.read(JSON.parse(line))),
  engine,
  Number(process.argv[2] ?? 8731),
);
process.stdout.write(`${mock.address}\n`);
