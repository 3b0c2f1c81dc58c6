import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FetchOptions, fetchInput } from "./fetch-input.js";
import { collectBytes } from "./input-file.js";
import { isPrivate } from "./private-addresses.js";

const PAGES: Readonly<Record<string, RequestListener>> = {
  "/page": (_, answer) => answer.setHeader("content-type", "text/html; charset=latin1").end("<p>Perú", "latin1"),
  "/feed": (_, answer) => answer.setHeader("content-type", "application/rss+xml").end("<rss/>"),
  "/a.warc.gz": (_, answer) => answer.end("x"),
  "/bare": (_, answer) => answer.end("<!doctype html><p>Peru"),
  "/packed": (_, answer) =>
    answer.setHeader("content-encoding", "gzip").setHeader("content-type", "text/html").end(gzipSync("<p>Peru")),
  "/bomb": (_, answer) => answer.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(30_000_000))),
  "/odd": (_, answer) => answer.setHeader("content-encoding", "x-odd").end("a"),
  "/here": (_, answer) => answer.writeHead(302, { location: "/page" }).end(),
  "/round": (_, answer) => answer.writeHead(302, { location: "/round" }).end(),
  "/out": (_, answer) => answer.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/none": (_, answer) => answer.writeHead(503).end(),
  "/slow": () => undefined,
  "/endless": (_, answer) => {
    const timer = setInterval(() => answer.write("a".repeat(65_536)), 1);
    answer.on("close", () => clearInterval(timer));
  },
  "/torn": (_, answer) => {
    answer.writeHead(200, { "content-length": "100" }).write("a");
    setTimeout(() => answer.destroy(), 20);
  },
};

let server: Server;
let base = "";
beforeAll(async () => {
  server = createServer((request, answer) => PAGES[request.url ?? ""]?.(request, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here: FetchOptions = { allowPrivate: true, mostTime: 20_000, mostBytes: 1_000_000 };
const get = (path: string, options = here) => fetchInput(path.startsWith("/") ? base + path : path, options);

describe("fetchInput", () => {
  test.each([
    ["/page", "answer.html", "latin1"],
    ["/feed", "answer.xml", null],
    ["/a.warc.gz", "a.warc.gz", null],
    ["/bare", "answer.html", null],
    ["/packed", "answer.html", null],
    ["/here", "answer.html", "latin1"],
  ])("%s is read as %s", async (path, name, charset) => {
    expect(await get(path)).toMatchObject({ path: base + path, name, charset });
  });

  test("gives the bytes unpacked, and the address that they came from in the end", async () => {
    expect(Buffer.from(await collectBytes((await get("/packed")).chunks)).toString()).toBe("<p>Peru");
    expect((await get("/here")).url).toBe(`${base}/page`);
  });

  test.each([
    ["fetch-failed", "/none", "503"],
    ["fetch-failed", "/round", "redirects"],
    ["fetch-failed", "/odd", "x-odd"],
    ["fetch-failed", "/torn", "cannot be fetched"],
    ["fetch-failed", "http://127.0.0.1:1/", "cannot be fetched"],
    ["url-refused", "/out", "file:"],
    ["url-refused", "file:///etc/passwd", "file:"],
    ["url-refused", "http://a:b@example.org/", "password"],
    ["url-refused", "http://", "no address"],
    ["input-too-large", "/endless", "larger"],
    ["input-too-large", "/bomb", "larger"],
  ])("%s: %s", async (code, path, words) => {
    await expect(get(path)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  test("an answer that does not come is given up", async () => {
    await expect(get("/slow", { ...here, mostTime: 200 })).rejects.toMatchObject({
      code: "fetch-failed",
      message: expect.stringContaining("too long"),
    });
  });

  test.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://localhost/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://169.254.169.254/latest",
    "http://[::ffff:10.0.0.1]/",
  ])("%s is refused where private networks are not allowed", async (url) => {
    await expect(fetchInput(url, { allowPrivate: false, mostTime: 5000 })).rejects.toMatchObject({
      code: "url-refused",
    });
  });
});

test.each([
  ["10.1.2.3", true],
  ["172.31.0.1", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["100.64.0.1", true],
  ["8.8.8.8", false],
  ["fe80::1%eth0", true],
  ["fd00::1", true],
  ["::ffff:127.0.0.1", true],
  ["64:ff9b::7f00:1", true],
  ["2a00:1450:4001::1", false],
  ["not an address", true],
])("%s is private: %s", (address, isOne) => {
  expect(isPrivate(address)).toBe(isOne);
});
