/** `npm test`: installs what is missing, builds, lints, checks that the data compile to the same bytes, runs all tests. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { installMissing, markBuilt, root, runQuietly } from "./prepare.js";

/** Another language, time zone and clock format than any machine of ours: none may leave a trace in the data. */
const ABROAD = { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };

const RUNTIME = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies);

let passed = 0;
let failed = 0;

installMissing();
const begun = new Date();
const isBuilt = check("build", () => runQuietly("npm", ["run", "--silent", "build"]));
if (isBuilt) markBuilt(begun);
check("lint", () => runQuietly("npx", ["--no-install", "biome", "ci", "--colors=off", "."]));
check("types", () => runQuietly("npx", ["--no-install", "tsc", "--noEmit"]));
check("types of the page", () => runQuietly("npx", ["--no-install", "tsc", "--noEmit", "-p", "web"]));
if (isBuilt) check("data compile to the same bytes", compileAgain);
if (isBuilt) check("the packed package reads the same", readPacked);
runTests();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function check(name, run) {
  const { isRight, output } = run();
  if (isRight) passed += 1;
  else {
    failed += 1;
    process.stdout.write(`${output.trimEnd()}\nFAILED: ${name}\n\n`);
  }
  return isRight;
}

function compileAgain() {
  const before = hashAssets();
  const compiled = runQuietly("npm", ["run", "--silent", "data"], ABROAD);
  const isSame = before === hashAssets();
  return isSame
    ? compiled
    : { isRight: false, output: `${compiled.output}dist/assets differs after a second compile.` };
}

function hashAssets() {
  const folder = join(root, "dist", "assets");
  const hash = createHash("sha256");
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/** Packs, unpacks elsewhere beside the runtime dependencies alone, and reads the example with it. */
function readPacked() {
  const folder = mkdtempSync(join(tmpdir(), "chancery-pack-"));
  try {
    const packed = runQuietly("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder]);
    if (!packed.isRight) return packed;
    const modules = join(folder, "node_modules");
    for (const name of RUNTIME) mkdirSync(dirname(join(modules, name)), { recursive: true });
    const unpacked = runQuietly("tar", ["-xzf", join(folder, packed.output.trim().split("\n").at(-1)), "-C", modules]);
    if (!unpacked.isRight) return unpacked;
    for (const name of RUNTIME) symlinkSync(join(root, "node_modules", name), join(modules, name), "junction");
    const args = ["bin/chancery.js", "read", join(root, "examples", "first.txt"), "--json"];
    const here = runQuietly(process.execPath, args);
    const there = runQuietly(process.execPath, [join(modules, "package", args[0]), ...args.slice(1)]);
    const isSame = there.isRight && there.output === here.output;
    return isSame
      ? there
      : { isRight: false, output: `${there.output.slice(0, 2000)}\nThe packed package reads otherwise.` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Vitest's own report is shown only where a test failed; a test that is skipped says why in its name. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "chancery-test-"));
  const report = join(folder, "report.json");
  const args = ["--no-install", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile=${report}`];
  const { isRight, output } = runQuietly("npx", args, { NO_COLOR: "1", FORCE_COLOR: "0" });
  const results = readReport(report);
  rmSync(folder, { recursive: true });
  passed += results?.numPassedTests ?? 0;
  failed += results?.numFailedTests ?? 0;
  if (!isRight && !results?.numFailedTests) failed += 1;
  if (!isRight) process.stdout.write(`${output.trimEnd()}\n\n`);
  const tests = (results?.testResults ?? []).flatMap((file) => file.assertionResults);
  const skipped = tests.filter(({ status }) => status === "skipped" || status === "pending");
  for (const test of skipped) process.stdout.write(`skipped: ${test.fullName}\n`);
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
