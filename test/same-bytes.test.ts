import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { corpus } from "./corpus.js";
import { engine } from "./engine.js";
import { hashRuns } from "./hash-runs.js";
import { expectValid } from "./valid-reading.js";

/** `npm run same-bytes` takes two thousand. */
const COUNT = process.env.CI === "true" ? 600 : 120;

test("one hash over zones, languages, threads and pieces of the input", { timeout: 900_000 }, async () => {
  const texts = corpus(COUNT);
  const hash = createHash("sha256");
  for (const [i, text] of texts.entries()) {
    const reading = expectValid(engine.read({ id: `r${i}`, text, published: "2022-03-30" }));
    hash.update(`${JSON.stringify(reading)}\n`);
  }
  const expected = hash.digest("hex");
  expect((await hashRuns(texts)).filter(([, other]) => other !== expected)).toEqual([]);
});
