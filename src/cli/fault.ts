/** One input's fault as the command line tells it: as a record in the input's place, and as a line on stderr. */
import { InputError } from "../errors.js";
import { sanitizeShort } from "./sanitize.js";

export interface Fault {
  /** Name of the file as the caller gave it; null for standard input. */
  readonly file: string | null;
  /** Line number from 1; null where the input as a whole is at fault. */
  readonly line: number | null;
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
export type Origin = Pick<Fault, "file" | "line">;

/** The fault that an error tells; any other error than InputError is a bug of ours and is said to be one. */
export function makeFault(error: unknown, origin: Origin, id: string | null = null): Fault {
  const { file, line } = origin;
  if (error instanceof InputError) {
    const message = sanitizeShort(error.message);
    return { file, line, id, code: error.code, field: error.field, message, remedy: error.remedy, stack: null };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    file,
    line,
    id,
    code: "reading-failed",
    field: null,
    message: sanitizeShort(`Chancery failed on this report (${name}: ${message})`),
    remedy: "This is a bug: report it together with the text.",
    stack: stack ?? null,
  };
}

/** The contract's error record, with the file's name added where there is one. */
export function faultRecord(fault: Fault): object {
  const { line, id, code, field, message, remedy, file } = fault;
  return { error: { line, id, code, field, message, remedy, ...(file === null ? {} : { file }) } };
}

/** "reports.jsonl:3", safe to print. */
export function formatPlace({ file, line }: Origin): string {
  return `${sanitizeShort(file ?? "standard input")}${line === null ? "" : `:${line}`}`;
}

/** "chancery: FILE:LINE: message. Remedy." and, for a bug, its stack. */
export function formatFault(fault: Fault): string {
  const frames = fault.stack?.split("\n").slice(1) ?? [];
  const stack = frames.map((frame) => `${sanitizeShort(frame)}\n`).join("");
  return `chancery: ${formatPlace(fault)}: ${fault.message}. ${fault.remedy}\n${stack}`;
}
