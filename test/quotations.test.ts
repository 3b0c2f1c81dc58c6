/** Quotation marks as they come: unbalanced, nested, foreign, doubled, by the thousand; and texts that are all speech. */
import { describe, expect, test } from "vitest";
import { findFaults } from "./check-reading.js";
import { engine } from "./engine.js";

const read = (text: string) => engine.read({ text, published: "2024-05-02" });

/** Contents of the statements of a text, in words. */
function contents(text: string): string[][] {
  return read(text).statements.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)));
}

describe("marks of every kind", () => {
  test.each([
    ["straight", 'The minister, Ana Petrova, told reporters: "We will not leave the talks." She then left.'],
    ["curly", "The minister, Ana Petrova, told reporters: “We will not leave the talks.” She then left."],
    ["German", "The minister, Ana Petrova, told reporters: „We will not leave the talks.“ She then left."],
    ["French", "The minister, Ana Petrova, told reporters: «We will not leave the talks.» She then left."],
    ["inward", "The minister, Ana Petrova, told reporters: »We will not leave the talks.« She then left."],
    ["doubled as in CSV", 'The minister, Ana Petrova, told reporters: ""We will not leave the talks."" She then left.'],
    [
      "of two apostrophes",
      "The minister, Ana Petrova, told reporters: ''We will not leave the talks.'' She then left.",
    ],
    ["single", "The minister, Ana Petrova, told reporters: ‘We will not leave the talks.’ She then left."],
    ["straight single", "The minister, Ana Petrova, told reporters: 'We will not leave the talks.' She then left."],
    ["unbalanced", 'The minister, Ana Petrova, told reporters: ""We will not leave the talks." She then left.'],
    ["mixed", 'The minister, Ana Petrova, told reporters: “We will not leave the talks." She then left.'],
  ])("%s marks", (_, text) => {
    expect(contents(text).flat().join(" ")).toContain("We will not leave the talks");
  });

  test("a quotation within a quotation is the inner speaker's", () => {
    const reading = read("“He told me, ‘The port is closed,’ ” Ana Petrova said on Monday.");
    expect(reading.statements.map(({ within }) => within)).toEqual([null, "s1"]);
  });

  test("a quotation goes on in each paragraph that opens with a mark of its own", () => {
    const text =
      "“We are ready,” Ana Petrova said. “But we keep our port.\n\n“Kenya knows it.\n\n“Nobody will move us.”";
    expect(contents(text)[0]).toEqual([
      "We are ready,",
      "But we keep our port.",
      "Kenya knows it.",
      "Nobody will move us.",
    ]);
  });

  test("a quotation is whose who signs it behind a dash, and what is told in it is within", () => {
    const { statements } = read(
      "“I think that the port is lost.”\n― Ana Petrova, 23, teacher\n\nThe poll was held in May.",
    );
    expect(statements).toMatchObject([
      { cue: null, form: "direct", source: { start: 35, end: 46 }, within: null },
      { act: "thinks", within: "s1" },
    ]);
  });

  test("what is told in a quotation that no verb ascribes is within it", () => {
    const { statements } = read(
      "Ana Petrova spoke to reporters. “I think that the port is lost. He said so every day.”",
    );
    expect(statements.map(({ cue, within }) => [cue !== null, within])).toContainEqual([true, "s1"]);
    expect(statements.filter(({ within }) => within === null).map(({ cue }) => cue)).toEqual([null]);
  });

  test("an apostrophe is no quotation mark", () => {
    const reading = read("Kenya's envoy didn't attend Uganda's talks, and the ministers' aides weren't told.");
    expect(reading.statements.filter(({ form }) => form !== "indirect")).toEqual([]);
  });

  test("a quotation that nobody closes is noted, and ends with its paragraph", () => {
    const text = "“We will not leave, the minister said.\n\nThe talks went on in Nairobi.";
    const reading = read(text);
    expect(reading.notes.map(({ code }) => code)).toContain("quote-unclosed");
    for (const { content } of reading.statements) {
      for (const { end } of content) expect(end).toBeLessThanOrEqual(text.indexOf("\n"));
    }
  });

  test("scare quotes alone are no statement", () => {
    expect(read("The “reform” of the port took two years.").statements).toEqual([]);
  });
});

describe("texts that are all speech", () => {
  test.each([
    ["an article that is one quotation", `“${"We will go on with the talks, whatever it takes. ".repeat(20)}”`],
    ["a transcript", "Q: Will Kenya join the talks?\n\nA: We have said that we will.\n\nQ: When?\n\nA: In May.\n"],
    ["marks alone", "“”\"\"''„“«»‘’".repeat(50)],
    ["a quotation in a quotation in a quotation", "“He said, ‘She told me, “They lied,” and left,’ ” the envoy said."],
  ])("%s gives a reading that holds", (_, text) => {
    expect(findFaults(read(text))).toEqual([]);
  });
});

describe("by the thousand", () => {
  test.each([
    ["quotations", '"We go," he said. '.repeat(10_000)],
    ["opening marks", "“".repeat(10_000)],
    ["opening marks before words", "“We ".repeat(10_000)],
    ["quotations without a cue", "“We go.” ".repeat(10_000)],
  ])("10,000 %s are read in time that grows with the text", { timeout: 600_000 }, (_, text) => {
    timeOf(text.slice(0, text.length / 8));
    const eighth = Math.max(50, timeOf(text.slice(0, text.length / 8)));
    expect(timeOf(text)).toBeLessThan(eighth * 24);
  });
});

/** Processor time that a reading takes, in milliseconds: a busy machine does not matter. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
