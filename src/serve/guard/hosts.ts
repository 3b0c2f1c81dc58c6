/** Which names a request may call the server by: none that a foreign page could have pointed at this machine. */
import { isIP } from "node:net";
import { RequestError } from "../../errors.js";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** Addresses that stand for all of this machine's. */
const ALL: ReadonlySet<string> = new Set(["0.0.0.0", "::", "[::]"]);

/** Whether an address is of this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || LOOPBACK.has(`[${host}]`);
}

/**
 * Throws RequestError unless `Host` names the loopback, or what the server was told to listen on. DNS rebinding needs a
 * name; so where the server listens on all addresses, any address is good and a name is not.
 */
export function demandHost(header: string | undefined, listening: string): void {
  const name = nameOf(header ?? "");
  if (LOOPBACK.has(name) || name === listening.toLowerCase() || name === `[${listening.toLowerCase()}]`) return;
  if (ALL.has(listening) && isIP(name.replace(/^\[|\]$/g, "")) !== 0) return;
  const remedy = "Call the server by the address that it printed when it started.";
  throw new RequestError("host-refused", 403, "the request calls this server by a name that is not its own", remedy);
}

/** Name without the port. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d{1,5}$/, "");
}
