import { expect, test } from "vitest";
import { engine } from "./engine.js";
import { runCli } from "./run-cli.js";

const TEXTS = [
  "The foreign ministers of Peru and Chile met in Lima on Monday and signed a fishing accord.",
  "Norway accused Iceland of spying, according to the ministry in Reykjavik. “We deny it,” a spokesman said on 3 May.",
  "About 2,000 people marched in İstanbul against the embargo that the United Nations imposed last year.",
  "",
];
const INPUT = Array.from({ length: 12 }, (_, i) => {
  return i === 5 ? "broken" : JSON.stringify({ id: `r${i}`, text: TEXTS[i % TEXTS.length], published: "2022-03-30" });
}).join("\n");

const read = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  runCli(["read", "--jsonl", ...args], { input: INPUT, env });

test("the same report twice gives the same reading", () => {
  for (const text of TEXTS) expect(JSON.stringify(engine.read({ text }))).toBe(JSON.stringify(engine.read({ text })));
});

test("time zone and locale have no say", () => {
  const plain = read().stdout;
  expect(read([], { TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" }).stdout).toBe(plain);
  expect(read([], { TZ: "America/Los_Angeles", LC_ALL: "C", LANG: "C" }).stdout).toBe(plain);
});

test("the number of threads has no say", () => {
  const one = read();
  const three = read(["--jobs", "3"]);
  expect(three).toEqual(one);
  expect(one.status).toBe(3);
});
