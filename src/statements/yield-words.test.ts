import { describe, expect, it } from "vitest";
import { type Parsed, parseSketch, tokenAt } from "../language/index.js";
import type { Candidate, Scene } from "./candidate.js";
import { findQuotations } from "./find-quotations.js";
import { yieldWords } from "./yield-words.js";

/** Words without a tree: nothing here looks at one. */
const parsedOf = (words: string): Parsed =>
  parseSketch(
    words
      .split(" ")
      .map((word, i) => `${word} ${word} X FW ${i === 0 ? "0 root" : "1 dep"}`)
      .join("\n"),
  );

function candidateOf(parsed: Parsed, words: { source: string; cue: string; content: readonly string[] }): Candidate {
  const spanOf = (quote: string) => {
    const start = parsed.text.indexOf(quote);
    return { start, end: start + quote.length };
  };
  const [source, cue] = [spanOf(words.source), spanOf(words.cue)];
  return {
    ...{ act: "says", frame: "that", addressees: [], source, cue, content: words.content.map(spanOf) },
    ...{ cueToken: tokenAt(parsed, cue.start), sourceToken: tokenAt(parsed, source.start) },
  };
}

describe("yieldWords", () => {
  it.each([
    {
      words: "Ivanova said it had no link , Belta reported .",
      own: { source: "Ivanova", cue: "said", content: ["it had no link, Belta reported"] },
      teller: { source: "Belta", cue: "reported", content: ["Ivanova said it had no link"] },
      kept: ["it had no link"],
    },
    {
      words: "Ivanova said talks , Belta reported , would end .",
      own: { source: "Ivanova", cue: "said", content: ["talks, Belta reported, would end"] },
      teller: { source: "Belta", cue: "reported", content: ["Ivanova said talks", "would end"] },
      kept: ["talks", "would end"],
    },
    {
      words: "Ivanova said five men were believed to hide .",
      own: { source: "Ivanova", cue: "said", content: ["five men were believed to hide"] },
      teller: { source: "five men", cue: "were believed", content: ["Ivanova said five men", "to hide"] },
      kept: ["five men were believed to hide"],
    },
    {
      words: "Ivanova said that Peru promised to pay .",
      own: { source: "Ivanova", cue: "said", content: ["that Peru promised to pay"] },
      teller: { source: "Peru", cue: "promised", content: ["to pay"] },
      kept: ["that Peru promised to pay"],
    },
  ])("keeps $kept of “$words”", ({ words, own, teller, kept }) => {
    const parsed = parsedOf(words);
    const scene = { parsed, quotations: findQuotations(parsed).quotations } as Scene;
    const told = yieldWords(scene, [candidateOf(parsed, own), candidateOf(parsed, teller)]);
    expect(told[0]!.content.map(({ start, end }) => parsed.text.slice(start, end))).toEqual(kept);
    expect(told[1]).toEqual(candidateOf(parsed, teller));
  });
});
