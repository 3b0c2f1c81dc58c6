/** For tests: a small archive, a server of it within this process, and requests with any header. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linesOfExplanation } from "../src/cli/explain-report.js";
import { loadApiSchemas, loadScores, loadTables } from "../src/cli/load-assets.js";
import { type Readers, type RunningServer, type ServeOptions, startServer } from "../src/serve/index.js";
import { engine } from "./engine.js";
import { runCli } from "./run-cli.js";

/** Six reports of the chronicle's opening and of our own: two countries that meet, a claim, a denial, a term. */
export const REPORTS = [
  {
    id: "a",
    title: "Norway criticizes Egypt",
    publisher: "Harbour Wire",
    published: "2031-05-06",
    text: "OSLO - Norway criticized Egypt on Monday over arrests. Egypt denied that it had arrested anybody.",
  },
  {
    id: "b",
    title: '=HYPERLINK("x")',
    publisher: "Dam Post",
    published: "2031-05-07",
    text: "Egypt's foreign minister visited Kenya on Tuesday and met Kenya's president in Nairobi.",
  },
  {
    id: "c",
    publisher: "Harbour Wire",
    published: "2031-06-01",
    text: "Kenya and Chad signed an agreement in Nairobi, Kenya's president said. Chad accused Egypt of “harbour piracy”.",
  },
  {
    id: "d",
    publisher: "Savanna Times",
    published: "2031-06-20",
    text: "Kenya imposed sanctions on Egypt on Thursday. <script>alert(1)</script> Egypt called the measures “an act of war”.",
  },
  { id: "e", published: "2031-09-01", text: "Quiet." },
  { id: "f", text: "Le ministre a rencontré son homologue à Paris pour des entretiens sur la frontière commune." },
];

export const folder = mkdtempSync(join(tmpdir(), "chancery-serve-"));
export const removeFolder = () => rmSync(folder, { recursive: true, force: true });

/** Makes an archive of these reports by the command line. */
export function makeArchive(name: string, reports: readonly object[] = REPORTS): string {
  const [path, lines] = [join(folder, name), join(folder, `${name}.jsonl`)];
  writeFileSync(lines, reports.map((report) => JSON.stringify(report)).join("\n"));
  const { status, stderr } = runCli(["ingest", lines, "--archive", path]);
  if (status !== 0 && reports.length > 0) throw new Error(stderr);
  return path;
}

/** Readers within this thread. */
export const readersHere: Readers = {
  read: async (input) => engine.read(input),
  explain: async (input, event) => linesOfExplanation(engine, input, event) ?? [],
  close: async () => {},
};

export async function serve(path: string, options: Partial<ServeOptions> = {}): Promise<RunningServer> {
  return startServer({
    path,
    host: "127.0.0.1",
    port: 0,
    token: null,
    webFolder: join(folder, "no-page"),
    engine: engine.name,
    tables: await loadTables(),
    scores: await loadScores(),
    schemas: await loadApiSchemas(),
    readers: readersHere,
    now: () => "2031-10-01T00:00:00.000Z",
    log: (message) => {
      throw new Error(message);
    },
    ...options,
  });
}

/** A server of those reports with a page of two files, and a secret beside the page's folder. */
export async function serveWithPage(): Promise<{ readonly path: string; readonly server: RunningServer }> {
  const path = makeArchive("news.duckdb");
  const web = join(folder, "web");
  mkdirSync(join(web, "assets"), { recursive: true });
  writeFileSync(join(web, "index.html"), "<!doctype html><title>Chancery</title>");
  writeFileSync(join(web, "assets", "main-Ab12_x9Z.js"), `export const page = ${JSON.stringify("x".repeat(3000))};`);
  writeFileSync(join(folder, "secret.txt"), "secret");
  return { path, server: await serve(path, { webFolder: web }) };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly json: any;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Asks with whatever headers, `Host` among them, which `fetch` does not let one set. */
export function ask(address: string, path: string, { method, headers = {}, body }: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method: method ?? (body === undefined ? "GET" : "POST"), headers });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString("utf8");
        const isJson = /json/.test(answer.headers["content-type"] ?? "") && !answer.headers["content-encoding"];
        const json = isJson && text !== "" ? JSON.parse(text) : null;
        const flat = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
        resolve({ status: answer.statusCode ?? 0, headers: flat, text, bytes, json });
      });
    });
    sent.end(body);
  });
}

export const JSON_BODY = { "Content-Type": "application/json" };

export const lockOf = (path: string) => JSON.parse(readFileSync(`${path}.lock`, "utf8")) as { token: string };
