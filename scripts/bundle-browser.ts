/** The engine as one file for browsers. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");

/** The bundle's bytes: an ES module with the exports of `src/index.browser.ts`. Fails where anything of Node is in it. */
export async function bundleBrowser(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src", "index.browser.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "inline",
  });
  return outputFiles[0]!.contents;
}

export interface PackedSize {
  readonly name: string;
  readonly bytes: number;
  /** As a server would send it. */
  readonly packed: number;
}

/** Sizes of all that a browser loads to read: the bundle and the assets. */
export function measurePacked(bundle: Uint8Array): PackedSize[] {
  const assets = join(root, "dist", "assets");
  const files = readdirSync(assets, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".schema.json") && !entry.name.startsWith("api-"))
    .map(({ name }) => name)
    .sort();
  const all = [
    ["chancery.js", bundle] as const,
    ...files.map((name) => [name, readFileSync(join(assets, name))] as const),
  ];
  return all.map(([name, bytes]) => ({ name, bytes: bytes.length, packed: pack(bytes) }));
}

/** Quick and a little worse than a server's best: what it says is an upper bound. */
function pack(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
}
