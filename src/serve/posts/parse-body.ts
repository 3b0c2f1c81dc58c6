/** Bodies of requests as values; RequestError where they are none. */
import { RequestError } from "../../errors.js";

const MALFORMED = "Send what /api/openapi.json describes, in UTF-8.";

/** One JSON object. */
export function parseObject(body: Uint8Array): Readonly<Record<string, unknown>> {
  const value = parse(decode(body), "the body");
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new RequestError("body-malformed", 400, "the body is no JSON object", MALFORMED);
}

/** Lines of a body that are not blank. */
export function linesOf(body: Uint8Array): readonly string[] {
  return decode(body)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
}

/** The JSON value of each line. */
export function parseLines(body: Uint8Array): readonly unknown[] {
  return linesOf(body).map((line, i) => parse(line, `line ${i + 1}`));
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch (cause) {
    throw new RequestError("body-malformed", 400, "the body is no UTF-8", MALFORMED, [], { cause });
  }
}

function parse(words: string, what: string): unknown {
  try {
    return JSON.parse(words);
  } catch (cause) {
    throw new RequestError("body-malformed", 400, `${what} is no JSON`, MALFORMED, [], { cause });
  }
}
