/** A text is read or explained, and nothing of it kept. */
import { RequestError } from "../../errors.js";
import type { ReportInput } from "../../reading/index.js";
import { checkInput } from "../../report/index.js";
import { LIMITS } from "../settings.js";
import { parseObject } from "./parse-body.js";
import type { Brought, PostRoute } from "./post-route.js";

const WORDS = { type: "string" } as const;
const TEXT_FIELDS = { text: WORDS, title: WORDS, publisher: WORDS, url: WORDS, published: WORDS, language: WORDS };

export const READ_POSTS: readonly PostRoute[] = [
  {
    path: "/api/read",
    about: "the reading of a text; nothing is kept",
    body: {
      type: "application/json",
      schema: { type: "object", required: ["text"], properties: TEXT_FIELDS },
      most: LIMITS.text,
    },
    answer: "ReadingAnswer",
    needsToken: false,
    handle: ({ body, readers }) => readers.read(inputOf(parseObject(body))),
  },
  {
    path: "/api/explain",
    about: 'why an event of a text was coded, or a statement found: what "chancery explain" prints',
    body: {
      type: "application/json",
      schema: { type: "object", required: ["text", "event"], properties: { ...TEXT_FIELDS, event: WORDS } },
      most: LIMITS.text,
    },
    answer: "Explanation",
    needsToken: false,
    handle: explain,
  },
];

async function explain({ body, readers }: Brought) {
  const { event, ...input } = parseObject(body);
  if (typeof event !== "string" || !/^(?:[vs]\d{1,6}|[0-9a-f]{16})$/.test(event)) {
    throw new RequestError("body-malformed", 400, "event is no id or key", "Give an id such as v1 or s2, or a key.");
  }
  return { lines: await readers.explain(inputOf(input), event) };
}

/** The fields of a report, the others left out; throws InputError where they are no report. */
function inputOf({ text, title, publisher, url, published, language }: Readonly<Record<string, unknown>>): ReportInput {
  const given = { text, title, publisher, url, published, language };
  const fields = Object.entries(given).filter(([, value]) => value !== undefined);
  const input = Object.fromEntries(fields) as unknown as ReportInput;
  checkInput(input);
  return input;
}
