/** Door of the assets layer. */
export type { Assets, Row, Table } from "./assets.js";
export { cellOf, listOf, tableFault, tableOf } from "./assets.js";
export type { AssetFile, FetchAsset, Manifest } from "./decode-assets.js";
export { ASSET_FILES, ASSET_FORMAT, decodeAssets, decodeTables } from "./decode-assets.js";
export { fetchAssets } from "./fetch-assets.js";
export { parseTable } from "./parse-table.js";
