/** Bounds of the server: what one request, and all of them together, may cost. */

export const LIMITS = {
  /** Bytes of a text to be read or explained: a report of 100,000 words is well below. */
  text: 4 * 2 ** 20,
  /** Bytes of one batch of reports. */
  ingest: 64 * 2 ** 20,
  /** Reports of one batch that the server reads itself. */
  reports: 1000,
  /** UTF-16 code units of an address. */
  address: 8000,
  /** UTF-16 code units of one parameter, and how often one may be given. */
  parameter: 500,
  repeats: 50,
  /** Rows of a page of JSON, unless told otherwise and at most. */
  page: 50,
  pageMost: 500,
  /** Rows of a table as CSV or Parquet, unless told otherwise and at most. */
  table: 10_000,
  tableMost: 100_000,
  /** Milliseconds that an answer may take. */
  answerTime: 60_000,
  /** Milliseconds that the reading of one text may take. */
  readTime: 120_000,
  /** Answers that are worked out at once, and that may wait for their turn. */
  atOnce: 8,
  waiting: 500,
  /** Texts that may wait for the reader. */
  readWaiting: 16,
  /** Bytes of answers that are kept for the next who asks. */
  cache: 64 * 2 ** 20,
} as const;
