/** What a route is: its address, what it takes, what it answers, and how. */
import type { Archive } from "../archive/index.js";
import type { Reading, ReportInput } from "../reading/index.js";
import type { Table, TableFormat } from "./answer/formats.js";
import type { AnswerName } from "./answers.js";
import type { Parameter } from "./parameters.js";
import type { Values } from "./values.js";
import type { World } from "./world.js";

/** Reads texts beside the server, so that it stays responsive; what the command line lends it. */
export interface Readers {
  read(input: ReportInput): Promise<Reading>;
  /** The lines that `chancery explain` prints. */
  explain(input: ReportInput, event: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What a handler may use. */
export interface Question {
  readonly archive: Archive;
  readonly values: Values;
  readonly world: World;
  readonly engine: string;
}

/** A question that a GET answers from the archive; the same question gets the same answer while that stays as it is. */
export interface Route {
  /** With parameters of the path in braces: "/api/reports/{key}". */
  readonly path: string;
  readonly about: string;
  readonly parameters: readonly Parameter[];
  readonly answer: AnswerName;
  readonly handle: (question: Question) => Promise<unknown>;
  /** For a list: its rows as a table. */
  readonly tabulate?: (question: Question, format: TableFormat) => Promise<Table>;
}
