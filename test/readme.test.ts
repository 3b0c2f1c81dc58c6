/** The README shows what the program prints. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { updateReadme } from "../scripts/readme-blocks.js";

test("README.md shows what the program prints; npx tsx scripts/update-readme.ts brings it up to date", async () => {
  const page = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");
  expect(page).toBe(await updateReadme(page));
});
