/** `npm run scores`: runs every scorer that applies, and writes docs/scores.md; a fall or a missed floor is flagged. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseTable } from "../src/assets/index.js";
import { formatScores, type Row, readOldFigures, type Taken } from "./format-scores.js";
import { SCORERS, type Scorer } from "./scorers.js";

const root = join(import.meta.dirname, "..");
const shared = join(root, "..", "shared");
const page = join(root, "docs", "scores.md");
const only = process.argv.slice(2);

if (!existsSync(join(shared, "bench"))) {
  console.log("No scores: the folder ../shared, which holds scorers and gold readings, is not here.");
  process.exit(0);
}
execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });

const old = existsSync(page) ? readFileSync(page, "utf8") : "";
const before = readOldFigures(old);
const commit = findCommit();
const rows = SCORERS.flatMap((scorer) => (isAsked(scorer) ? scoreAll(scorer) : keepAll(scorer)));
mkdirSync(join(root, "docs"), { recursive: true });
writeFileSync(page, formatScores(rows, readTaken()));
const flagged = rows.filter((row) => row.flag !== "");
for (const row of flagged) console.log(`${row.flag}: ${row.scorer}, ${row.figure}: ${row.before || "–"} → ${row.now}`);
process.exitCode = rows.some((row) => row.flag === "under the floor") ? 1 : 0;

/** The figures that were taken by their own commands. */
function readTaken(): readonly Taken[] {
  const path = join(root, "bench", "figures.tsv");
  return parseTable(path, readFileSync(path, "utf8")).rows.map(({ cells }) => cells as unknown as Taken);
}

/** `npm run scores -- gold` runs only the scorers whose script or name has that word; long ones are never run unasked. */
function isAsked(scorer: Scorer): boolean {
  if (only.length === 0) return !scorer.isLong;
  return only.some((word) => scorer.script.includes(word) || scorer.name.includes(word));
}

function scoreAll(scorer: Scorer): Row[] {
  const paths = scorer.files.flatMap(expandStar);
  const env = { ...process.env, CHANCERY: "node bin/chancery.js" };
  const [program, args] = scorer.isOwn
    ? ["npm", ["run", "--silent", scorer.script, "--", ...paths]]
    : ["python3", [join("..", "shared", "bench", scorer.script), ...paths]];
  const child = spawnSync(program, args, { cwd: root, encoding: "utf8", env, maxBuffer: 1 << 28 });
  const output = child.stdout ?? "";
  console.log(`${scorer.name}: ${child.status === 0 ? (output.trim().split("\n").at(-1) ?? "") : "FAILED"}`);
  if (child.status !== 0) console.log(child.stderr);
  return scorer.figures.map((figure) => {
    const now = child.status === 0 ? (figure.pattern.exec(output)?.[1] ?? "–") : "failed";
    const was = before.get(`${scorer.name}\n${figure.name}`)?.now ?? "";
    const flag = judge(Number(now), Number(was || Number.NaN), figure);
    return {
      scorer: scorer.name,
      figure: figure.name,
      floor: figure.floor,
      now,
      before: was,
      commit,
      flag,
      command: commandOf(scorer),
    };
  });
}

/** The files that a path with at most one star stands for, in the order of their names. */
function expandStar(pattern: string): string[] {
  if (!pattern.includes("*")) return [join("..", "shared", pattern)];
  const [start = "", end = ""] = basename(pattern).split("*");
  const names = readdirSync(join(shared, dirname(pattern))).filter(
    (name) => name.startsWith(start) && name.endsWith(end),
  );
  return names.sort().map((name) => join("..", "shared", dirname(pattern), name));
}

function judge(now: number, was: number, figure: Scorer["figures"][number]): Row["flag"] {
  if (Number.isNaN(now)) return "failed";
  if (figure.floor !== null && (figure.isCost ? now > figure.floor : now < figure.floor)) return "under the floor";
  if (figure.isLoose || Number.isNaN(was)) return "";
  return (figure.isCost ? now > was : now < was) ? "fell" : "";
}

function keepAll(scorer: Scorer): Row[] {
  return scorer.figures.map((figure) => {
    const kept = before.get(`${scorer.name}\n${figure.name}`);
    const row = { scorer: scorer.name, figure: figure.name, floor: figure.floor, command: commandOf(scorer) };
    return {
      ...row,
      now: kept?.now ?? "–",
      before: kept?.before ?? "",
      commit: kept?.commit ?? "",
      flag: kept?.flag ?? "",
    };
  });
}

function commandOf(scorer: Scorer): string {
  const script = scorer.isOwn ? `npm run ${scorer.script}` : scorer.script;
  return [script, ...scorer.files.map((file) => `../shared/${file}`)].join(" ");
}

function findCommit(): string {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const changes = git("status", "--porcelain", "--", "src", "data", "models");
  return `${git("rev-parse", "--short", "HEAD")}${changes === "" ? "" : "+"}`;
}
