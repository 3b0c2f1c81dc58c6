/** Hands reports to the server that has the archive open; it writes them. */
import { type Added, ArchiveError, type Entry, openArchive, type ServerAddress } from "../../archive/index.js";
import type { ReportWriter } from "./ingest.js";

export class RemoteWriter implements ReportWriter {
  readonly #server: ServerAddress;
  /** First 16 hex digits of the keys of the reports that were there at the start: what need not be read again. */
  readonly #known: ReadonlySet<string>;

  private constructor(server: ServerAddress, known: ReadonlySet<string>) {
    this.#server = server;
    this.#known = known;
  }

  /** Looks into the archive beside the server, and lets go of it at once: the server could not write else. */
  static async open(path: string, server: ServerAddress): Promise<RemoteWriter> {
    const archive = await openArchive(path);
    const known = new Set<string>();
    try {
      for await (const { key } of archive.stream<{ key: string }>("SELECT key FROM reports"))
        known.add(key.slice(0, 16));
    } finally {
      await archive.close();
    }
    return new RemoteWriter(server, known);
  }

  has(key: string): boolean {
    return this.#known.has(key.slice(0, 16));
  }

  async startRun(engine: string, options: object, started: string): Promise<number> {
    const { run } = await this.#send<{ run: number }>("", "application/json", { engine, options, started });
    return run;
  }

  async add(run: number, entries: readonly Entry[]): Promise<Added> {
    return this.#send<Added>(`/${run}/entries`, "application/x-ndjson", ...entries);
  }

  /** The server keeps its own index up to date when a run ends. */
  async index(): Promise<void> {}

  async finishRun(run: number, finished: string): Promise<void> {
    await this.#send(`/${run}/finish`, "application/json", { finished });
  }

  async #send<Answer>(path: string, type: string, ...lines: readonly object[]): Promise<Answer> {
    const { address, token } = this.#server;
    const headers = { "Content-Type": type, Authorization: `Bearer ${token}` };
    const body = lines.map((line) => JSON.stringify(line)).join("\n");
    const answer = await fetch(`${address}/api/ingest/runs${path}`, { method: "POST", headers, body }).catch(
      (cause) => {
        const message = `the server at ${address} does not answer`;
        throw new ArchiveError(
          "archive-locked",
          message,
          "Start it again, or remove the .lock file where it is gone.",
          { cause },
        );
      },
    );
    const told = (await answer.json()) as Answer & { error?: { message: string; remedy: string } };
    if (told.error === undefined) return told;
    throw new ArchiveError("archive-not-writable", `the server said: ${told.error.message}`, told.error.remedy);
  }
}
