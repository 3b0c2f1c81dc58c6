import { describe, expect, test } from "vitest";
import { reportKnowledge } from "../../test/report-tables.js";
import { InputError } from "../errors.js";
import type { ReportInput } from "../reading/index.js";
import { prepareReport as prepare } from "./prepare-report.js";

const knowledge = reportKnowledge();
const prepareReport = (input: ReportInput) => prepare(input, knowledge);

describe("prepareReport", () => {
  test("names an unnamed report by the hash of its text", () => {
    expect(prepareReport({ text: "abc" }).id).toBe(
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  test("keeps text and given fields, null for the rest", () => {
    const report = prepareReport({ text: " \u0007the text\r\n", id: "a", published: "2022-03-30", title: null });
    expect(report).toEqual({
      id: "a",
      title: null,
      publisher: null,
      url: null,
      published: "2022-03-30",
      language: "en",
      text: " \u0007the text\r\n",
    });
  });

  test.each([
    ["not-an-object", null, []],
    ["text-missing", "text", {}],
    ["text-missing", "text", { text: null }],
    ["text-not-string", "text", { text: 7 }],
    ["text-not-string", "text", { text: ["a"] }],
    ["field-not-string", "title", { text: "a", title: 1 }],
    ["field-not-string", "id", { text: "a", id: {} }],
    ["published-impossible", "published", { text: "a", published: "2023-02-30" }],
    ["published-impossible", "published", { text: "a", published: "yesterday" }],
  ])("%s names the field %s", (code, field, input) => {
    const act = () => prepareReport(input as unknown as ReportInput);
    expect(act).toThrow(InputError);
    expect(act).toThrow(expect.objectContaining({ code, field }));
  });
});
