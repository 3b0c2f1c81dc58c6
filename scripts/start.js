/** `npm start`: from a fresh clone to the briefing of the example report; `npm start -- FILE` reads another. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildStale, installMissing, root } from "./prepare.js";

const EXAMPLE = [join(root, "examples", "first.txt"), "--published", "2021-05-12"];

installMissing();
buildStale();
const asked = process.argv.slice(2);
const args = [join(root, "bin", "chancery.js"), "read", ...(asked.length > 0 ? asked : EXAMPLE)];
process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
