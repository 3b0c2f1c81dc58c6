/** Loads DuckDB, which is an optional dependency, and opens a file with it so that no query reaches anything else. */
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { ArchiveError } from "../errors.js";
import { explainFailure } from "./explain-failure.js";

/** The module itself, loaded when the first archive is opened. */
export type Duck = typeof import("@duckdb/node-api");

export interface Database {
  readonly duck: Duck;
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}

/** Bounds of one database within this process. */
export interface DatabaseLimits {
  /** What DuckDB may hold in memory before it spills to disk: "600MB". */
  readonly memory: string;
  readonly threads: number;
}

/**
 * Extensions, other files and changes of the configuration are refused from the first statement on. The file itself,
 * its log and its folder for what does not fit into memory stay open to DuckDB.
 */
function hardened(readOnly: boolean, { memory, threads }: DatabaseLimits): Record<string, string> {
  return {
    access_mode: readOnly ? "READ_ONLY" : "READ_WRITE",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    allow_unsigned_extensions: "false",
    enable_external_access: "false",
    allow_persistent_secrets: "false",
    checkpoint_threshold: "64MB",
    memory_limit: memory,
    threads: String(threads),
    lock_configuration: "true",
  };
}

/** Throws ArchiveError where DuckDB is missing or the file cannot be opened. */
export async function openDatabase(path: string, readOnly: boolean, limits: DatabaseLimits): Promise<Database> {
  const duck = await loadDuck();
  try {
    const instance = await duck.DuckDBInstance.create(path, hardened(readOnly, limits));
    return { duck, instance, connection: await instance.connect() };
  } catch (error) {
    throw explainFailure(error, path);
  }
}

export function closeDatabase({ connection, instance }: Database): void {
  connection.closeSync();
  instance.closeSync();
}

async function loadDuck(): Promise<Duck> {
  try {
    return await import("@duckdb/node-api");
  } catch (cause) {
    const message = "archives need the optional package @duckdb/node-api, which is not installed here";
    throw new ArchiveError("database-missing", message, 'Run "npm install @duckdb/node-api".', { cause });
  }
}
