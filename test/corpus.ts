/** For tests: as many texts as asked for, the same on every machine: reports, headlines, hostile ones and random ones. */
import { readFileSync } from "node:fs";
import { STORIES } from "./pages/stories.js";

const readExample = (name: string) => readFileSync(new URL(`../examples/${name}`, import.meta.url), "utf8");
const PARAGRAPHS = [readExample("first.txt"), ...STORIES.map((story) => story.body.join("\n\n"))].flatMap((text) =>
  text.split(/\n\n+/),
);
/** Reports on public events, each with its headline. */
const CHRONICLE = readExample("chronicle.jsonl")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as { readonly title?: string; readonly text: string });
const TITLES = [...STORIES, ...CHRONICLE].flatMap(({ title }) => title ?? []);

const HOSTILE = [
  "",
  " \t\r\n\u00a0\u2028\u2029\u0085\ufeff",
  "Peru \ud83d accused \ude00 Chile.",
  "\u202ePeru accused Chile\u202c of spy\u00ading in Li\u200bma.",
  `Pe${"\u0301".repeat(300)}ru met Chile.`,
  "The ﬁrst oﬃcial of İstanbul’s ﬂeet met Straße’s mayor.",
  `Peru ${"a".repeat(5000)} met Chile.`,
  `${"(".repeat(300)}Peru met Chile.`,
  "“Peru “accused “Chile “of “spying.",
  "Министры встретились в среду. 两国外长周三举行会谈。",
  "<p>Peru &amp; Chile</p> signed \u0000\u001b[31m it.",
];

/** Numbers of a multiplicative generator: chance that is the same everywhere. */
function makeChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** `count` texts, each kind in its turn. */
export function corpus(count: number): string[] {
  const chance = makeChance(7);
  const words = PARAGRAPHS.join(" ").split(/\s+/);
  const pick = <Value>(values: readonly Value[]) => values[chance(values.length)]!;
  const some = (least: number, more: number, make: () => string, glue: string) =>
    Array.from({ length: least + chance(more) }, make).join(glue);
  const kinds = [
    () => some(1, 4, () => pick(PARAGRAPHS), "\n\n"),
    () => pick(CHRONICLE).text,
    () => pick(TITLES),
    () => `${pick(HOSTILE)}${pick(["", "\n\n", " "])}${pick(PARAGRAPHS)}`,
    () => pick(HOSTILE),
    () => some(3, 40, () => pick(words), " "),
    () => some(0, 60, () => String.fromCharCode(chance(chance(4) === 0 ? 65536 : 256)), ""),
  ];
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]!());
}
