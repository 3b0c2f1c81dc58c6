import { describe, expect, test } from "vitest";
import { InputError } from "../errors.js";
import { answerJob, type Job, type Task } from "./answer-job.js";
import type { Reader } from "./load-reader.js";

const task: Task = { question: "read", format: "line", width: 80, colour: false, actors: null };
const line = (text: string): Job => ({ kind: "line", text, file: null, line: 4, listed: true });

/** A reader whose engine gives back its input, or fails as told. */
function makeReader(error?: Error): Reader {
  const read = (input: unknown) => {
    if (error) throw error;
    return { input };
  };
  return { engine: { read }, words: {} } as unknown as Reader;
}

describe("answerJob", () => {
  test("a reading on one line, or on many", () => {
    expect(answerJob(makeReader(), task, line('{"text":"a"}')).output).toBe('{"input":{"text":"a"}}');
    expect(answerJob(makeReader(), { ...task, format: "pretty" }, line("1")).output).toBe('{\n  "input": 1\n}');
  });

  test("a line that is no JSON has its error in its place", () => {
    const { output, fault } = answerJob(makeReader(), task, line('{"text":'));
    expect(JSON.parse(output!)).toMatchObject({ error: { line: 4, id: null, code: "not-json" } });
    expect(fault?.code).toBe("not-json");
  });

  test("an error keeps the id of its line", () => {
    const reader = makeReader(new InputError("text-missing", "no text", "Give one.", "text"));
    expect(answerJob(reader, task, line('{"id":"a"}')).fault?.id).toBe("a");
    expect(answerJob(reader, task, line('{"id":7}')).fault?.id).toBe(null);
    expect(answerJob(reader, task, line("null")).fault?.id).toBe(null);
  });

  test("a bug costs its own input alone", () => {
    expect(answerJob(makeReader(new TypeError("x")), task, line("{}")).fault?.code).toBe("reading-failed");
  });

  test("a briefing has no error records", () => {
    expect(answerJob(makeReader(), { ...task, format: "briefing" }, line("{")).output).toBe(null);
  });
});
