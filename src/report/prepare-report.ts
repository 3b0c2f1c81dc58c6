/** Checks what the caller gave and makes the reading's `report` of it; no stage sees unchecked input. */
import { InputError } from "../errors.js";
import { hashText, type Report, type ReportInput } from "../reading/index.js";
import { findLanguage } from "./find-language.js";
import { isPossibleDate } from "./iso-date.js";
import type { ReportKnowledge } from "./report-knowledge.js";

const OPTIONAL_FIELDS = ["id", "title", "publisher", "url", "published", "language"] as const;

/** The report of an input; throws InputError where a field is missing, of a wrong type, or an impossible date. */
export function prepareReport(input: ReportInput, knowledge: ReportKnowledge): Report {
  checkInput(input);
  const { text } = input;
  return {
    id: input.id ?? `sha256:${hashText(text)}`,
    title: input.title ?? null,
    publisher: input.publisher ?? null,
    url: input.url ?? null,
    published: input.published ?? null,
    language: input.language ?? findLanguage(text, knowledge),
    text,
  };
}

/** Throws InputError where an input is no report. */
export function checkInput(input: ReportInput): void {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new InputError("not-an-object", "a report is an object with at least a text", 'Give {"text": "…"}.');
  }
  const { text } = input as { text: unknown };
  if (text === undefined || text === null) {
    throw new InputError(
      "text-missing",
      "the report has no text",
      'Give the report\'s words in the field "text".',
      "text",
    );
  }
  if (typeof text !== "string") {
    throw new InputError("text-not-string", `text is ${kindOf(text)}`, 'Give "text" as a string.', "text");
  }
  for (const field of OPTIONAL_FIELDS) checkField(field, input[field]);
}

function checkField(field: (typeof OPTIONAL_FIELDS)[number], value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== "string") {
    throw new InputError(
      "field-not-string",
      `${field} is ${kindOf(value)}`,
      `Give "${field}" as a string, or leave it out.`,
      field,
    );
  }
  if (field === "published" && !isPossibleDate(value)) {
    throw new InputError(
      "published-impossible",
      `published is ${JSON.stringify(value)}, which is no date`,
      "Give an ISO 8601 date or date-time, such as 2022-03-30 or 2022-03-30T14:05:00Z.",
      "published",
    );
  }
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
