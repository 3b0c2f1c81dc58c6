/** Where a list goes on: an opaque word that the next question brings back. */
import { RequestError } from "../errors.js";

export interface Cursor {
  readonly offset: number;
  /** The number of reports when the list was begun: a list by day shifts when more come in. */
  readonly reports: number;
}

export function formatCursor({ offset, reports }: Cursor): string {
  return Buffer.from(`${offset}.${reports}`).toString("base64url");
}

/** Throws RequestError for what is no cursor. */
export function readCursor(words: string | undefined): Cursor | null {
  if (words === undefined) return null;
  const found = /^(\d{1,12})\.(\d{1,12})$/.exec(Buffer.from(words, "base64url").toString("latin1"));
  if (found) return { offset: Number(found[1]), reports: Number(found[2]) };
  const remedy = 'Give the word that an answer has as "next", or leave it out to begin anew.';
  throw new RequestError("cursor-malformed", 400, "this is no cursor", remedy);
}

/** Throws RequestError where rows may have shifted since: those by day do when reports come in. */
export function demandFresh(cursor: Cursor | null, reports: number, order: "arrival" | "latest"): void {
  if (cursor === null || order === "arrival" || cursor.reports === reports) return;
  const remedy = "Begin anew without it, or ask with order=arrival, in which nothing shifts.";
  throw new RequestError("cursor-old", 400, "reports have come in since this list was begun", remedy);
}
