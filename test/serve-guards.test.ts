import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../src/serve/index.js";
import { ask, JSON_BODY, makeArchive, REPORTS, removeFolder, serve, serveWithPage } from "./serve-helpers.js";

let path: string;
let server: RunningServer;
const get = (route: string, headers: Record<string, string> = {}) => ask(server.address, route, { headers });

beforeAll(async () => {
  ({ path, server } = await serveWithPage());
});
afterAll(async () => {
  await server.close();
  removeFolder();
});

describe("guards", () => {
  test("every answer says what a browser may do with it", async () => {
    for (const route of ["/", "/api/status", "/api/nothing", "/assets/main-Ab12_x9Z.js"]) {
      const { headers } = await get(route);
      const policy = headers["content-security-policy"];
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    }
  });

  test.each(["evil.example", "evil.example:8731", "127.0.0.1.evil.example"])(
    "a foreign name is refused: %s",
    async (host) => {
      expect(await get("/api/status", { Host: host })).toMatchObject({
        status: 403,
        json: { error: { code: "host-refused" } },
      });
    },
  );

  test.each([
    ["Origin", { Origin: "https://evil.example" }],
    ["a hidden origin", { Origin: "null" }],
    ["Sec-Fetch-Site", { "Sec-Fetch-Site": "cross-site" }],
    ["a sibling's", { "Sec-Fetch-Site": "same-site" }],
  ])("another site's page may not write: %s", async (_, headers) => {
    const answer = await ask(server.address, "/api/read", {
      headers: { ...JSON_BODY, ...headers } as Record<string, string>,
      body: '{"text":"x"}',
    });
    expect(answer).toMatchObject({ status: 403, json: { error: { code: "origin-refused" } } });
  });

  test("its own page may, and a link from elsewhere may be followed", async () => {
    const headers = { ...JSON_BODY, Origin: server.address, "Sec-Fetch-Site": "same-origin" };
    expect(await ask(server.address, "/api/read", { headers, body: '{"text":"x"}' })).toMatchObject({ status: 200 });
    const followed = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" };
    expect(await get("/relation/KEN/EGY", followed)).toMatchObject({ status: 200 });
    expect(await get("/api/status", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" })).toMatchObject({
      status: 403,
    });
  });

  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..\\..\\secret.txt",
  ])("no address reaches the disk: %s", async (route) => {
    const answer = await get(route);
    expect(answer.text).not.toContain("secret\n");
    expect(answer.text).not.toBe("secret");
  });

  test.each(["'; DROP TABLE store.reports; --", "x' OR '1'='1", "KEN') UNION SELECT 1 --"])(
    "no word reaches SQL: %s",
    async (word) => {
      const answer = await get(`/api/events?actor=${encodeURIComponent(word)}&place=${encodeURIComponent(word)}`);
      expect(answer).toMatchObject({ status: 400, json: { error: { code: "filter-unknown" } } });
    },
  );

  test("other machines need a token", async () => {
    await expect(serve(path, { host: "0.0.0.0" })).rejects.toMatchObject({ code: "token-missing" });
    const other = await serve(makeArchive("guarded.duckdb", [REPORTS[0]!]), { host: "0.0.0.0", token: "let-me-in" });
    const askOther = (route: string, headers: Record<string, string> = {}) => ask(other.address, route, { headers });
    expect(await askOther("/api/status")).toMatchObject({ status: 401, json: { error: { code: "token-missing" } } });
    expect(await askOther("/")).toMatchObject({ status: 401 });
    expect(await askOther("/api/status", { Authorization: "Bearer wrong" })).toMatchObject({ status: 401 });
    expect(await askOther("/api/status", { Authorization: "Bearer let-me-in" })).toMatchObject({ status: 200 });
    expect(await askOther("/?token=wrong")).toMatchObject({ status: 401 });
    const entered = await askOther("/map?token=let-me-in&until=2031");
    expect(entered).toMatchObject({ status: 303, headers: { location: "/map?until=2031" } });
    expect(entered.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Strict/);
    const cookie = entered.headers["set-cookie"]!.split(";")[0]!;
    expect(await askOther("/api/status", { Cookie: cookie })).toMatchObject({ status: 200 });
    expect(await askOther("/api/status", { Cookie: cookie, Host: "evil.example" })).toMatchObject({ status: 403 });
    await other.close();
  });
});

describe("the page's files", () => {
  test("are served with their types; names with a hash are kept for ever", async () => {
    const script = await get("/assets/main-Ab12_x9Z.js", { "Accept-Encoding": "gzip" });
    expect(script.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "gzip",
    });
    expect((await get("/")).headers["cache-control"]).toBe("no-cache");
  });

  test.each(["/", "/relation/KEN/EGY?from=2031", "/reports/abc"])(
    "the page answers for its own addresses: %s",
    async (route) => {
      expect(await get(route)).toMatchObject({ status: 200, text: expect.stringContaining("<title>Chancery") });
    },
  );

  test("a file that is none is none", async () => {
    expect(await get("/assets/gone.js")).toMatchObject({ status: 404, json: { error: { code: "route-unknown" } } });
  });
});
