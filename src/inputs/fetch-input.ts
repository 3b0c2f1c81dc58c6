/** Fetches what an address names, as far as the caller asked for it: bounded in size and time, never into private networks. */
import { lookup } from "node:dns";
import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { InputError } from "../errors.js";
import { VERSION } from "../version.js";
import { bombError, isBomb } from "./bounded.js";
import { formatOf, packingOf } from "./formats.js";
import { collectBytes, type InputFile, streamOf } from "./input-file.js";
import { isPrivate } from "./private-addresses.js";

export interface FetchOptions {
  readonly allowPrivate: boolean;
  /** Most bytes of an answer, as sent and unpacked. */
  readonly mostBytes?: number;
  /** Most milliseconds from the first request to the last byte. */
  readonly mostTime?: number;
}

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_TIME = 30_000;
const MOST_REDIRECTS = 5;

/** The answer as an input; throws InputError `url-refused` or `fetch-failed`. */
export async function fetchInput(address: string, options: FetchOptions): Promise<InputFile> {
  const most = options.mostBytes ?? MOST_BYTES;
  const deadline = AbortSignal.timeout(options.mostTime ?? MOST_TIME);
  let url = checkUrl(address, options);
  try {
    for (let redirects = 0; ; redirects++) {
      const answer = await send(url, options, deadline);
      const { statusCode: status = 0, headers } = answer;
      if (status >= 300 && status < 400 && headers.location !== undefined) {
        answer.destroy();
        if (redirects === MOST_REDIRECTS) throw failed(`it redirects more than ${MOST_REDIRECTS} times`);
        url = checkUrl(new URL(headers.location, url).href, options);
        continue;
      }
      if (status !== 200) {
        answer.destroy();
        throw failed(`the server answers with the status ${status}`);
      }
      const bytes = await collectBytes(decodeAnswer(answer), most);
      return describe(address, url, answer, bytes);
    }
  } catch (error) {
    throw explain(error, deadline);
  }
}

function checkUrl(address: string, { allowPrivate }: FetchOptions): URL {
  if (!URL.canParse(address)) throw refused("it is no address");
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol))
    throw refused(`it leads to ${url.protocol}, and only http and https are fetched`);
  if (url.username !== "" || url.password !== "") throw refused("it holds a name or password");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) throw privateError(host);
  return url;
}

/** Checks the addresses that a name has at the very moment of connecting, so that none can change in between. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const found = addresses.find(({ address }) => isPrivate(address));
    if (found || addresses.length === 0) return callback(privateError(found?.address ?? hostname), "", 0);
    if (options.all) return callback(null, addresses);
    callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};

function send(url: URL, { allowPrivate }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  const headers = { "user-agent": `chancery/${VERSION}`, "accept-encoding": "gzip, deflate, br", accept: "*/*" };
  const options = { headers, signal, agent: false, ...(allowPrivate ? {} : { lookup: lookupPublic }) };
  return new Promise((resolve, reject) => request(url, options, resolve).on("error", reject).end());
}

/** The answer's bytes unpacked; a bomb is stopped as it grows. */
async function* decodeAnswer(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  const encoding = answer.headers["content-encoding"]?.toLowerCase() ?? "identity";
  let packed = 0;
  answer.on("data", (chunk: Uint8Array) => {
    packed += chunk.length;
  });
  answer.pause();
  if (encoding === "identity" || encoding === "") {
    yield* answer;
    return;
  }
  const decoder = DECODERS[encoding]?.();
  if (!decoder) throw failed(`its encoding "${encoding}" is not known`);
  answer.on("error", (error) => decoder.destroy(error));
  let plain = 0;
  for await (const chunk of answer.pipe(decoder)) {
    plain += chunk.length;
    if (isBomb(packed, plain)) throw bombError();
    yield chunk;
  }
}

const DECODERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** By the address's ending where that is known, else by the type that the server tells. */
function describe(asked: string, url: URL, answer: IncomingMessage, bytes: Uint8Array): InputFile {
  const type = answer.headers["content-type"] ?? "";
  const base = url.pathname.split("/").at(-1) ?? "";
  const told = /html/i.test(type) ? ".html" : /xml|rss|atom/i.test(type) ? ".xml" : /json/i.test(type) ? ".json" : null;
  const name = told ? `answer${told}` : packingOf(base) || formatOf(base) ? base : sniff(bytes);
  const charset = /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1] ?? null;
  return {
    path: asked,
    name,
    chunks: streamOf(bytes),
    charset: /json/.test(told ?? "") ? null : charset,
    url: url.href,
  };
}

function sniff(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1000));
  if (/^\s*<(?:\?xml|rss|feed)/i.test(head)) return "answer.xml";
  return /<(?:!doctype html|html|head|body|p|div)\b/i.test(head) ? "answer.html" : "answer.txt";
}

function explain(error: unknown, deadline: AbortSignal): unknown {
  if (error instanceof InputError) return error;
  if (deadline.aborted) return failed("the answer takes too long", error);
  const { code, message } = error as NodeJS.ErrnoException;
  return failed(code === "ENOTFOUND" ? "there is no such host" : message || String(code), error);
}

function failed(why: string, cause?: unknown): InputError {
  return new InputError(
    "fetch-failed",
    `it cannot be fetched: ${why}`,
    "Try again, or save the page and read that.",
    null,
    { cause },
  );
}

function refused(why: string): InputError {
  return new InputError("url-refused", `it is not fetched: ${why}`, "Give an http or https address of the web.");
}

function privateError(address: string): InputError {
  const message = `it is not fetched: ${address} lies in a private network or in this machine`;
  return new InputError("url-refused", message, "Allow it with --allow-private if you mean it.");
}
