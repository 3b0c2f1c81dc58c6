/** The API's description as OpenAPI 3.1: from the routes that are served and the types that they answer. */
import { VERSION } from "../version.js";
import { TABLE_HEADERS, TYPES } from "./answer/formats.js";
import type { Parameter, Schema } from "./parameters.js";
import type { PostRoute } from "./posts/post-route.js";
import type { Route } from "./route.js";

/** Schemas of the answers by name, as the build makes them from `answers.ts`. */
export type Schemas = Readonly<Record<string, Schema>>;

/** Forms of a list beside JSON. */
const TABLES = {
  [TYPES.csv.split(";")[0]!]: { schema: { type: "string" } },
  [TYPES.parquet]: { schema: { type: "string", format: "binary" } },
};

/** What a table says of itself beside its rows. */
const HEADERS = {
  [TABLE_HEADERS.total]: { description: "rows in all, where the answer is a table", schema: { type: "integer" } },
  [TABLE_HEADERS.next]: { description: "cursor of the next part of a table", schema: { type: "string" } },
};

/** The document at /api/openapi.json. */
export function describeApi(routes: readonly Route[], posts: readonly PostRoute[], schemas: Schemas): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], get: describeRoute(route) };
  for (const post of posts) paths[post.path] = { ...paths[post.path], post: describePost(post) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Chancery",
      version: VERSION,
      description: "Who did what to whom, and who says so: the record of a news archive.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: {
      schemas: relocate(schemas),
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}

function describeRoute({ path, about, parameters, answer, tabulate }: Route): Schema {
  return {
    summary: about,
    operationId: nameOf("get", path),
    parameters: parameters.map(describeParameter),
    responses: {
      "200": {
        description: about,
        content: { ...contentOf(answer), ...(tabulate ? TABLES : {}) },
        ...(tabulate ? { headers: HEADERS } : {}),
      },
      "304": { description: "nothing has changed since the answer of that ETag" },
      ...(tabulate ? { "406": errorOf("no such format") } : {}),
      default: errorOf("what is wrong, and what to do about it"),
    },
  };
}

function describePost({ path, about, answer, body, needsToken }: PostRoute): Schema {
  return {
    summary: about,
    operationId: nameOf("post", path),
    parameters: pathParameters(path),
    requestBody: { required: true, content: { [body.type]: { schema: body.schema } } },
    responses: {
      "200": { description: about, content: contentOf(answer) },
      default: errorOf("what is wrong, and what to do about it"),
    },
    ...(needsToken ? { security: [{ token: [] }] } : {}),
  };
}

function pathParameters(path: string): Schema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function describeParameter({ name, place, about, schema, many }: Parameter): Schema {
  const whole = many ? { type: "array", items: schema } : schema;
  const isRequired = place === "path" ? { required: true } : {};
  return { name, in: place, description: about, ...isRequired, schema: whole, ...(many ? { explode: true } : {}) };
}

const contentOf = (answer: string) => ({ "application/json": { schema: refTo(answer) } });
const errorOf = (description: string) => ({ description, content: contentOf("ErrorAnswer") });
const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

function nameOf(method: string, path: string): string {
  const words = path
    .replace("/api/", "")
    .split(/\W+/)
    .filter((word) => word !== "");
  return method + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}

/** References of a JSON Schema stand elsewhere than those of OpenAPI. */
function relocate(schemas: Schemas): Schema {
  return JSON.parse(JSON.stringify(schemas).replaceAll('"#/definitions/', '"#/components/schemas/')) as Schema;
}
