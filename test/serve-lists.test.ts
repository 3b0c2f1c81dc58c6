/** Lists over HTTP: as tables, in parts, and by the words of their reports. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../src/serve/index.js";
import { ask, REPORTS, removeFolder, serveWithPage } from "./serve-helpers.js";

let server: RunningServer;
const get = (route: string, headers: Record<string, string> = {}) => ask(server.address, route, { headers });

beforeAll(async () => {
  ({ server } = await serveWithPage());
});
afterAll(async () => {
  await server.close();
  removeFolder();
});

describe("lists", () => {
  test("are tables for who accepts them, without a formula for a spreadsheet", async () => {
    const csv = await get("/api/reports?order=arrival", { Accept: "text/csv" });
    expect(csv.headers["content-type"]).toMatch(/^text\/csv/);
    const lines = csv.text.trimEnd().split("\r\n");
    expect([lines.length, lines[0]!.split(",")[0]]).toEqual([7, "key"]);
    expect(csv.text).toContain(`"'=HYPERLINK(""x"")"`);
    const some = await get("/api/events?format=csv&type=accuse&limit=1000", { Accept: "application/json" });
    expect(some.text).toContain("ACCUSE");
    const parquet = await get("/api/events", { Accept: "application/vnd.apache.parquet" });
    expect([parquet.bytes.subarray(0, 4).toString(), parquet.headers.vary]).toEqual([
      "PAR1",
      "Accept, Accept-Encoding",
    ]);
    expect(parquet.headers.etag).not.toBe((await get("/api/events")).headers.etag);
    expect(await get("/api/events", { Accept: "image/png" })).toMatchObject({
      status: 406,
      json: { error: { code: "format-unknown", remedy: expect.stringContaining("text/csv") } },
    });
    expect(await get("/api/events?format=xls")).toMatchObject({ status: 400 });
  });

  test.each([
    ["/api/events?text=harbour", 2],
    ['/api/events?text="harbour%20piracy"', 2],
    ["/api/reports?text=kenya%20-nairobi", 1],
    ["/api/statements?text=nothing", 0],
    ["/api/events?publisher=dam%20post", 2],
  ])("are found by the words of their report: %s", async (question, total) => {
    expect((await get(question)).json.total).toBe(total);
  });

  test("say as tables how much there is, and where they go on", async () => {
    const all = await get("/api/reports?format=csv&order=arrival");
    expect(all.headers).toMatchObject({ "x-total-count": String(REPORTS.length) });
    expect(all.headers["x-next-cursor"]).toBeUndefined();
    const first = await get("/api/reports?format=csv&order=arrival&limit=4");
    expect(first.headers["x-total-count"]).toBe(String(REPORTS.length));
    const cursor = encodeURIComponent(first.headers["x-next-cursor"]!);
    const rest = await get(`/api/reports?format=csv&order=arrival&limit=4&cursor=${cursor}`);
    expect(rest.headers["x-next-cursor"]).toBeUndefined();
    const [head, ...lines] = rest.text.split("\r\n");
    expect(first.text + lines.join("\r\n")).toBe(all.text);
    expect(first.text.startsWith(head!)).toBe(true);
  });
});
