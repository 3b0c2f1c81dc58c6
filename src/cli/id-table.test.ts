import { expect, test } from "vitest";
import { IdTable } from "./id-table.js";

test("every id is new once, however many there are", () => {
  const table = new IdTable();
  const ids = Array.from({ length: 50_000 }, (_, i) => `https://example.org/${i}`);
  expect(ids.every((id) => table.add(id))).toBe(true);
  expect(ids.some((id) => table.add(id))).toBe(false);
  expect([table.add(""), table.add("")]).toEqual([true, false]);
});
