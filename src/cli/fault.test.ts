import { describe, expect, test } from "vitest";
import { InputError } from "../errors.js";
import { faultRecord, formatFault, makeFault } from "./fault.js";

const fault = new InputError("text-missing", "the report has no text", "Give it one.", "text");

describe("makeFault", () => {
  test("its record has the contract's fields, and the file where there is one", () => {
    expect(faultRecord(makeFault(fault, { file: null, line: 3 }, "a"))).toEqual({
      error: {
        line: 3,
        id: "a",
        code: "text-missing",
        field: "text",
        message: "the report has no text",
        remedy: "Give it one.",
      },
    });
    expect(faultRecord(makeFault(fault, { file: "a.jsonl", line: 3 }))).toHaveProperty("error.file", "a.jsonl");
  });

  test("a bug is said to be one", () => {
    const bug = makeFault(new RangeError("Invalid array length"), { file: null, line: 1 });
    expect(bug.code).toBe("reading-failed");
    expect(bug.message).toContain("RangeError: Invalid array length");
    expect(formatFault(bug)).toMatch(/\n {4}at /);
  });
});

test("formatFault names file and line on one safe line", () => {
  expect(formatFault(makeFault(fault, { file: "a\u001b[2J.jsonl", line: 3 }))).toBe(
    "chancery: a\\u001b[2J.jsonl:3: the report has no text. Give it one.\n",
  );
  expect(formatFault(makeFault(fault, { file: null, line: null }))).toMatch(/^chancery: standard input: /);
});
