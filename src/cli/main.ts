/** The command line's entry. */
import { createEngine } from "../engine.js";
import { loadAssets } from "./load-assets.js";

const engine = createEngine(await loadAssets());
let rest = "";
for await (const chunk of process.stdin.setEncoding("utf8")) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) if (line.trim()) process.stdout.write(`${JSON.stringify(engine.read(JSON.parse(line)))}\n`);
}
