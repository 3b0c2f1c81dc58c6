/** For tests: readings that are checked against the JSON Schema and against themselves before anyone looks at them. */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { Ajv } from "ajv";
import { expect } from "vitest";
import type { Engine } from "../src/engine.js";
import type { Reading, ReportInput } from "../src/reading/index.js";
import { findFaults } from "./check-reading.js";

const schema = JSON.parse(readFileSync(new URL("../dist/assets/reading.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true }).compile(schema);

/** The same reading; fails the test where it is not what the contract says. */
export function expectValid(reading: Reading): Reading {
  const written = JSON.parse(JSON.stringify(reading)) as Reading;
  expect(validate(written) ? [] : validate.errors).toEqual([]);
  // Vitest's own comparison takes minutes over the reading of megabytes: it is asked only to show the difference.
  if (!isDeepStrictEqual(written, reading)) expect(written).toStrictEqual(reading);
  expect(findFaults(reading)).toEqual([]);
  return reading;
}

/** The reading of an input, valid, of the very text that went in. */
export function readValid(engine: Engine, input: ReportInput): Reading {
  const reading = expectValid(engine.read(input));
  expect(reading.report.text).toBe(input.text);
  return reading;
}
