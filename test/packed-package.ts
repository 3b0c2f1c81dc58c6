/** For tests: the package as npm packs it, unpacked beside its runtime dependencies alone. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

export interface PackedPackage {
  /** The command's file. */
  readonly bin: string;
  remove(): void;
}

/** Packs what is built; `npm run build` before. */
export function unpackPackage(): PackedPackage {
  const folder = mkdtempSync(join(tmpdir(), "chancery-packed-"));
  const args = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  const name = execFileSync("npm", args, { cwd: ROOT, encoding: "utf8" }).trim().split("\n").at(-1)!;
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  execFileSync("tar", ["-xzf", join(folder, name), "-C", modules]);
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  for (const dependency of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, dependency)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", dependency), join(modules, dependency), "junction");
  }
  return {
    bin: join(modules, "package", "bin", "chancery.js"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
