/** The archive of the chronicle, made once for each state of the chronicle and the engine. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.js";

const CHRONICLE = join(root, "examples", "chronicle.jsonl");
const FOLDER = join(root, "dist", "demo");

/** The archive's file, made where it is not there; null where that fails. */
export function makeDemo() {
  const file = join(FOLDER, `chronicle-${nameOf()}.duckdb`);
  if (existsSync(file)) return file;
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) rmSync(join(FOLDER, old));
  const part = `${file}.part`;
  process.stderr.write("Reading the chronicle into an archive, once …\n");
  const call = [join(root, "bin", "chancery.js"), "ingest", CHRONICLE, "--archive", part, "--jobs", "2"];
  const { status } = spawnSync(process.execPath, call, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) return null;
  renameSync(part, file);
  return file;
}

/** Changes with the reports, with what reads them, and with the archive's form. */
function nameOf() {
  const hash = createHash("sha256");
  for (const path of [
    CHRONICLE,
    join(root, "dist", "assets", "manifest.json"),
    join(root, "src", "archive", "schema.ts"),
  ]) {
    hash.update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 12);
}
