import { expect, test } from "vitest";
import { isKillNotice } from "./kill-notice.js";

test.each([
  "KILL: story withdrawn",
  "KILL – PERU-TALKS",
  "EDITORS: MANDATORY KILL - PERU-TALKS",
  "ATTENTION EDITORS – STORY WITHDRAWN: the report of 3 May",
  "ADVISORY KILL NOTICE: Peru talks",
])("%s", (text) => {
  expect(isKillNotice(null, text)).toBe(true);
  expect(isKillNotice(text, "")).toBe(true);
});

test.each([
  "KILLED: nine soldiers",
  "Kill: a short history",
  "REBELS KILL: 9 dead",
  "KILL 9 IN LIMA",
  "WITHDRAWN TROOPS: a list",
  "",
])("%s is none", (text) => {
  expect(isKillNotice(null, text)).toBe(false);
});
