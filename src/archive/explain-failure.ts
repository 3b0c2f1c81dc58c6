/** What DuckDB says of a failure, in our words and with a remedy. */
import { ArchiveError, type ArchiveFault } from "../errors.js";

interface Failure {
  readonly pattern: RegExp;
  readonly code: ArchiveFault;
  readonly message: string;
  readonly remedy: string;
}

/** In the order in which they are tried: DuckDB has no codes for these, only words. */
const FAILURES: readonly Failure[] = [
  {
    pattern: /could not set lock|conflicting lock|being used by another process/i,
    code: "archive-locked",
    message: "another process has the archive open",
    remedy: "Wait until it has ended, or ask the server that has it.",
  },
  {
    pattern: /no space left|disk quota|out of disk|could not write all bytes|file too large/i,
    code: "disk-full",
    message: "the disk is full",
    remedy: "Make room and run the same command again: what was kept stays kept.",
  },
  {
    pattern: /read-only file system|permission denied|cannot open file .* read-only|EROFS|EACCES/i,
    code: "archive-not-writable",
    message: "the archive or its folder may not be written",
    remedy: "Check the permissions, or copy the archive to another disk.",
  },
  {
    pattern:
      /no such file|does not exist.*database|cannot open database .* in read-only mode: database does not exist/i,
    code: "archive-missing",
    message: "there is no such archive",
    remedy: 'Check the name, or make one with "chancery ingest SOURCE --archive FILE".',
  },
  {
    pattern: /not a valid DuckDB database file|magic bytes|is not a database/i,
    code: "archive-foreign",
    message: "the file is no archive",
    remedy: "Check the name: an archive is a DuckDB file that chancery ingest has made.",
  },
  {
    pattern: /database file with version number|older version of duckdb|newer version of duckdb|storage version/i,
    code: "archive-newer",
    message: "the file was written by another version of DuckDB",
    remedy: "Open it with the version of Chancery that wrote it, or with a newer one.",
  },
  {
    pattern:
      /checksum|corrupt|serialization error|could not read|read beyond|failed to deserialize|internal error|failure while replaying wal|fatal error/i,
    code: "archive-damaged",
    message: "the file is damaged",
    remedy: "Restore it from a copy, or ingest the sources into a new archive.",
  },
];

/** The failure as an ArchiveError that keeps DuckDB's own words as its cause; an ArchiveError stays as it is. */
export function explainFailure(error: unknown, path: string): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const words = error instanceof Error ? error.message : String(error);
  const found = FAILURES.find(({ pattern }) => pattern.test(words));
  if (!found) return new ArchiveError("query-failed", firstLine(words), "Check the query.", { cause: error });
  return new ArchiveError(found.code, `${path}: ${found.message}`, found.remedy, { cause: error });
}

function firstLine(words: string): string {
  return words.split("\n").slice(0, 1).join("").trim();
}
