/** Errors as answers: JSON with code, message and remedy, and the status of HTTP that fits. */
import { ArchiveError, InputError, RequestError } from "../errors.js";

export interface ErrorAnswer {
  readonly error: {
    readonly code: string;
    readonly message: string;
    /** What to do about it. */
    readonly remedy: string;
    /** Known words that are nearest to an unknown one. */
    readonly nearest?: readonly string[];
  };
}

/** What is wrong with the question, not with the archive. */
const QUESTION_FAULTS: ReadonlySet<ArchiveError["code"]> = new Set(["filter-unknown", "query-refused"]);

/** The answer and its status; what was not raised on purpose is told without its words, which may hold anything. */
export function answerError(error: unknown): { readonly status: number; readonly answer: ErrorAnswer } {
  if (error instanceof RequestError) {
    const { code, message, remedy, nearest, status } = error;
    return { status, answer: { error: { code, message, remedy, ...(nearest.length > 0 ? { nearest } : {}) } } };
  }
  if (error instanceof InputError) return told(400, error);
  if (error instanceof ArchiveError) {
    if (error.code === "record-missing") return told(404, error);
    return told(QUESTION_FAULTS.has(error.code) ? 400 : 503, error);
  }
  const remedy = "Report it with the server's message on standard error.";
  return { status: 500, answer: { error: { code: "bug", message: "the server failed at this", remedy } } };
}

function told(status: number, { code, message, remedy }: InputError | ArchiveError) {
  return { status, answer: { error: { code, message, remedy } } };
}
