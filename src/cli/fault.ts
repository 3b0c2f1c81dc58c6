/** One input's fault as the command line tells it: as a record in the input's place, and as a line on stderr. */
import { InputError } from "../errors.js";
import { sanitizeShort } from "./sanitize.js";

export interface Fault {
  /** Name of the file as the caller gave it; null for standard input. */
  readonly file: string | null;
  /** Line number from 1; null where the input as a whole is at fault. */
  readonly line: number | null;
  /** Place from 1 in the array that a file holds; null elsewhere. */
  readonly item: number | null;
  /** The report's own id, where it can still be made out. */
  readonly id: string | null;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly remedy: string;
  /** Stack of a bug, for whoever mends it; null for a fault of the input. */
  readonly stack: string | null;
}

/** Where an input stands. */
export type Origin = Pick<Fault, "file" | "line"> & { readonly item?: number };

/** The fault that an error tells; any other error than InputError is a bug of ours and is said to be one. */
export function makeFault(error: unknown, origin: Origin, id: string | null = null): Fault {
  const { file, line, item = null } = origin;
  if (error instanceof InputError) {
    const message = sanitizeShort(error.message);
    const { code, field, remedy } = error;
    return { file, line, item, id, code, field, message, remedy, stack: null };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    file,
    line,
    item,
    id,
    code: "reading-failed",
    field: null,
    message: sanitizeShort(`Chancery failed on this report (${name}: ${message})`),
    remedy: "This is a bug: report it together with the text.",
    stack: stack ?? null,
  };
}

/** The contract's error record, with the file's name and the place in its array added where there are such. */
export function faultRecord(fault: Fault): object {
  const { line, id, code, field, message, remedy, file, item } = fault;
  const more = { ...(file === null ? {} : { file }), ...(item === null ? {} : { item }) };
  return { error: { line, id, code, field, message, remedy, ...more } };
}

/** "reports.jsonl:3" or "reports.json, report 2", safe to print. */
export function formatPlace({ file, line, item }: Pick<Fault, "file" | "line"> & { item?: number | null }): string {
  const within = item == null ? "" : `, report ${item}`;
  return `${sanitizeShort(file ?? "standard input")}${line === null ? "" : `:${line}`}${within}`;
}

/** "chancery: FILE:LINE: message. Remedy." and, for a bug, its stack. */
export function formatFault(fault: Fault): string {
  const frames = fault.stack?.split("\n").slice(1) ?? [];
  const stack = frames.map((frame) => `${sanitizeShort(frame)}\n`).join("");
  return `chancery: ${formatPlace(fault)}: ${fault.message}. ${fault.remedy}\n${stack}`;
}
