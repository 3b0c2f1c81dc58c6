/**
 * `npm start`: from a fresh clone to the page in the browser: installs, builds, reads the chronicle into an archive and serves
 * it. Where nobody looks on (no terminal, `npm start -- --once`, CHANCERY_NO_SERVE) it prints the briefing of the example
 * report and ends; `npm start -- FILE` prints that of another.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { makeDemo } from "./demo-archive.js";
import { buildStale, installMissing, root } from "./prepare.js";

const EXAMPLE = [join(root, "examples", "first.txt"), "--published", "2021-05-12"];

installMissing();
buildStale();
const asked = process.argv.slice(2).filter((word) => word !== "--once");
const isWatched = process.stdout.isTTY === true && !process.env.CHANCERY_NO_SERVE && !process.argv.includes("--once");
if (asked.length > 0) run("read", ...asked);
else if (!isWatched) run("read", ...EXAMPLE);
else serveDemo();

function serveDemo() {
  const archive = makeDemo();
  if (archive === null) process.exitCode = 1;
  else run("serve", "--archive", archive);
}

function run(...args) {
  const call = [join(root, "bin", "chancery.js"), ...args];
  process.exitCode = spawnSync(process.execPath, call, { stdio: "inherit" }).status ?? 1;
}
