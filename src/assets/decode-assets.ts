/** Puts assets together from their files' bytes and checks each against the manifest. */
import { AssetError } from "../errors.js";
import { hashBytes } from "../reading/index.js";
import type { Assets, Table } from "./assets.js";
import { parseTable } from "./parse-table.js";

/** Raised whenever the form of an asset file changes. */
export const ASSET_FORMAT = 3;

export interface Manifest {
  readonly format: number;
  readonly hash: string;
  /** SHA-256 of each file, by file name. */
  readonly files: Readonly<Record<string, string>>;
}

export const ASSET_FILES = [
  "tables.json",
  "gazetteer.bin",
  "model.bin",
  "splitting.bin",
  "attribution.bin",
  "judge.bin",
  "english.bin",
] as const;
export type AssetFile = (typeof ASSET_FILES)[number];

/** Fetches the bytes of one asset file by name, from disk or over HTTP. */
export type FetchAsset = (name: string) => Promise<Uint8Array>;

/** Hex SHA-256 of bytes. */
export type HashAsset = (bytes: Uint8Array) => string;

/** Loads, checks and decodes all assets, with a faster `hash` where the host has one. Throws AssetError where a file is missing, damaged or of another format. */
export async function decodeAssets(fetchAsset: FetchAsset, hash: HashAsset = hashBytes): Promise<Assets> {
  const manifest = JSON.parse(decodeUtf8(await fetchAsset("manifest.json"))) as Manifest;
  checkFormat(manifest);
  const [tables, gazetteer, model, splitting, attribution, judge, english] = await Promise.all(
    ASSET_FILES.map(async (name) => checkSum(name, await fetchAsset(name), manifest, hash)),
  );
  return {
    hash: manifest.hash,
    tables: parseTables(tables!),
    gazetteer: gazetteer!,
    model: model!,
    judge: judge!,
    splitting: splitting!,
    attribution: attribution!,
    english: english!,
  };
}

function checkSum(name: AssetFile, bytes: Uint8Array, manifest: Manifest, hash: HashAsset): Uint8Array {
  if (hash(bytes) !== manifest.files[name]) {
    throw new AssetError(
      "asset-checksum",
      `${name} is damaged: its checksum does not fit`,
      "Install the package anew.",
    );
  }
  return bytes;
}

/** The tables alone, for those who read no text. Throws AssetError where they are damaged or of another format. */
export function decodeTables(bytes: Uint8Array, manifest: Manifest, hash: HashAsset = hashBytes): Assets["tables"] {
  checkFormat(manifest);
  return parseTables(checkSum("tables.json", bytes, manifest, hash));
}

function checkFormat({ format }: Manifest): void {
  if (format === ASSET_FORMAT) return;
  const message = `assets have format ${format}, this version reads ${ASSET_FORMAT}`;
  throw new AssetError("asset-format", message, "Install the package anew.");
}

function parseTables(bytes: Uint8Array): ReadonlyMap<string, Table> {
  const texts = JSON.parse(decodeUtf8(bytes)) as Record<string, string>;
  return new Map(Object.entries(texts).map(([name, text]) => [name, parseTable(name, text)]));
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
