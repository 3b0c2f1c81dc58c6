/** Gets a fresh clone ready, before any package is there: installs what is missing and builds what is stale. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What the build is made from; a change in any of it makes the build stale. */
const SOURCES = [
  "src",
  "data",
  "models",
  "scripts",
  "web",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
];
const STAMP = join(root, "dist", "built");

/** Runs a command quietly: what it prints is given back, and shown only by whoever wants to. */
export function runQuietly(command, args, env = {}) {
  const options = { cwd: root, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
  const child = spawnSync(command, args, { ...options, shell: process.platform === "win32" });
  const output = `${child.stdout ?? ""}${child.stderr ?? ""}${child.error ? `${child.error.message}\n` : ""}`;
  return { isRight: child.status === 0, output };
}

/** Installs by the lock file, if a package that it names is missing or of another version. */
export function installMissing() {
  if (isInstalled()) return;
  tell("Installing the packages (npm ci) …");
  demand(runQuietly("npm", ["ci", "--no-audit", "--no-fund"]), "npm ci");
}

/** Builds, if a source is younger than the last build. */
export function buildStale() {
  if (existsSync(STAMP) && SOURCES.every((name) => newest(join(root, name)) <= statSync(STAMP).mtimeMs)) return;
  tell("Building …");
  const begun = new Date();
  demand(runQuietly("npm", ["run", "--silent", "build"]), "npm run build");
  markBuilt(begun);
}

/** Notes that the build holds everything up to that moment. */
export function markBuilt(moment) {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, `${moment.toISOString()}\n`);
}

function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(want).every(([name, { version, optional }]) => {
    return name === "" || optional === true || have[name]?.version === version;
  });
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function demand(result, step) {
  if (result.isRight) return;
  process.stderr.write(result.output);
  tell(`${step} failed.`);
  process.exit(1);
}

function tell(message) {
  process.stderr.write(`${message}\n`);
}
