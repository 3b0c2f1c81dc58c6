/** Loads the assets over HTTP, for browsers. */
import { AssetError } from "../errors.js";
import type { Assets } from "./assets.js";
import { decodeAssets } from "./decode-assets.js";

/** Fetches, checks and decodes the assets that lie under `url`; throws AssetError where one is missing or damaged. */
export function fetchAssets(url: string | URL): Promise<Assets> {
  const base = String(url).replace(/\/*$/, "/");
  return decodeAssets(async (name) => {
    const response = await fetch(base + name);
    if (!response.ok) {
      throw new AssetError(
        "asset-missing",
        `${base}${name} answers ${response.status}`,
        "Serve the package's dist/assets there.",
      );
    }
    return new Uint8Array(await response.arrayBuffer());
  });
}
