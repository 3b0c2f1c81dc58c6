import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type Parsed, parseSketch } from "../language/index.js";
import { findTimes } from "./find-times.js";

const VERBS: Readonly<Record<string, string>> = { met: "VBD", meet: "VB", meets: "VBZ", expected: "VBN", fell: "VBD" };

/** A flat tree: the verb is the root, all else hangs on it; capitals are proper nouns. */
function parse(text: string): Parsed {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const verb = Math.max(
    0,
    words.findIndex((word) => word in VERBS),
  );
  return parseSketch(words.map((word, i) => `${word} ${tagsOf(word, i === verb ? 0 : verb + 1)}`).join("\n"));
}

function tagsOf(word: string, head: number): string {
  if (word in VERBS) return `${word === "expected" ? "expect" : "meet"} VERB ${VERBS[word]} ${head} root`;
  if (word === "is") return `be AUX VBZ ${head} aux:pass`;
  if (/^(?:will|would|may)$/.test(word)) return `${word} AUX MD ${head} aux`;
  if (/^\d/.test(word)) return `${word} NUM CD ${head} obl`;
  return `${word} ${/^[A-Z]/.test(word) ? "PROPN NNP" : "NOUN NN"} ${head} obl`;
}

function values(text: string, published: string | null = "2022-03-30") {
  const parsed = parse(text);
  return findTimes(parsed, published).times.map((time) => [parsed.text.slice(time.start, time.end), time.value]);
}

describe("findTimes", () => {
  it.each([
    ["They met on Wednesday", "Wednesday", "2022-03-30"],
    ["They met on Thursday", "Thursday", "2022-03-24"],
    ["They will meet on Thursday", "Thursday", "2022-03-31"],
    ["He is expected on Thursday", "Thursday", "2022-03-31"],
    ["They met last Friday", "last Friday", "2022-03-25"],
    ["They will meet next Friday", "next Friday", "2022-04-01"],
    ["They met early Tuesday morning", "early Tuesday morning", "2022-03-29"],
    ["They met on Tuesday ( March 29 )", "Tuesday (March 29)", "2022-03-29"],
    ["They met on March 30 , 2021", "March 30, 2021", "2021-03-30"],
    ["They met on 11 September 2001", "11 September 2001", "2001-09-11"],
    ["They met on Sept. 21", "Sept. 21", "2021-09-21"],
    ["They will meet on May 3-5", "May 3-5", "2022-05-03/2022-05-05"],
    ["They met in August", "August", "2021-08"],
    ["They will meet in August", "August", "2022-08"],
    ["They met in mid-June 2020", "mid-June 2020", "2020-06"],
    ["They met yesterday", "yesterday", "2022-03-29"],
    ["They will meet tomorrow", "tomorrow", "2022-03-31"],
    ["They met last week", "last week", "2022-W12"],
    ["They will meet next month", "next month", "2022-04"],
    ["They met last year", "last year", "2021"],
    ["They met two days ago", "two days ago", "2022-03-28"],
    ["They met three years ago", "three years ago", "2019"],
    ["They met for two-day talks", "two-day", "P2D"],
    ["They met for three weeks", "three weeks", "P3W"],
    ["They met over the past two decades", "the past two decades", "P20Y"],
    ["They met in the 1990s", "the 1990s", "199X"],
    ["They met in 2008", "2008", "2008"],
    ["They met in 2010-15", "2010-15", "2010/2015"],
    ["They met in the first quarter", "the first quarter", "2022-33"],
    ["They met in the summer of 2015", "the summer of 2015", "2015-22"],
    ["They met at 11:30 p.m.", "11:30 p.m.", "2022-03-30T23:30"],
    ["They met on 2016-09-21", "2016-09-21", "2016-09-21"],
    ["They met a few months ago", "a few months ago", null],
    ["They met in recent weeks", "recent weeks", null],
    ["They met in August.", "August", "2021-08"],
    ["They met in Aug.", "Aug.", "2021-08"],
    ["They met at 9 pm.", "9 pm", "2022-03-30T21:00"],
    ["They met on Tuesday afternoon , March 29", "Tuesday afternoon, March 29", "2022-03-29"],
    ["They met on Christmas Day", "Christmas Day", "2021-12-25"],
    ["They will meet on New Year’s Eve", "New Year’s Eve", "2022-12-31"],
    ["They met on 13/04/2021", "13/04/2021", "2021-04-13"],
    ["They met on 04.13.2021", "04.13.2021", "2021-04-13"],
    ["They met on 4/1/2021", "4/1/2021", null],
    ["They met on 40/40/2021", undefined, undefined],
    ["They met on 10.0.2000", undefined, undefined],
  ])("reads %s", (text, words, value) => {
    expect(values(text)).toEqual(words === undefined ? [] : [[words, value]]);
  });

  it("takes the verb right before for a day's own", () => {
    expect(values("They met Tuesday and will meet Thursday")).toEqual([
      ["Tuesday", "2022-03-29"],
      ["Thursday", "2022-03-31"],
    ]);
    const parsed = parseSketch(
      "She she PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nTuesday Tuesday PROPN NNP 6 obl:tmod\nthey they PRON PRP 6 nsubj\nwould would AUX MD 6 aux\nmeet meet VERB VB 2 ccomp",
    );
    expect(findTimes(parsed, "2022-03-30").times[0]?.value).toBe("2022-03-29");
  });

  it("takes what was over by a day for past, and a deadline for what is to come", () => {
    const found = (aux: string) =>
      parseSketch(
        `By by ADP IN 2 case\nFriday Friday PROPN NNP 6 obl\nall all DET DT 6 nsubj:pass\n${aux}\nbeen be AUX VBN 6 aux:pass\nfound find VERB VBN 0 root`,
      );
    const value = (aux: string) => findTimes(found(aux), "2022-03-30").times[0]?.value;
    expect(value("had have AUX VBD 6 aux")).toBe("2022-03-25");
    expect(value("will will AUX MD 6 aux")).toBe("2022-04-01");
  });

  it.each([
    ["They met on Monday and the next day they fell", ["2022-03-28", "2022-03-29"]],
    ["They met on Monday and the same day they fell", ["2022-03-28", "2022-03-28"]],
    ["They met in March and two weeks later they fell", ["2022-03", null]],
    ["They met in 2019 and a month later they fell", ["2019", null]],
    ["They met in 2019 and a year later they fell", ["2019", "2020"]],
  ])("counts on no more finely than the time before is told: %s", (text, expected) => {
    expect(values(text).map(([, value]) => value)).toEqual(expected);
  });

  it.each([
    ["They met at 8:30 a.m. on Thursday", ["2022-03-24T08:30", "2022-03-24"]],
    ["They met at 6 p.m. ( 1500 GMT ) on Friday", ["2022-03-25T18:00", "2022-03-25T15:00", "2022-03-25"]],
    ["They met at 6 p.m. and on Friday nobody fell", ["2022-03-30T18:00", "2022-03-25"]],
  ])("gives a clock time the day right behind it: %s", (text, expected) => {
    expect(values(text).map(([, value]) => value)).toEqual(expected);
  });

  it("counts on from the time before", () => {
    expect(values("They met in September and a month later they fell")).toEqual([
      ["September", "2021-09"],
      ["a month later", "2021-10"],
    ]);
  });

  it.each([
    "The rebels may have met",
    "They march on and met nobody",
    "They met twice a year",
    "The 22-year-old met them",
  ])("finds no time in %s", (text) => {
    expect(values(text)).toEqual([]);
  });

  it("takes a year behind a name for a part of it", () => {
    const sketch =
      "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nat at ADP IN 4 case\nExpo Expo PROPN NNP 2 obl";
    expect(findTimes(parseSketch(`${sketch}\n2016 2016 NUM CD 4 nummod`), "2022-03-30").times).toEqual([]);
  });

  it("takes a person called May for no month", () => {
    const sketch = "Theresa Theresa PROPN NNP 3 nsubj\nMay May PROPN NNP 1 flat\nfell fall VERB VBD 0 root";
    expect(findTimes(parseSketch(sketch), "2022-03-30").times).toEqual([]);
  });

  it("leaves relative times unresolved without a day of publication, and says so once", () => {
    const layer = findTimes(parse("They met on Friday and on Friday and on 3 May 2020"), null);
    expect(layer.times.map((time) => time.value)).toEqual([null, null, "2020-05-03"]);
    expect(layer.notes.map((note) => note.code)).toEqual(["time-unresolved"]);
  });

  it("takes the calendar day of publication as written", () => {
    expect(values("They met today", "2022-03-30T23:59:00-08:00")).toEqual([["today", "2022-03-30"]]);
  });
});

describe("findTimes on any text", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });
  const word = fc.oneof(
    fc.constantFrom(
      "last",
      "March",
      "2016",
      "the",
      "Friday",
      "1990s",
      "two",
      "days",
      "ago",
      "31",
      "Feb.",
      "-",
      "week",
      "00:61",
    ),
    fc.string({ unit: "binary", maxLength: 8 }).map((text) => text.replace(/\s/g, "") || "x"),
  );
  const texts = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(" "));
  const days = fc.oneof(fc.constantFrom(null, "0000-01-01", "9999-12-31", "2016-02-29T01:00:00Z", "x"), fc.string());

  it("never fails, and its spans are words of the text in order", () => {
    fc.assert(
      fc.property(texts, days, (text, published) => {
        const parsed = parse(text);
        const { times, mentions } = findTimes(parsed, published);
        let end = 0;
        for (const [i, time] of times.entries()) {
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          expect(mentions[i]!.head).toBeLessThan(parsed.length);
          end = time.end;
        }
        expect(end).toBeLessThanOrEqual(parsed.text.length);
      }),
    );
  });

  it("does not depend on the machine's time zone", () => {
    fc.assert(
      fc.property(texts, (text) => {
        process.env.TZ = "Pacific/Kiritimati";
        const there = findTimes(parse(text), "2022-03-30");
        process.env.TZ = "Pacific/Niue";
        expect(findTimes(parse(text), "2022-03-30")).toEqual(there);
      }),
    );
  });
});
