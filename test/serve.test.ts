/** The server over HTTP: answers that fit their description, errors that help, bad input, and every guard. */
import { existsSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashText } from "../src/reading/index.js";
import type { RunningServer } from "../src/serve/index.js";
import { runCli, startCli } from "./run-cli.js";
import {
  type Answered,
  ask,
  folder,
  JSON_BODY,
  lockOf,
  makeArchive,
  REPORTS,
  removeFolder,
  serve,
  serveWithPage,
} from "./serve-helpers.js";

let path: string;
let server: RunningServer;
const get = (route: string, headers: Record<string, string> = {}) => ask(server.address, route, { headers });
const keyOf = (i: number) => hashText(REPORTS[i]!.text);

beforeAll(async () => {
  ({ path, server } = await serveWithPage());
});
afterAll(async () => {
  await server.close();
  removeFolder();
});

describe("the description", () => {
  const ROUTES: readonly [string, string][] = [
    ["/api/status", "/api/status"],
    ["/api/countries", "/api/countries"],
    ["/api/reports", "/api/reports?limit=2"],
    ["/api/reports/{key}", `/api/reports/${hashText(REPORTS[2]!.text)}`],
    ["/api/events", "/api/events?pair=KEN,Egypt"],
    ["/api/statements", "/api/statements"],
    ["/api/terms", "/api/terms"],
    ["/api/entities", "/api/entities?limit=3"],
    ["/api/places", "/api/places?place=KEN"],
    ["/api/desk", "/api/desk"],
    ["/api/relations", "/api/relations"],
    ["/api/relations/{a}/{b}", "/api/relations/Kenya/EGY?without=Harbour%20Wire&by=quarter"],
    ["/api/relations/{a}/{b}/why", "/api/relations/KEN/EGY/why?from=2031-05&until=2031-07"],
    ["/api/map", "/api/map?from=2031"],
    ["/api/network", "/api/network"],
    ["/api/words", "/api/words?label=harbour%20piracy"],
    ["/api/search", "/api/search?q=kenya"],
    ["/api/method", "/api/method"],
  ];

  test.each(ROUTES)("is true of what %s answers", async (route, question) => {
    const description = (await get("/api/openapi.json")).json;
    const { status, json } = await get(question);
    expect(status).toBe(200);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    ajv.addSchema({ $id: "api", components: description.components });
    const { $ref } = description.paths[route].get.responses["200"].content["application/json"].schema;
    const validate = ajv.compile({ $ref: `api${$ref}` });
    if (route === "/api/method") expect(json.scores.length).toBeGreaterThan(0);
    expect(validate(json), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  test("names every route once, each with its parameters and its errors", async () => {
    const { paths, openapi } = (await get("/api/openapi.json")).json;
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths).sort()).toEqual(expect.arrayContaining(ROUTES.map(([route]) => route)));
    for (const [name, methods] of Object.entries<Record<string, { responses: object; parameters: { name: string }[] }>>(
      paths,
    )) {
      for (const { responses, parameters } of Object.values(methods)) {
        expect(responses).toHaveProperty("default");
        const inPath = [...name.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
        expect(parameters.map((parameter) => parameter.name)).toEqual(expect.arrayContaining(inPath));
      }
    }
  });
});

describe("answers", () => {
  test("tell what there is", async () => {
    expect((await get("/api/status")).json).toMatchObject({
      reports: 6,
      first: "2031-05-06",
      last: "2031-09-01",
      sources: 3,
      hint: null,
    });
  });

  test("filter as the command line does", async () => {
    const { json } = await get("/api/events?type=accuse&recipient=EGY");
    const types = new Set(json.rows.map((row: { type: string }) => row.type));
    expect([...types]).toEqual(["ACCUSE"]);
    expect(json.total).toBe(json.rows.length);
  });

  test("go on where the page before ended", async () => {
    const first = (await get("/api/reports?limit=4")).json;
    const second = (await get(`/api/reports?limit=4&cursor=${first.next}`)).json;
    expect([first.rows.length, second.rows.length, second.next]).toEqual([4, 2, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.key)).size).toBe(6);
  });

  test("have a report with what it was made of", async () => {
    const { json } = await get(`/api/reports/${keyOf(2)}`);
    expect(json.reading.report.text).toBe(REPORTS[2]!.text);
    expect(json.sources).toMatchObject([{ publisher: "Harbour Wire" }]);
  });

  test("have a tag, and none is sent again to whoever has it", async () => {
    const { headers } = await get("/api/status");
    const again = await get("/api/status", { "If-None-Match": headers.etag! });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  test.each([
    ["br, gzip", brotliDecompressSync],
    ["gzip", gunzipSync],
    ["gzip, br;q=0", gunzipSync],
  ])("are compressed for who accepts %s", async (accepted, unpack) => {
    const plain = await get("/api/countries");
    const packed = await get("/api/countries", { "Accept-Encoding": accepted });
    expect(packed.headers.vary).toContain("Accept-Encoding");
    expect(unpack(packed.bytes)).toEqual(plain.bytes);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
  });

  test("tell nothing read from nothing happened", async () => {
    expect((await get("/api/events?since=2030&until=2030")).json).toMatchObject({
      rows: [],
      total: 0,
      empty: "nothing-read",
    });
    expect((await get("/api/events?since=2031-09")).json).toMatchObject({ rows: [], empty: "nothing-happened" });
    expect((await get("/api/events?type=ASSAULT")).json).toMatchObject({ rows: [], empty: "nothing-happened" });
  });
});

describe("relations", () => {
  test("have their acts, and the sentences that moved the line", async () => {
    const { json } = await get("/api/relations/EGY/KEN");
    expect([json.a, json.b]).toEqual(["EGY", "KEN"]);
    expect(json.acts.map((act: { type: string }) => act.type)).toEqual(["CONSULT", "SANCTION"]);
    const why = (await get("/api/relations/EGY/KEN/why?from=2031-06-10&until=2031-06-30")).json;
    expect(why.shares).toHaveLength(1);
    const { text, trigger } = why.shares[0].sentence;
    expect(text.slice(trigger.start, trigger.end)).toMatch(/imposed|sanctions/);
    expect(why.before + why.fading + why.shares[0].move).toBeCloseTo(why.after, 2);
  });

  test("switches leave out what they name", async () => {
    const { json } = await get("/api/relations/EGY/KEN?without=Savanna%20Times");
    expect(json.acts.map((act: { type: string }) => act.type)).toEqual(["CONSULT"]);
    expect(json.outlets.map((outlet: { publisher: string }) => outlet.publisher)).toEqual(["Dam Post"]);
  });

  test("an occurrence has all its tellings", async () => {
    const { json } = await get("/api/relations/EGY/KEN");
    const { occurrence, tellings } = (await get(`/api/occurrences/${json.acts[0].key}`)).json;
    expect(occurrence).toMatchObject({ type: "CONSULT", tellings: tellings.length });
    expect(tellings[0]).toMatchObject({ publisher: "Dam Post", claim: "report" });
  });

  test("reports are found by their words and publisher", async () => {
    expect((await get("/api/reports?q=kenya%20nairobi")).json.total).toBe(2);
    expect((await get("/api/reports?q=kenya&publisher=dam%20post")).json.total).toBe(1);
    expect((await get("/api/search?q=harbour%20piracy")).json.reports).toHaveLength(1);
  });
});

describe("faults are told with what to do", () => {
  test.each<[string, string, number, string, string?]>([
    ["a country that is none", "/api/events?pair=KEN,EGP", 404, "country-unknown", "EGY (Egypt)"],
    ["a country misspelt", "/api/events?pair=KEN,Egipt", 404, "country-unknown", "EGY (Egypt)"],
    ["a pair with itself", "/api/relations/KEN/Kenya", 400, "parameter-malformed"],
    ["a pair with one that is none", "/api/relations/KEN/Egipt", 404, "country-unknown", "EGY (Egypt)"],
    ["days in the wrong order", "/api/relations/KEN/EGY?from=2032&until=2031", 400, "parameter-malformed"],
    ["an occurrence that is none", `/api/occurrences/${"0".repeat(16)}`, 404, "record-unknown"],
    ["a parameter that is none", "/api/events?typ=ACCUSE", 400, "parameter-unknown", "type"],
    ["a parameter given twice", "/api/events?pair=KEN,EGY&pair=KEN,TCD", 400, "parameter-malformed"],
    ["a status that is none", "/api/events?status=actul", 400, "parameter-malformed", "actual"],
    ["no day", "/api/events?since=2031-02-30", 400, "parameter-malformed"],
    ["no month", "/api/events?since=2031-13", 400, "parameter-malformed"],
    ["no number", "/api/events?limit=many", 400, "parameter-malformed"],
    ["too many rows", "/api/events?limit=100000", 400, "parameter-malformed"],
    ["no cursor", "/api/events?cursor=xyz", 400, "cursor-malformed"],
    ["a route that is none", "/api/event", 404, "route-unknown", "/api/events"],
    ["a report that is none", `/api/reports/${"0".repeat(64)}`, 404, "record-unknown"],
    ["no key", "/api/reports/..%2F..%2Fsecret", 404, "parameter-malformed"],
    ["far too long a word", `/api/events?actor=${"x".repeat(600)}`, 400, "parameter-malformed"],
    ["far too long an address", `/api/events?actor=${"x".repeat(9000)}`, 400, "parameter-malformed"],
  ])("%s", async (_, question, status, code, offered) => {
    const answer = await get(question);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
    expect(answer.json.error.remedy).not.toBe("");
    if (offered !== undefined) expect(answer.json.error.nearest).toContain(offered);
  });

  test("a report's key cut short offers those that begin so", async () => {
    const { json } = await get(`/api/reports/${keyOf(0).slice(0, 60)}0000`);
    expect(json.error.nearest).toEqual([keyOf(0)]);
  });

  test("another method", async () => {
    expect(await ask(server.address, "/api/events", { method: "DELETE" })).toMatchObject({ status: 405 });
  });
});

describe("texts", () => {
  const post = (route: string, body: unknown, headers: Record<string, string> = JSON_BODY): Promise<Answered> =>
    ask(server.address, route, { headers, body: typeof body === "string" ? body : JSON.stringify(body) });

  test("are read and forgotten", async () => {
    const { json } = await post("/api/read", { text: "Norway praised Chad.", published: "2031-07-01" });
    expect(json.events).toMatchObject([{ type: "SUPPORT" }]);
    expect((await get("/api/status")).json.reports).toBe(6);
  });

  test("are explained", async () => {
    const { json } = await post("/api/explain", { text: "Norway praised Chad.", event: "v1" });
    expect(json.lines.join("\n")).toMatch(/SUPPORT[\s\S]*rule/);
  });

  test.each([["Quiet."], [""], ["مرحبا بالعالم"], [`${"Kenya met Chad in Nairobi. ".repeat(400)}`]])(
    "of any kind: %.20s",
    async (text) => {
      const { status, json } = await post("/api/read", { text });
      expect(status).toBe(200);
      expect(json.report.text).toBe(text);
    },
  );

  test.each<[string, unknown, number, string]>([
    ["no JSON", "{", 400, "body-malformed"],
    ["a list", "[]", 400, "body-malformed"],
    ["no text", {}, 400, "text-missing"],
    ["a number for a text", { text: 5 }, 400, "text-not-string"],
    ["a day that is none", { text: "x", published: "2031-02-30" }, 400, "published-impossible"],
    ["too much", { text: "x".repeat(4 * 2 ** 20) }, 413, "body-too-large"],
  ])("that are none: %s", async (_, body, status, code) => {
    const answer = await post("/api/read", body);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
  });

  test("of another type, as a form of another site could send them", async () => {
    const answer = await post("/api/read", { text: "x" }, { "Content-Type": "text/plain" });
    expect(answer).toMatchObject({ status: 415, json: { error: { code: "body-type" } } });
  });
});

describe("the archive", () => {
  test("stays open to other programs", () => {
    expect(runCli(["reports", "--archive", path, "--count"]).stdout).toBe("6\n");
  });

  test("takes reports from whoever knows the token, and tells them at once", async () => {
    const served = makeArchive("growing.duckdb", REPORTS.slice(0, 2));
    const growing = await serve(served);
    const before = await ask(growing.address, "/api/status");
    const lines = [...REPORTS.slice(1, 4), { text: 7 }].map((report) => JSON.stringify(report)).join("\n");
    const send = (headers: Record<string, string>) =>
      ask(growing.address, "/api/ingest", {
        headers: { "Content-Type": "application/x-ndjson", ...headers },
        body: lines,
      });
    expect(await send({})).toMatchObject({ status: 401 });
    const { json } = await send({ Authorization: `Bearer ${lockOf(served).token}` });
    expect(json).toMatchObject({ read: 4, new: 2, known: 1, sources: 0, failed: 1 });
    expect(json.failures).toMatchObject([{ where: "line 4", code: "text-not-string" }]);
    const after = await ask(growing.address, "/api/status", { headers: { "If-None-Match": before.headers.etag! } });
    expect([before.json.reports, after.status, after.json.reports]).toEqual([2, 200, 4]);
    await growing.close();
  });

  test("takes what chancery ingest reads, and writes it for it", async () => {
    const served = makeArchive("handed.duckdb", REPORTS.slice(0, 2));
    const handed = await serve(served);
    const lines = join(folder, "more.jsonl");
    writeFileSync(
      lines,
      REPORTS.slice(1, 4)
        .map((report) => JSON.stringify(report))
        .join("\n"),
    );
    const child = startCli(["ingest", lines, "--archive", served]);
    let said = "";
    for await (const chunk of child.stderr) said += String(chunk);
    expect(said).toMatch(/is being served[\s\S]*2 new, 1 there already, 0 failed/);
    const { json, text } = await ask(handed.address, "/api/status");
    expect(json, text).toMatchObject({ reports: 4 });
    await handed.close();
    expect(runCli(["sql", "--archive", served, "--jsonl", 'SELECT "read", "new" FROM runs ORDER BY run']).stdout).toBe(
      '{"read":2,"new":2}\n{"read":3,"new":2}\n',
    );
  });

  test("has a lock that only its owner can read, and loses it at the end", async () => {
    const served = makeArchive("locked.duckdb", [REPORTS[0]!]);
    const first = await serve(served);
    expect(statSync(`${served}.lock`).mode & 0o777).toBe(0o600);
    await first.close();
    expect(existsSync(`${served}.lock`)).toBe(false);
  });

  test("that is empty says how to fill it", async () => {
    const empty = await serve(makeArchive("empty.duckdb", []));
    expect((await ask(empty.address, "/api/status")).json).toMatchObject({
      reports: 0,
      hint: expect.stringContaining("chancery ingest"),
    });
    expect((await ask(empty.address, "/api/events")).json).toMatchObject({ rows: [], empty: "nothing-read" });
    await empty.close();
  });

  test("that is gone is told, and found again", async () => {
    const served = makeArchive("moving.duckdb", [REPORTS[0]!]);
    const moving = await serve(served);
    renameSync(served, `${served}.away`);
    const gone = await ask(moving.address, "/api/status");
    expect(gone).toMatchObject({ status: 503, json: { error: { code: "archive-missing" } } });
    expect(gone.headers["retry-after"]).toBe("5");
    renameSync(`${served}.away`, served);
    expect(await ask(moving.address, "/api/status")).toMatchObject({ status: 200 });
    await moving.close();
  });
});

describe("the command", () => {
  test("says where it serves, and ends when told to", async () => {
    const child = startCli(["serve", "--archive", path, "--port", "0"]);
    let said = "";
    for await (const chunk of child.stderr) said += String(chunk);
    expect(said).toContain("is being served already, at http://127.0.0.1:");
    const served = makeArchive("command.duckdb", [REPORTS[0]!]);
    const running = startCli(["serve", "--archive", served, "--port", "0"]);
    let address = "";
    for await (const chunk of running.stdout) {
      address = /http:\/\/\S+/.exec(String(chunk))?.[0] ?? address;
      if (address !== "") break;
    }
    const body = JSON.stringify({ text: "Norway praised Chad." });
    const { json } = await ask(address, "/api/read", { headers: JSON_BODY, body });
    expect(json.events).toMatchObject([{ type: "SUPPORT" }]);
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(existsSync(`${served}.lock`)).toBe(false);
  });

  test.each<[string, (port: string) => string[], RegExp]>([
    [
      "a port in use",
      (port) => ["--archive", path, "--port", port],
      /port \d+ of 127\.0\.0\.1 is in use\. Give another with --port/,
    ],
    [
      "an archive that is none",
      () => ["--archive", join(folder, "none.duckdb"), "--port", "0"],
      /no such archive\. .*chancery ingest/,
    ],
    ["no port", () => ["--archive", path, "--port", "70000"], /from 0 to 65535/],
    [
      "other machines without a token",
      () => ["--archive", path, "--host", "0.0.0.0", "--port", "0"],
      /Give a token with --token/,
    ],
  ])("%s is told with status 2", (_, args, words) => {
    const port = server.address.split(":").at(-1)!;
    const { status, stderr } = runCli(["serve", ...args(port)]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(words)]);
  });
});
