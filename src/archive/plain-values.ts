/** Plain JavaScript values as DuckDB takes them: lists, structs, days and bytes need its own classes. */
import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { Duck } from "./database.js";

/** What a row of ours holds; an array is a list, a record a struct, a number in a DATE column days since 1970. */
export type Plain = null | string | number | bigint | boolean | Uint8Array | readonly Plain[] | PlainStruct;
export interface PlainStruct {
  readonly [name: string]: Plain;
}

/** The value for a column of that type. */
export function toDuck(duck: Duck, value: Plain, type: DuckDBType): DuckDBValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" || typeof value === "bigint") return toNumber(duck, value, type);
  if (value instanceof Uint8Array) return new duck.DuckDBBlobValue(value);
  if (isList(value)) {
    const inner = (type as { valueType: DuckDBType }).valueType;
    return new duck.DuckDBListValue(value.map((item) => toDuck(duck, item, inner)));
  }
  return toStruct(duck, value, type as unknown as StructType);
}

interface StructType {
  readonly entryNames: readonly string[];
  readonly entryTypes: readonly DuckDBType[];
}

function toStruct(duck: Duck, value: PlainStruct, { entryNames, entryTypes }: StructType): DuckDBValue {
  const entries: Record<string, DuckDBValue> = {};
  for (let i = 0; i < entryNames.length; i++) {
    const name = entryNames[i]!;
    entries[name] = toDuck(duck, value[name] ?? null, entryTypes[i]!);
  }
  return new duck.DuckDBStructValue(entries);
}

function toNumber(duck: Duck, value: number | bigint, type: DuckDBType): DuckDBValue {
  if (type.typeId === duck.DuckDBTypeId.DATE) return new duck.DuckDBDateValue(Number(value));
  const isBig = type.typeId === duck.DuckDBTypeId.UBIGINT || type.typeId === duck.DuckDBTypeId.BIGINT;
  return isBig ? BigInt(value) : value;
}

function isList(value: readonly Plain[] | PlainStruct): value is readonly Plain[] {
  return Array.isArray(value);
}
