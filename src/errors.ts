/** Every error that Chancery raises on purpose, each with a stable code and a remedy; anything else thrown is a bug. */

/** What is wrong with one input. The run goes on; the fault is told in the input's place. */
export type InputFault =
  | "not-json"
  | "not-an-object"
  | "text-missing"
  | "text-not-string"
  | "field-not-string"
  | "published-impossible"
  | "file-missing"
  | "file-unreadable"
  | "file-binary"
  | "file-encoding"
  | "file-type"
  | "folder-empty"
  | "span-impossible"
  | "conllu-malformed"
  | "actor-malformed"
  | "worker-failed"
  | "input-too-large"
  | "decompression-bomb"
  | "archive-damaged"
  | "archive-unsupported"
  | "charset-unknown"
  | "html-no-article"
  | "html-scripted"
  | "html-too-deep"
  | "xml-unknown"
  | "xml-too-deep"
  | "feed-item-empty"
  | "table-columns"
  | "table-row"
  | "mail-empty"
  | "warc-damaged"
  | "kill-notice"
  | "url-refused"
  | "fetch-failed";

/** One input's fault: the code for programs, the message and the remedy for people. */
export class InputError extends Error {
  override readonly name = "InputError";
  constructor(
    readonly code: InputFault,
    message: string,
    /** What to do about it, one sentence in the imperative. */
    readonly remedy: string,
    /** The field at fault, null where the input as a whole is. */
    readonly field: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The package's own data or weights are missing, damaged or of another format: fatal at start-up. */
export class AssetError extends Error {
  override readonly name = "AssetError";
  constructor(
    readonly code: "asset-missing" | "asset-format" | "asset-checksum" | "table-malformed",
    message: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What is wrong with an archive or with what is asked of it. */
export type ArchiveFault =
  | "database-missing"
  | "archive-missing"
  | "archive-locked"
  | "archive-foreign"
  | "archive-newer"
  | "archive-older"
  | "archive-damaged"
  | "archive-not-writable"
  | "disk-full"
  | "filter-unknown"
  | "query-refused"
  | "query-failed"
  | "record-missing";

/** An archive that cannot be opened or written, or a question that it cannot be asked. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  constructor(
    readonly code: ArchiveFault,
    message: string,
    /** What to do about it, one sentence in the imperative. */
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What is wrong with a request to the server, or why it cannot be answered now. */
export type RequestFault =
  | "parameter-unknown"
  | "parameter-malformed"
  | "format-unknown"
  | "country-unknown"
  | "record-unknown"
  | "route-unknown"
  | "method-unknown"
  | "format-unknown"
  | "cursor-malformed"
  | "cursor-old"
  | "body-malformed"
  | "body-type"
  | "body-too-large"
  | "host-refused"
  | "origin-refused"
  | "token-missing"
  | "server-busy"
  | "too-slow";

/** A request that cannot be answered: told as JSON with the status of HTTP that fits. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  constructor(
    readonly code: RequestFault,
    readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 413 | 415 | 503,
    message: string,
    /** What to do about it, one sentence in the imperative. */
    readonly remedy: string,
    /** Known words that are nearest to an unknown one. */
    readonly nearest: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Why a server cannot start: fatal. */
export class ServeError extends Error {
  override readonly name = "ServeError";
  constructor(
    readonly code: "port-in-use" | "address-refused" | "token-missing" | "archive-served",
    message: string,
    /** What to do about it, one sentence in the imperative. */
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
