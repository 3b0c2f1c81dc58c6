/** The token that opens a server which listens beyond this machine, and every server's door for writing. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { RequestError } from "../../errors.js";

export const COOKIE = "chancery-token";

/** A new token: 192 bits. */
export function makeToken(): string {
  return randomBytes(24).toString("base64url");
}

/** The token that a request brings: as a bearer, or in the cookie that the page was given. */
export function findToken(authorization: string | undefined, cookies: string | undefined): string | null {
  const bearer = /^Bearer ([\w.~+/=-]{1,400})$/i.exec(authorization ?? "")?.[1];
  if (bearer !== undefined) return bearer;
  const pairs = (cookies ?? "").split(";").map((pair) => pair.trim().split("=", 2));
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? null;
}

/** Whether two tokens are the same, in a time that tells nothing. */
export function isToken(given: string | null, token: string): boolean {
  if (given === null) return false;
  const hash = (words: string) => createHash("sha256").update(words).digest();
  return timingSafeEqual(hash(given), hash(token));
}

/** Throws RequestError 401 unless the right token is given. */
export function demandToken(given: string | null, tokens: readonly string[]): void {
  if (tokens.some((token) => isToken(given, token))) return;
  const remedy =
    "Send it as \"Authorization: Bearer TOKEN\"; it stands in the archive's .lock file or is the server's --token.";
  throw new RequestError("token-missing", 401, "this needs the server's token", remedy);
}
