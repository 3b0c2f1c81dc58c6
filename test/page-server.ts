/** Who answers the page in its tests and pictures: a server at CHANCERY_PAGE, else one of some reports of the chronicle. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeArchive, removeFolder, serve } from "./serve-helpers.js";

const CHRONICLE = join(import.meta.dirname, "../examples/chronicle.jsonl");
const PAGE = join(import.meta.dirname, "../dist/assets/web");
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

export interface PageServer {
  readonly address: string;
  close(): Promise<void>;
}

/** `share`: one of how many reports is read, so that a test need not read all. */
export async function startPageServer(share: number): Promise<PageServer> {
  const address = process.env.CHANCERY_PAGE;
  if (address !== undefined) return { address, close: async () => undefined };
  const lines = readFileSync(CHRONICLE, "utf8").trimEnd().split("\n");
  const reports = lines.filter((_, i) => i % share === 0).map((line) => JSON.parse(line) as object);
  const server = await serve(makeArchive("chronicle.duckdb", reports), { webFolder: PAGE });
  const close = async () => {
    await server.close();
    removeFolder();
  };
  return { address: server.address, close };
}

interface Answers {
  readonly rows?: readonly { a: string; b: string; key: string; events: number; statements: number }[];
  readonly occurrences?: readonly { key: string }[];
  readonly labels?: readonly { label: string }[];
}

/** Every page with something on it, found by asking the server itself. */
export async function listPages(address: string): Promise<Readonly<Record<string, string>>> {
  const ask = async (path: string): Promise<Answers> =>
    (await fetch(`${address}/api/${path}`)).json() as Promise<Answers>;
  const { rows: pairs = [] } = await ask("relations");
  const { occurrences = [] } = await ask("desk");
  const { rows: reports = [] } = await ask("reports?limit=50");
  const [report] = [...reports].sort((x, y) => y.events + y.statements - x.events - x.statements);
  const { labels = [] } = await ask("words");
  const word = labels[0] ? `?label=${encodeURIComponent(labels[0].label)}` : "";
  return {
    desk: "/",
    relations: "/relations",
    relation: `/relation/${pairs[0]?.a}/${pairs[0]?.b}`,
    reports: "/reports",
    report: `/report/${report?.key}?event=v1`,
    read: "/read",
    occurrence: `/occurrence/${occurrences[0]?.key}`,
    map: "/map",
    network: "/network?min=1",
    words: `/words${word}`,
    search: "/search?q=talks",
    method: "/method",
    unknown: "/no-such-page",
  };
}
