/** Records as flat tables: CSV and Parquet, with what their columns mean. */
export { FLAT_COLUMNS, type FlatColumn } from "./flat-columns.js";
export { formatCell, formatCsv } from "./format-csv.js";
export { formatParquet, writeParquet } from "./write-parquet.js";
