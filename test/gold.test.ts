/** The gold readings, where they are at hand: every reading is valid, and no score falls under its floor. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadAssets } from "../src/cli/load-assets.js";
import { createEngine, type Engine } from "../src/engine.js";
import { readValid } from "./valid-reading.js";

const root = join(import.meta.dirname, "..");
const shared = join(root, "..", "shared");
const gold = join(shared, "gold");
const hasGold = existsSync(gold);
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const reports = hasGold ? readdirSync(gold).filter((name) => name.endsWith(".json")) : [];
const without = (what: boolean, name: string) => (what ? "" : ` (no ${name} here)`);

describe.skipIf(!hasGold)(`the gold reports${without(hasGold, "../shared/gold")}`, () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadAssets());
  });

  test.each(reports)("%s gives a valid reading", (name) => {
    const { text, title, published } = JSON.parse(readFileSync(join(gold, name), "utf8"));
    expect(readValid(engine, { text, title, published }).schema).toBe("chancery/reading@1");
  });
});

interface Floors {
  readonly set: string;
  readonly files: RegExp;
  readonly floors: Readonly<Record<string, number>>;
}

const SETS: readonly Floors[] = [
  { set: "the seed", files: /^seed\.json$/, floors: { events: 65, statements: 60, mentions: 75 } },
  {
    set: "35 other reports",
    files: /^(?:re3d|trnews|polnear).*\.json$/,
    floors: { events: 30, statements: 35, mentions: 55 },
  },
  { set: "180 headlines", files: /^headlines\.jsonl$/, floors: { events: 35 } },
];

describe.skipIf(!hasGold || !hasPython)(
  `the floors${without(hasGold, "../shared/gold")}${without(hasPython, "python3")}`,
  () => {
    test.each(SETS)("of $set hold", ({ files, floors }) => {
      const paths = readdirSync(gold).filter((name) => files.test(name));
      const env = { ...process.env, CHANCERY: "node --import tsx src/cli/main.ts" };
      const args = [join(shared, "bench", "gold.py"), ...paths.sort().map((name) => join(gold, name))];
      const { stdout, stderr } = spawnSync("python3", args, { cwd: root, encoding: "utf8", env });
      const last = stdout.trim().split("\n").at(-1) ?? "";
      const scores = Object.fromEntries(
        [...last.matchAll(/(\w+) ([\d.]+)/g)].map(([, name, score]) => [name, Number(score)]),
      );
      expect(last, stderr).toMatch(/^F1 /);
      for (const [layer, floor] of Object.entries(floors))
        expect(scores[layer], `${layer} F1`).toBeGreaterThanOrEqual(floor);
    });
  },
);
