/** Loads the package's own assets from disk. */
import { readFile } from "node:fs/promises";
import { type Assets, decodeAssets } from "../assets/index.js";
import { AssetError } from "../errors.js";

/** Where `npm run data` puts the assets: seen from the source, and from the build beside them. */
const FOLDERS = ["../../assets/", "../../dist/assets/"];

/** Loads, checks and decodes the assets of this package, or of another folder; throws AssetError. */
export async function loadAssets(folder?: string | URL): Promise<Assets> {
  const bases = folder
    ? [new URL(`${String(folder).replace(/\/*$/, "/")}`, "file:///")]
    : FOLDERS.map((path) => new URL(path, import.meta.url));
  return decodeAssets((name) => readFirst(bases, name));
}

async function readFirst(bases: readonly URL[], name: string): Promise<Uint8Array> {
  for (const base of bases) {
    try {
      return await readFile(new URL(name, base));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new AssetError("asset-missing", `the package lacks its data file ${name}`, 'Run "npm run build".');
}
