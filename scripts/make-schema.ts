/** Makes the JSON Schema of a reading from the contract's TypeScript types, so that there is one source. */
import { createGenerator } from "ts-json-schema-generator";

export function makeReadingSchema(): object {
  const root = new URL("..", import.meta.url).pathname;
  const generator = createGenerator({
    path: `${root}src/reading/contract.ts`,
    tsconfig: `${root}tsconfig.json`,
    type: "Reading",
    skipTypeCheck: true,
    additionalProperties: false,
  });
  return { $id: "chancery/reading@1", ...generator.createSchema("Reading") };
}
