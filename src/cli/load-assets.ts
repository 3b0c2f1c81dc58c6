/** Loads the package's own assets from disk. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Assets, decodeAssets, decodeTables, type Manifest } from "../assets/index.js";
import { AssetError } from "../errors.js";
import type { ScoreRow } from "../serve/index.js";

/** Where `npm run data` puts the assets: seen from the build beside them, and from the source. */
const FOLDERS = ["../../assets/", "../../dist/assets/"].map((path) => new URL(path, import.meta.url));

/** Loads, checks and decodes the assets of this package, or of another folder; throws AssetError. */
export async function loadAssets(folder?: string | URL): Promise<Assets> {
  const folders = folder === undefined ? FOLDERS : [folderUrl(folder)];
  return decodeAssets((name) => readFirst(folders, name), hashNative);
}

/** The hash of this package's assets, without loading them. */
export async function loadAssetHash(): Promise<string> {
  const manifest = JSON.parse(new TextDecoder().decode(await readFirst(FOLDERS, "manifest.json"))) as Manifest;
  return manifest.hash;
}

/** The tables alone, without the weights; throws AssetError. */
export async function loadTables(): Promise<Assets["tables"]> {
  const manifest = JSON.parse(new TextDecoder().decode(await readFirst(FOLDERS, "manifest.json"))) as Manifest;
  return decodeTables(await readFirst(FOLDERS, "tables.json"), manifest, hashNative);
}

/** Where the page's built files are, in the folder of the assets. */
export async function findWebFolder(): Promise<string> {
  for (const folder of FOLDERS) {
    const found = await stat(new URL("manifest.json", folder)).catch(() => null);
    if (found) return fileURLToPath(new URL("web", folder));
  }
  return fileURLToPath(new URL("web", FOLDERS[0]));
}

/** JSON Schemas of the server's answers, by name. */
export async function loadApiSchemas(): Promise<Record<string, Record<string, unknown>>> {
  return JSON.parse(new TextDecoder().decode(await readFirst(FOLDERS, "api.schema.json")));
}

/** The scorers' figures, as they stood when the package was built. */
export async function loadScores(): Promise<ScoreRow[]> {
  return JSON.parse(new TextDecoder().decode(await readFirst(FOLDERS, "scores.json")));
}

/** Node's own SHA-256 is ten times as fast as the portable one: a tenth of a second at every start. */
function hashNative(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** JSON Schema of a reading, as the package ships it; throws AssetError. */
export async function loadSchema(): Promise<string> {
  return new TextDecoder().decode(await readFirst(FOLDERS, "reading.schema.json"));
}

/** A path as the caller's system writes it, or a `file:` URL. */
function folderUrl(folder: string | URL): URL {
  const url = typeof folder === "string" && !folder.startsWith("file:") ? pathToFileURL(resolve(folder)) : folder;
  return new URL(`${String(url).replace(/\/*$/, "")}/`);
}

async function readFirst(folders: readonly URL[], name: string): Promise<Uint8Array> {
  for (const folder of folders) {
    try {
      return await readFile(new URL(name, folder));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ENOENT") continue;
      throw new AssetError("asset-missing", `the data file ${name} cannot be read`, "Install the package anew.", {
        cause,
      });
    }
  }
  throw new AssetError("asset-missing", `the package lacks its data file ${name}`, 'Run "npm run build".');
}
