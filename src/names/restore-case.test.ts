/** Restoring capitals never changes a text's length. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assets } from "../../test/engine.js";
import { createCaseKnowledge, restoreCase } from "./restore-case.js";

const knowledge = createCaseKnowledge(assets.tables);

test.each([
  ["russia accuses georgia of attack", "Russia accuses Georgia of attack"],
  ["RUSSIA ACCUSES GEORGIA OF ATTACK", "Russia Accuses Georgia of Attack"],
  ["Russia accuses georgia", "Russia accuses georgia"],
  ["ﬁ according to ﬁ", "ﬁ according to ﬁ"],
])("%s", (given, restored) => expect(restoreCase(given, knowledge)).toBe(restored));

test("keeps the length of any text", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "ﬁ", "ß", "İ", "ŉ", " ", ".", "iran", "\n", "😀", "A") });
  fc.assert(fc.property(letters, (text) => restoreCase(text, knowledge).length === text.length));
});
