import { expect, test } from "vitest";
import { exitStatus } from "./exit-status.js";

test.each([
  ["all answered", { answered: 2, failed: 0, failedLines: 0 }, 0],
  ["nothing to do", { answered: 0, failed: 0, failedLines: 0 }, 0],
  ["the only file failed", { answered: 0, failed: 1, failedLines: 0 }, 2],
  ["one file among good ones failed", { answered: 2, failed: 1, failedLines: 0 }, 3],
  ["every line failed", { answered: 0, failed: 2, failedLines: 2 }, 3],
])("%s", (_, tally, status) => {
  expect(exitStatus(tally)).toBe(status);
});
