import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { killOften } from "./kill-often.js";

const folder = mkdtempSync(join(tmpdir(), "chancery-crash-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a writer that is killed", () => {
  // "npm run crash" kills many more.
  test.each(["ingest", "recode", "migrate"] as const)(
    "%s loses nothing, halves nothing, doubles nothing",
    async (mode) => {
      const { faults, kills } = await killOften(join(folder, `${mode}.duckdb`), 3, mode, Math.random);
      expect(faults).toEqual([]);
      expect(kills).toBe(3);
    },
    240_000,
  );
});
