import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords } from "./split-words.js";
import type { SplittingRules } from "./splitting-rules.js";

const rules: SplittingRules = {
  abbreviations: new Map([
    ["Mr.", "capital"],
    ["Gen.", "capital"],
    ["Lt.", "capital"],
    ["No.", "digit"],
    ["Jan.", "any"],
    ["Inc.", "any"],
    ["etc.", "small"],
    ["Ph.D.", "any"],
  ]),
  fused: new Map([
    ["cannot", { at: 3, next: "" }],
    ["im", { at: 1, next: "small" }],
    ["its", { at: 2, next: "a not" }],
  ]),
  prefixes: new Set(["non", "pro", "ex"]),
  units: new Set(["bn", "pm", "km"]),
  starters: new Set(),
  breaks: { score: () => 0 },
};

const split = (text: string) => splitWords(text, 0, text.length, rules).map(({ start, end }) => text.slice(start, end));

describe("splitWords", () => {
  it.each(["a-", "/a", "7,", "https://example.org/a?b,", "(."])("keeps an endless run of %j whole", (piece) => {
    const run = piece.repeat(3000);
    expect(split(`Peru ${run} met. ${run}`)).toEqual(["Peru", run, "met", ".", run]);
    expect(split(`Peru ${piece.repeat(9)} met`).length).toBeGreaterThan(3);
  });

  it.each([
    ["We don't know", "We do n't know"],
    ["We don’t know", "We do n’t know"],
    ["China's plan", "China 's plan"],
    ["China’s plan", "China ’s plan"],
    ["the states' rights", "the states ' rights"],
    ["They cannot win", "They can not win"],
    ["I'm sure we've won", "I 'm sure we 've won"],
    ["O'Reilly and Shi'ite", "O'Reilly and Shi'ite"],
    ["(NATO)'s chief", "( NATO ) 's chief"],
  ])("splits clitics: %s", (text, expected) => expect(split(text).join(" ")).toBe(expected));

  it.each([
    ["im sure its not here", "i m sure it s not here"],
    ["Im Sang joined its crew.", "Im Sang joined its crew ."],
    ["its a-bomb, its", "its a - bomb , its"],
    ["its\na", "its a"],
  ])("parts two words written as one where what follows shows it: %s", (text, expected) =>
    expect(split(text).join(" ")).toBe(expected),
  );

  it.each([
    ["US-led talks", "US - led talks"],
    ["a non-aligned state", "a non-aligned state"],
    ["pro-Russia-led bloc", "pro-Russia - led bloc"],
    ["talks -- again", "talks -- again"],
    ["deal—ministry", "deal — ministry"],
  ])("splits hyphens as the treebanks do: %s", (text, expected) => expect(split(text).join(" ")).toBe(expected));

  it.each([
    ["Mr. Wang met Gen. Smith.", "Mr. Wang met Gen. Smith ."],
    ["GEN. SMITH", "GEN. SMITH"],
    ["Lt.-Gen. Smith", "Lt. - Gen. Smith"],
    ["U.S. and U.N.", "U.S. and U.N."],
    ["No. 5, he said. No.", "No. 5 , he said . No ."],
    ["J. K. Rowling", "J. K. Rowling"],
    ["on Jan. 5", "on Jan. 5"],
    ["at 5 p.m. on", "at 5 p.m. on"],
    ["Plan B.", "Plan B ."],
    ["ships, etc. in port, etc.", "ships , etc. in port , etc ."],
    ["a Ph.D. or Ph.X.", "a Ph.D. or Ph . X ."],
  ])("keeps the full stops of abbreviations: %s", (text, expected) => expect(split(text).join(" ")).toBe(expected));

  it.each([
    ["$5bn", "$ 5 bn"],
    ["€1.3 million", "€ 1.3 million"],
    ["US$20", "US$ 20"],
    ["5pm or 10:30", "5 pm or 10:30"],
    ["1,200,000 km", "1,200,000 km"],
    ["45%", "45 %"],
    ["the 1990s", "the 1990s"],
    ["19th 3D F-16", "19th 3D F - 16"],
    ["2011-12", "2011 - 12"],
    ["9/11", "9/11"],
    ["call 555-0142", "call 555-0142"],
    ["in 2014-2015", "in 2014 - 2015"],
    ["the 80's and 1970’s", "the 80's and 1970’s"],
    ["2016's vote", "2016 's vote"],
    ["and/or", "and / or"],
  ])("splits numbers from their units: %s", (text, expected) => expect(split(text).join(" ")).toBe(expected));

  it.each([
    ["see https://example.org/a?b=c.", "see https://example.org/a?b=c ."],
    ["www.example.org, too", "www.example.org , too"],
    ["mail a.b@example.org!", "mail a.b@example.org !"],
    ["TUNXI, March 30 (Xinhua) --", "TUNXI , March 30 ( Xinhua ) --"],
    ["“Yes,” he said…", "“ Yes , ” he said …"],
    ["What?! ...", "What ?! ..."],
    ["``Yes''", "`` Yes ''"],
    ["‘‘Yes’’", "‘‘ Yes ’’"],
    ["mailto:a.b@example.org", "mailto:a.b@example.org"],
    ["see PLAN.DOC and n-1#2.pdf", "see PLAN.DOC and n-1#2.pdf"],
    ["fine :-) ^_^ (:", "fine :-) ^_^ (:"],
    ["|---+--->", "|---+--->"],
    ["so…. w/o", "so …. w/o"],
  ])("keeps addresses and runs of signs: %s", (text, expected) => expect(split(text).join(" ")).toBe(expected));

  it("covers every sign of any text exactly once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        let at = 0;
        for (const { start, end } of splitWords(text, 0, text.length, rules)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe("");
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });

  it.each(["a.", "www.", "a@", "$", "-1", "'s", "((((", "^_", "Ph.", "http://", "é", "\ud800"])(
    "takes time in proportion to the length of %j over and over",
    (unit) => {
      const text = unit.repeat(100_000);
      const began = performance.now();
      splitWords(text, 0, text.length, rules);
      expect(performance.now() - began).toBeLessThan(5000);
    },
  );

  it.each([
    ["a letter with a mark", "e\u0301", 5_000_000],
    ["a letter with an accent", "\u00e9", 5_000_000],
    ["one sign", "=", 5_000_000],
  ])("reads five million of %s as one word", (_, unit, count) => {
    const text = unit.repeat(count);
    expect(splitWords(text, 0, text.length, rules)).toEqual([{ start: 0, end: text.length }]);
  });

  it.each(["1-", "1.", "1:", "1/", "1,000", "a.", " ", "\u{1f44d}", "…", ".", "!", "—", "'"])(
    "reads eight million signs of %j without overflow",
    (unit) => {
      const text = unit.repeat(Math.ceil(8_000_000 / unit.length));
      const words = splitWords(text, 0, text.length, rules);
      expect(words.at(-1)?.end ?? text.length).toBe(text.length);
    },
    30_000,
  );
});
