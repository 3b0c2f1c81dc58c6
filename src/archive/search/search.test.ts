import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchPhrase } from "./find-hits.js";
import { parseQuery } from "./parse-query.js";
import { PostingWriter, readPostings } from "./posting-list.js";
import { findSentence } from "./show-sentence.js";
import { splitSearchWords } from "./split-search-words.js";

const wordsOf = (text: string) => splitSearchWords(text).map(({ word }) => word);

describe("words", () => {
  test.each([
    ["Russia's gas-pipeline deal", ["russia", "gas", "pipeline", "deal"]],
    ["Erdoğan’s İstanbul, Łódź, Đà Nẵng", ["erdogan", "istanbul", "łodz", "đa", "nang"]],
    ["U.S. $3.5bn", ["u", "s", "3", "5bn"]],
    ["… — 😀", []],
  ])("%s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("a phrase does not run over the end of a sentence", () => {
    const positions = splitSearchWords("They met. Talks failed.\n\nNobody spoke").map(({ position }) => position);
    expect(positions).toEqual([0, 1, 3, 4, 6, 7]);
  });

  test("any text: offsets are in order and within it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let end = 0;
        for (const word of splitSearchWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeLessThanOrEqual(text.length);
          end = word.end;
        }
      }),
    );
  });
});

describe("queries", () => {
  test.each<[string, [string, boolean, boolean][]]>([
    [
      "gas pipeline",
      [
        ["gas", false, false],
        ["pipeline", false, false],
      ],
    ],
    [
      '"gas pipeline" pipe* -oil',
      [
        ["gas pipeline", false, false],
        ["pipe", true, false],
        ["oil", false, true],
      ],
    ],
    ["“joint exercise”", [["joint exercise", false, false]]],
    ['"foreign minis"*', [["foreign minis", true, false]]],
    ["gas-pipeline", [["gas pipeline", false, false]]],
    [
      "'; DROP TABLE store.events; --",
      [
        ["drop", false, false],
        ["table", false, false],
        ["store events", false, false],
      ],
    ],
    ["… *", []],
  ])("%s", (query, phrases) => {
    const found = parseQuery(query).map(({ words, isPrefix, isExcluded }) => [words.join(" "), isPrefix, isExcluded]);
    expect(found).toEqual(phrases);
  });
});

const pack = (lists: readonly (readonly [number, readonly number[]])[]) => {
  const writer = new PostingWriter();
  for (const [report, positions] of lists) writer.add(report, positions);
  return { bytes: writer.bytes, count: writer.reports };
};

describe("postings", () => {
  const lists = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 0xffffffff }), fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 5 })),
    { selector: ([report]) => report, maxLength: 20 },
  );

  test("come out as they were put in, also where lists were joined", () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const sorted = [a, b].map((list) =>
          list.map(([n, at]) => [n, at.sort((x, y) => x - y)] as const).sort(([x], [y]) => x - y),
        );
        const packed = sorted.map(pack);
        const read = readPostings([Buffer.concat(packed.map(({ bytes }) => bytes))], a.length + b.length);
        const back = [...read.reports].map((n, i) => [
          n,
          [...read.positions.subarray(read.offsets[i], read.offsets[i + 1])],
        ]);
        expect(back).toEqual(sorted.flat().map(([n, at]) => [n, [...at]]));
      }),
    );
  });

  test("phrases are words one behind the other, as often as they stand so", () => {
    const read = (list: readonly (readonly [number, readonly number[]])[]) => {
      const { bytes, count } = pack(list);
      return readPostings([bytes], count);
    };
    const joint = read([
      [1, [0, 7]],
      [3, [5]],
      [900, [1]],
      [901, [4]],
    ]);
    const exercise = read([
      [1, [1, 8]],
      [2, [1]],
      [3, [7]],
      [901, [5]],
    ]);
    expect([...matchPhrase([joint, exercise])]).toEqual([
      [1, 2],
      [901, 1],
    ]);
    expect([...matchPhrase([joint])]).toEqual([
      [1, 2],
      [3, 1],
      [900, 1],
      [901, 1],
    ]);
  });
});

test("the sentence that shows most of what was searched for", () => {
  const text = "Peru held talks. “Peru and Chile signed a naval accord,” he said. Chile left.";
  const span = findSentence(text, parseQuery("chile accord"))!;
  expect(text.slice(span.start, span.end)).toBe("“Peru and Chile signed a naval accord,” he said.");
  expect(findSentence(text, parseQuery("bolivia"))).toBeNull();
});
