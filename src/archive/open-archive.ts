/** Opens an archive, makes a new one, or says why it cannot. */
import { stat } from "node:fs/promises";
import { ArchiveError } from "../errors.js";
import { Archive } from "./archive.js";
import { closeDatabase, type Database, type DatabaseLimits, openDatabase } from "./database.js";
import { migrate } from "./migrate.js";
import { SCHEMA_VERSION } from "./schema.js";

export interface OpenOptions extends Partial<DatabaseLimits> {
  /** Whether to open it for reading alone, as several processes may at once; true by default. */
  readonly readOnly?: boolean;
  /** Whether to make the archive where there is none; only where it is opened to write. */
  readonly create?: boolean;
}

/** Less than a reader of news needs itself: a larger sort goes to disk. */
const LIMITS: DatabaseLimits = { memory: "512MB", threads: 2 };

/**
 * Opens an archive: `await openArchive("news.duckdb")` to read it, `{ readOnly: false, create: true }` to write. Throws
 * ArchiveError with a code and a remedy where it is missing, locked, damaged, of a newer version, or no archive.
 */
export async function openArchive(path: string, options: OpenOptions = {}): Promise<Archive> {
  const { readOnly = true, create = false, ...limits } = options;
  const isThere = path === ":memory:" ? false : await checkFile(path);
  if (!isThere && (readOnly || !create)) throw missing(path);
  const database = await openDatabase(path, readOnly, { ...LIMITS, ...limits });
  try {
    if (isThere) await demandWhole(database, path);
    const wasOlder = await settleVersion(database, path, readOnly);
    const archive = new Archive(database, path, readOnly);
    if (wasOlder) await archive.gather(true);
    return archive;
  } catch (error) {
    closeDatabase(database);
    throw error;
  }
}

/** Whether there is a file; an empty one counts as none, as a killed first run may leave it. */
async function checkFile(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw new ArchiveError("archive-missing", `${path}: it cannot be read`, "Check the name.", { cause: error });
  }
  throw new ArchiveError("archive-foreign", `${path}: this is no file`, "Give the name of a file.");
}

function missing(path: string): ArchiveError {
  const remedy = `Check the name, or make one with "chancery ingest SOURCE --archive FILE".`;
  return new ArchiveError("archive-missing", `${path}: there is no such archive`, remedy);
}

/** Three headers stand before the blocks of a DuckDB file. */
const HEADERS = 3 * 4096;

/**
 * DuckDB itself meets a missing end only when something asks for it: a copy that was cut off is told at once. Blocks that are
 * free may stand behind the end of a whole file, for they were never written.
 */
async function demandWhole({ connection }: Database, path: string): Promise<void> {
  const found = await connection.runAndReadAll("SELECT block_size * used_blocks FROM pragma_database_size()");
  const wanted = Number(found.getRows()[0]?.[0] ?? 0) + HEADERS;
  const { size } = await stat(path);
  if (size >= wanted) return;
  const message = `${path}: the file is cut off: it has ${size} of ${wanted} bytes`;
  throw new ArchiveError("archive-damaged", message, "Copy it anew, or ingest the sources into a new archive.");
}

/** Migrates an archive of an older version, and tells whether it was; one that is open to read alone must have the present one. */
async function settleVersion(database: Database, path: string, readOnly: boolean): Promise<boolean> {
  const version = await findVersion(database, path);
  if (version === SCHEMA_VERSION) return false;
  if (version !== null && version > SCHEMA_VERSION) {
    const message = `${path}: the archive has version ${version}, and this Chancery knows ${SCHEMA_VERSION}`;
    throw new ArchiveError("archive-newer", message, "Install the newest Chancery.");
  }
  if (readOnly) {
    if (version === null) throw foreign(path);
    const remedy = `Run "chancery ingest --archive FILE" once, which brings it up to date.`;
    throw new ArchiveError("archive-older", `${path}: the archive has the older version ${version}`, remedy);
  }
  await migrate(database, version);
  return version !== null;
}

/** The archive's version, null for an empty database; throws where other tables stand in it. */
async function findVersion({ connection }: Database, path: string): Promise<number | null> {
  const found = await connection.runAndReadAll(
    "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE NOT internal",
  );
  const tables = found.getRows().map(([name]) => String(name));
  if (tables.length === 0) return null;
  if (!tables.includes("store.meta")) throw foreign(path);
  const version = await connection.runAndReadAll("SELECT value FROM store.meta WHERE key = 'schema'");
  return Number(version.getRows()[0]?.[0] ?? Number.NaN);
}

function foreign(path: string): ArchiveError {
  const message = `${path}: this is a database of something else`;
  return new ArchiveError("archive-foreign", message, "Give the name of an archive, or of a new file.");
}
