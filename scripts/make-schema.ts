/** Makes JSON Schemas from TypeScript types, so that there is one source: of a reading, and of the server's answers. */
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

/** Schemas of all that the server answers, by name. */
export function makeApiSchemas(): object {
  const root = new URL("..", import.meta.url).pathname;
  const generator = createGenerator({
    path: `${root}src/serve/answers.ts`,
    tsconfig: `${root}tsconfig.json`,
    type: "*",
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const { definitions = {} } = generator.createSchema("*");
  return Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
}
