/** Values of command-line options, checked. */
import { InvalidArgumentError } from "commander";
import type { InputError } from "../errors.js";
import { demandDecoder } from "../inputs/index.js";
import { isPossibleDate } from "../report/index.js";

/** Most threads that one run may ask for; beyond that memory runs out before time is won. */
const MOST_THREADS = 64;

/** Number of threads: 1 to 64. */
export function parseThreads(value: string): number {
  const threads = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (threads < 1 || threads > MOST_THREADS)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_THREADS}.`);
  return threads;
}

/** Confidence: 0 to 1. */
export function parseConfidence(value: string): number {
  const confidence = /^(?:[01]|[01]?\.\d{1,6})$/.test(value) ? Number(value) : Number.NaN;
  if (!(confidence >= 0 && confidence <= 1)) throw new InvalidArgumentError("Give a number from 0 to 1, such as 0.7.");
  return confidence;
}

/** ISO 8601 date or date-time. */
export function parsePublished(value: string): string {
  if (!isPossibleDate(value)) throw new InvalidArgumentError("Give an ISO 8601 date, such as 2022-03-30.");
  return value;
}

/** Name of a character set that there is a decoder for. */
export function parseCharset(value: string): string {
  try {
    demandDecoder(value);
  } catch (error) {
    const { message, remedy } = error as InputError;
    throw new InvalidArgumentError(`${message[0]!.toUpperCase()}${message.slice(1)}. ${remedy}`);
  }
  return value;
}

const COLUMN_FIELDS = /^(?:id|text|title|publisher|url|published|language)$/;

/** "text=Body,title=2" as fields and the columns that hold them. */
export function parseColumns(value: string): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const part of value.split(",")) {
    const [field = "", column = ""] = part.split("=", 2).map((side) => side.trim());
    if (!COLUMN_FIELDS.test(field) || column === "") {
      throw new InvalidArgumentError("Give FIELD=COLUMN pairs, such as text=Body,title=2.");
    }
    columns[field] = column;
  }
  return columns;
}

/** Whether to colour: as asked, else on a terminal where NO_COLOR is not set. */
export function wantsColour(asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}

/** Columns of the terminal, 80 where output goes elsewhere. */
export function outputWidth(): number {
  return Math.max(40, process.stdout.columns || 80);
}
