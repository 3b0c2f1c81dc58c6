/** `chancery serve`: the page and the API of an archive. */
import { type Command, InvalidArgumentError } from "commander";
import { engineName } from "../../engine.js";
import { addArchiveOption } from "../archive/with-archive.js";
import { findWebFolder, loadApiSchemas, loadAssetHash, loadScores, loadTables } from "../load-assets.js";
import { sanitizeShort } from "../sanitize.js";

const DEFAULT_PORT = 8731;

const EXAMPLES = `
The page is at the address that is printed, the API's description at
/api/openapi.json. Others may read the archive beside the server; "chancery
ingest" hands what it reads to the server, which writes it.

With --host other machines may ask as well, each with the token: in a browser
once as http://ADDRESS/?token=TOKEN, in a program as "Authorization: Bearer".

Examples:
  chancery serve --archive news.duckdb
  CHANCERY_TOKEN=… chancery serve --archive news.duckdb --host 0.0.0.0`;

interface ServeCommandOptions {
  readonly archive: string;
  readonly port: number;
  readonly host: string;
  readonly token?: string;
}

export function addServeCommand(program: Command): void {
  const command = program.command("serve").description("open an archive in the browser, and to programs over HTTP");
  addArchiveOption(command)
    .option("--port <n>", "port to listen on, 0 for any that is free", parsePort, DEFAULT_PORT)
    .option("--host <address>", "address to listen on; any but this machine's own needs a token", "127.0.0.1")
    .option("--token <token>", "what every request must bring; CHANCERY_TOKEN says it unseen by others")
    .addHelpText("after", EXAMPLES)
    .action(serve);
}

function parsePort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("Give a whole number from 0 to 65535.");
  return port;
}

/** Runs until it is told to end; the second telling ends it at once. */
async function serve({ archive, host, port, token }: ServeCommandOptions): Promise<void> {
  // Loaded here, so that whoever only reads pays for none of it.
  const [{ startServer }, { ThreadReaders }] = await Promise.all([
    import("../../serve/index.js"),
    import("./thread-readers.js"),
  ]);
  const server = await startServer({
    path: archive,
    host,
    port,
    token: token ?? process.env.CHANCERY_TOKEN ?? null,
    webFolder: await findWebFolder(),
    engine: engineName({ hash: await loadAssetHash() }, null),
    tables: await loadTables(),
    scores: await loadScores(),
    schemas: await loadApiSchemas(),
    readers: new ThreadReaders(),
    now: () => new Date().toISOString(),
    isWarmed: true,
    log: (message) => process.stderr.write(`chancery: ${sanitizeShort(message, 4000)}\n`),
  });
  process.stdout.write(`Serving ${sanitizeShort(archive)} at ${server.address}\nCtrl-C ends it.\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      void server.close();
    });
  }
}
