/** Keeps other sites' pages from making a browser ask or write here. */
import { RequestError } from "../../errors.js";

export interface Provenance {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site` and `Sec-Fetch-Mode`, which pages cannot forge. */
  readonly site: string | undefined;
  readonly mode: string | undefined;
}

/**
 * Throws RequestError where a page of another origin asks. A link from elsewhere may be followed; programs, which send
 * neither header, are let through: what they may write the token decides.
 */
export function demandSameOrigin({ method, host, origin, site, mode }: Provenance): void {
  const isWrite = method !== "GET" && method !== "HEAD";
  if (!isWrite && mode === "navigate") return;
  const isForeignSite = site !== undefined && site !== "same-origin" && site !== "none";
  const isForeignOrigin = origin !== undefined && (isWrite || origin !== "null") && !isOriginOf(origin, host);
  if (!isForeignSite && !isForeignOrigin) return;
  const message = "the request comes from a page of another site";
  throw new RequestError("origin-refused", 403, message, "Ask from the server's own page, or from a program.");
}

function isOriginOf(origin: string, host: string | undefined): boolean {
  return host !== undefined && /^https?:\/\//.test(origin) && origin.replace(/^https?:\/\//, "") === host;
}
