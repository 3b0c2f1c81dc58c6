/** The server as a function from requests to answers, without a port: guards, then routes, then the page's files. */

import { type Context, Hono } from "hono";
import { findNearest } from "../archive/index.js";
import { RequestError } from "../errors.js";
import { Answerer, matches } from "./answer/answer-question.js";
import { asJson, JSON_TYPE } from "./answer/as-json.js";
import { chooseEncoding, compress } from "./answer/compress.js";
import { answerError } from "./errors-as-json.js";
import { SAFE_HEADERS } from "./guard/headers.js";
import { demandHost } from "./guard/hosts.js";
import { demandSameOrigin } from "./guard/origins.js";
import { COOKIE, demandToken, findToken, isToken } from "./guard/tokens.js";
import { describeApi, type Schemas } from "./openapi.js";
import { POSTS } from "./posts/all-posts.js";
import type { PostRoute } from "./posts/post-route.js";
import { readBody } from "./read-body.js";
import type { Readers, Route } from "./route.js";
import { ROUTES } from "./routes/all-routes.js";
import { LIMITS } from "./settings.js";
import type { SharedArchive } from "./shared-archive.js";
import type { StaticFiles } from "./static-files.js";
import { readValues } from "./values.js";
import type { World } from "./world.js";

export interface AppParts {
  readonly shared: SharedArchive;
  readonly world: World;
  readonly engine: string;
  readonly schemas: Schemas;
  readonly readers: Readers;
  readonly files: StaticFiles;
  /** The address that it listens on: "127.0.0.1". */
  readonly host: string;
  /** The token that every request needs; null where this machine alone can ask. */
  readonly token: string | null;
  /** The token of the lock file, which lets reports in. */
  readonly writeToken: string;
  readonly now: () => string;
  /** Whether to work out what the page asks first before anybody asks. */
  readonly isWarmed: boolean;
  /** Hears of failures that were not foreseen. */
  readonly log: (message: string) => void;
}

/** What the page asks before anything else. */
const FIRST_ASKED: readonly string[] = ["/api/status", "/api/countries", "/api/desk", "/api/network", "/api/map"];

export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SAFE_HEADERS)) c.res.headers.set(name, value);
  });
  app.use((c, next) => guard(c, next, parts));
  const answerer = new Answerer(parts.shared, parts.world, parts.engine);
  if (parts.isWarmed) void answerer.warm(ROUTES.filter(({ path }) => FIRST_ASKED.includes(path)));
  for (const route of ROUTES) app.get(pattern(route.path), (c) => answerQuestion(c, route, answerer, parts.world));
  for (const post of POSTS) app.post(pattern(post.path), (c) => answerPost(c, post, parts));
  const description = asJson(describeApi(ROUTES, POSTS, parts.schemas));
  app.get("/api/openapi.json", (c) => c.body(Buffer.from(description.bytes), 200, { "Content-Type": JSON_TYPE }));
  app.all("/api/*", (c) => refuseRoute(c));
  app.on(["GET", "HEAD"], "*", (c) => sendFile(c, parts.files));
  app.onError((error) => tellError(error, parts.log));
  app.notFound(() => tellError(unknownFile(), parts.log));
  return app;
}

/** "/api/reports/{key}" as Hono writes it. */
const pattern = (path: string) => path.replace(/\{(\w+)\}/g, ":$1");

async function guard(c: Context, next: () => Promise<void>, { host, token, writeToken }: AppParts) {
  if (c.req.url.length > LIMITS.address) {
    throw new RequestError("parameter-malformed", 400, "the address is too long", "Ask for less at once.");
  }
  demandHost(c.req.header("host"), host);
  const query = new URL(c.req.url).searchParams;
  if (token !== null && query.has("token")) return enter(c, token, query);
  if (token !== null) {
    demandToken(findToken(c.req.header("authorization"), c.req.header("cookie")), [token, writeToken]);
  }
  demandSameOrigin({
    method: c.req.method,
    host: c.req.header("host"),
    origin: c.req.header("origin"),
    site: c.req.header("sec-fetch-site"),
    mode: c.req.header("sec-fetch-mode"),
  });
  return next();
}

/** An address with the token gives the browser a cookie, and goes on without it in the address. */
function enter(c: Context, token: string, query: URLSearchParams): Response {
  if (!isToken(query.get("token"), token)) demandToken(null, []);
  query.delete("token");
  const rest = query.size > 0 ? `?${query}` : "";
  const path = new URL(c.req.url).pathname.replace(/^\/+/, "/");
  return c.body(null, 303, {
    Location: `${path}${rest}`,
    "Set-Cookie": `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    "Cache-Control": "no-store",
  });
}

async function answerQuestion(c: Context, route: Route, answerer: Answerer, world: World): Promise<Response> {
  const values = readValues(route.parameters, c.req.param(), new URL(c.req.url).searchParams, world);
  const ifNoneMatch = c.req.header("if-none-match");
  const [acceptEncoding, accept] = [c.req.header("accept-encoding"), c.req.header("accept")];
  return answerer.answer({ route, values, ifNoneMatch, acceptEncoding, accept });
}

async function answerPost(c: Context, post: PostRoute, parts: AppParts): Promise<Response> {
  const { token, writeToken, shared, readers, engine, now } = parts;
  if (post.needsToken) {
    const tokens = token === null ? [writeToken] : [writeToken, token];
    demandToken(findToken(c.req.header("authorization"), undefined), tokens);
  }
  const body = await readBody(c.req.raw, post.body.type, post.body.most);
  const answer = asJson(await post.handle({ body, path: c.req.param(), shared, readers, engine, now }));
  const encoding = chooseEncoding(c.req.header("accept-encoding"), answer.bytes.length);
  const headers = { "Content-Type": JSON_TYPE, "Cache-Control": "no-store", Vary: "Accept-Encoding" };
  const encoded = encoding === "identity" ? {} : { "Content-Encoding": encoding };
  return c.body(Buffer.from(await compress(answer.bytes, encoding)), 200, { ...headers, ...encoded });
}

function refuseRoute(c: Context): never {
  const path = new URL(c.req.url).pathname;
  const known = [...ROUTES, ...POSTS].filter((route) => isOf(path, route.path));
  if (known.length > 0) {
    const message = `${c.req.method} is not answered at ${path}`;
    throw new RequestError("method-unknown", 405, message, "/api/openapi.json tells what is.");
  }
  const nearest = findNearest(path, [...new Set([...ROUTES, ...POSTS].map((route) => route.path))]);
  throw new RequestError(
    "route-unknown",
    404,
    `there is no ${path}`,
    "/api/openapi.json lists what there is.",
    nearest,
  );
}

function isOf(path: string, route: string): boolean {
  return new RegExp(`^${route.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
}

async function sendFile(c: Context, files: StaticFiles): Promise<Response> {
  const path = new URL(c.req.url).pathname;
  const file = await files.find(path);
  if (file === null) {
    if (path === "/" && !files.isThere) return c.text(NO_PAGE);
    throw unknownFile();
  }
  const caching = file.isHashed ? "public, max-age=31536000, immutable" : "no-cache";
  const headers = { "Cache-Control": caching, ETag: file.etag, Vary: "Accept-Encoding" };
  if (matches(c.req.header("if-none-match"), file.etag)) return c.body(null, 304, headers);
  const isText = /^text\/|json|javascript|svg/.test(file.type);
  const encoding = isText ? chooseEncoding(c.req.header("accept-encoding"), file.bytes.length) : "identity";
  const encoded = encoding === "identity" ? {} : { "Content-Encoding": encoding };
  const bytes = Buffer.from(await compress(file.bytes, encoding));
  return c.body(bytes, 200, { ...headers, ...encoded, "Content-Type": file.type });
}

const NO_PAGE = "The page is not part of this build. The API is: see /api/openapi.json.\n";

function unknownFile(): RequestError {
  return new RequestError("route-unknown", 404, "there is no such file", "Begin at /.");
}

function tellError(error: unknown, log: (message: string) => void): Response {
  const { status, answer } = answerError(error);
  if (status === 500) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const retry = status === 503 ? { "Retry-After": "5" } : {};
  const challenge = status === 401 ? { "WWW-Authenticate": "Bearer" } : {};
  const headers = { ...SAFE_HEADERS, ...retry, ...challenge, "Content-Type": JSON_TYPE, "Cache-Control": "no-store" };
  return new Response(JSON.stringify(answer), { status, headers });
}
