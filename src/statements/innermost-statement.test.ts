import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span, Statement } from "../reading/index.js";
import { createStatementFinder, innermostStatement } from "./innermost-statement.js";

function statement(id: string, ...content: readonly [number, number][]): Statement {
  return {
    id,
    key: id,
    speakers: [],
    source: null,
    cue: null,
    content: content.map(([start, end]) => ({ start, end })),
    form: "indirect",
    act: "says",
    addressees: [],
    within: null,
    confidence: 1,
  };
}

describe("innermostStatement", () => {
  const statements = [statement("s1", [0, 50]), statement("s2", [5, 10], [20, 30]), statement("s3", [6, 9])];

  it.each([
    ["the shortest content that holds the span", { start: 7, end: 8 }, "s3"],
    ["a content broken in two, in its second part", { start: 21, end: 25 }, "s2"],
    ["the outer one between the parts of the inner", { start: 12, end: 15 }, "s1"],
    ["none that the span reaches out of", { start: 45, end: 55 }, undefined],
  ])("takes %s", (_, span, expected) => {
    expect(innermostStatement(statements, span)?.id).toBe(expected);
  });

  it("finds what looking at every statement finds", () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(20))
      .map(([start, length]): [number, number] => [start, start + length + 1]);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (contents, [start, end]) => {
        const all = contents.map((content, i) => statement(`s${i}`, content));
        const holds = ({ content }: Statement) => content.some((part) => part.start <= start && end <= part.end);
        const length = (one: Statement) =>
          one.content.reduce((sum: number, part: Span) => sum + part.end - part.start, 0);
        const shortest = Math.min(...all.filter(holds).map(length));
        const found = createStatementFinder(all)({ start, end });
        expect(found ? length(found) : Number.POSITIVE_INFINITY).toBe(shortest);
      }),
    );
  });
});
