import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fetchInput } from "./fetch-input.js";

// The server that redirects can only be this machine: 127.0.0.1 counts as an address of the web here, no other does.
vi.mock("./private-addresses.js", () => ({ isPrivate: (address: string) => address !== "127.0.0.1" }));

let server: Server;
let base = "";
beforeAll(async () => {
  server = createServer((request, answer) => {
    const location = decodeURIComponent(request.url?.slice(1) ?? "");
    if (location === "page") answer.setHeader("content-type", "text/html").end("<p>Peru");
    else answer.writeHead(302, { location }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const redirect = (location: string, allowPrivate = false) =>
  fetchInput(`${base}/${encodeURIComponent(location)}`, { allowPrivate, mostTime: 5000 });

test.each([
  "http://10.0.0.1/",
  "http://[::1]/",
  "http://169.254.169.254/latest/meta-data",
  "//192.168.1.1/router",
  "file:///etc/passwd",
])("a redirect to %s is refused", async (location) => {
  await expect(redirect(location)).rejects.toMatchObject({ code: "url-refused" });
});

test("so is one behind a redirect that is none", async () => {
  await expect(redirect(`${base}/${encodeURIComponent("http://10.0.0.1/")}`)).rejects.toMatchObject({
    code: "url-refused",
    message: expect.stringContaining("10.0.0.1"),
  });
});

test("one within the web is followed", async () => {
  expect(await redirect("/page")).toMatchObject({ url: `${base}/page` });
});
