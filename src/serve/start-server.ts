/** Starts the server: opens the archive, listens, and leaves its address and token beside the file. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { leaveServerNote, removeNote } from "../archive/index.js";
import type { Assets } from "../assets/index.js";
import { ServeError } from "../errors.js";
import type { ScoreRow } from "./answers.js";
import { createApp } from "./app.js";
import { isLoopback } from "./guard/hosts.js";
import { makeToken } from "./guard/tokens.js";
import type { Schemas } from "./openapi.js";
import type { Readers } from "./route.js";
import { SharedArchive } from "./shared-archive.js";
import { StaticFiles } from "./static-files.js";
import { createWorld } from "./world.js";

export interface ServeOptions {
  /** The archive's file. */
  readonly path: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** What every request must bring; null only where this machine alone can ask. */
  readonly token: string | null;
  /** Folder of the page's built files. */
  readonly webFolder: string;
  readonly engine: string;
  readonly tables: Assets["tables"];
  readonly scores: readonly ScoreRow[];
  readonly schemas: Schemas;
  readonly readers: Readers;
  readonly now: () => string;
  /** Whether to work out what the page asks first before anybody asks; false by default. */
  readonly isWarmed?: boolean;
  readonly log: (message: string) => void;
}

export interface RunningServer {
  /** "http://127.0.0.1:8731". */
  readonly address: string;
  /** Ends what is being answered, then the rest. */
  close(): Promise<void>;
}

/** Throws ServeError or ArchiveError where it cannot start. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { path, host, token, readers } = options;
  if (!isLoopback(host) && token === null) {
    const message = `listening on ${host} lets other machines ask`;
    throw new ServeError(
      "token-missing",
      message,
      "Give a token with --token or in CHANCERY_TOKEN, or leave --host out.",
    );
  }
  const shared = await SharedArchive.open(path, options.engine);
  // Reports whose acts are not gathered yet, as a run that was killed leaves them; a file that cannot be written stays as it is.
  if ((await shared.ask((archive) => archive.ungathered())) > 0) {
    await shared.write((archive) => archive.gather()).catch(() => undefined);
  }
  const writeToken = makeToken();
  const files = await StaticFiles.list(options.webFolder);
  const app = createApp({
    isWarmed: false,
    ...options,
    shared,
    files,
    writeToken,
    world: createWorld(options.tables, options.scores),
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 120_000, maxHeaderSize: 16_384 },
  });
  const end = async () => {
    server.close();
    await readers.close();
    await shared.close();
  };
  try {
    const address = await listen(server, options);
    await leaveServerNote(path, { address, token: writeToken });
    return { address, close: () => removeNote(path).then(end) };
  } catch (error) {
    await end();
    throw error;
  }
}

type NodeServer = ReturnType<typeof createAdaptorServer>;

function listen(server: NodeServer, { host, port }: ServeOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explainListening(error, host, port)));
    server.listen(port, host, () => resolve(formatAddress(host, (server.address() as AddressInfo).port)));
  });
}

/** What a browser of this machine is to be given. */
function formatAddress(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function explainListening(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  if (cause.code === "EADDRINUSE") {
    const message = `port ${port} of ${host} is in use`;
    return new ServeError("port-in-use", message, "Give another with --port, or 0 for any that is free.", { cause });
  }
  const message = `cannot listen on ${host}, port ${port}: ${cause.message}`;
  return new ServeError("address-refused", message, "Give an address of this machine, and a port above 1023.", {
    cause,
  });
}
