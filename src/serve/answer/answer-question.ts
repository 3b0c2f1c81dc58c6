/** Answers a GET: from the cache where it can, with an ETag, compressed. */
import { createHash } from "node:crypto";
import type { Route } from "../route.js";
import { LIMITS } from "../settings.js";
import type { Lease, SharedArchive } from "../shared-archive.js";
import { Values } from "../values.js";
import type { World } from "../world.js";
import { AnswerCache, type Body } from "./answer-cache.js";
import { asJson } from "./as-json.js";
import { chooseEncoding, compress } from "./compress.js";
import { chooseFormat, type Format, TABLE_HEADERS, TYPES } from "./formats.js";
import { Turnstile, within } from "./turnstile.js";

export interface Asking {
  readonly route: Route;
  readonly values: Values;
  readonly ifNoneMatch: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly accept: string | undefined;
}

export class Answerer {
  readonly #shared: SharedArchive;
  readonly #world: World;
  readonly #engine: string;
  readonly #cache = new AnswerCache(LIMITS.cache);
  readonly #turnstile = new Turnstile(LIMITS.atOnce, LIMITS.waiting);

  constructor(shared: SharedArchive, world: World, engine: string) {
    this.#shared = shared;
    this.#world = world;
    this.#engine = engine;
  }

  /** Works out what whoever comes first will ask, so that it is there; what fails then is told to whoever asks. */
  async warm(routes: readonly Route[]): Promise<void> {
    const nothing = { values: new Values(new Map()), ifNoneMatch: undefined, acceptEncoding: "br", accept: undefined };
    for (const route of routes) await this.answer({ route, ...nothing }).catch(() => undefined);
  }

  /** Throws whatever the route's handler throws. */
  async answer(asking: Asking): Promise<Response> {
    const lease = await this.#shared.lease();
    const working: Promise<unknown>[] = [];
    try {
      return await this.#answerFrom(lease, asking, working);
    } finally {
      // Work that was given up goes on in the archive, which must stay open for it.
      if (working.length === 0) lease.release();
      else void Promise.allSettled(working).then(lease.release);
    }
  }

  async #answerFrom(lease: Lease, asking: Asking, working: Promise<unknown>[]): Promise<Response> {
    const { route, values, ifNoneMatch, acceptEncoding, accept } = asking;
    const format = chooseFormat(values.text("format"), accept, route.tabulate !== undefined);
    const name = lease.version === null ? null : `${lease.version} ${format} ${route.path} ${values.canonical}`;
    const etag = name === null ? null : tagOf(name);
    const headers = headersOf(etag);
    if (etag !== null && matches(ifNoneMatch, etag)) return new Response(null, { status: 304, headers });
    const make = () => this.#work(lease, { route, values, format }, working);
    const body = name === null ? await make() : await this.#cache.get(name, make);
    return this.#send(name, body, acceptEncoding, headers);
  }

  /** Only so many questions are worked on at once, each for only so long. */
  #work(lease: Lease, { route, values, format }: Wanted, working: Promise<unknown>[]): Promise<Body> {
    const question = { archive: lease.archive, values, world: this.#world, engine: this.#engine };
    const work = this.#turnstile.pass(async () => {
      if (format === "json") return asJson(await route.handle(question));
      const { bytes, total, next } = await route.tabulate!(question, format);
      const counted = { [TABLE_HEADERS.total]: String(total) };
      return {
        type: TYPES[format],
        bytes,
        headers: next === null ? counted : { ...counted, [TABLE_HEADERS.next]: next },
      };
    });
    working.push(work);
    return within(LIMITS.answerTime, work);
  }

  async #send(name: string | null, body: Body, accepted: string | undefined, headers: Headers): Promise<Response> {
    const encoding = chooseEncoding(accepted, body.bytes.length);
    const make = async () => ({ ...body, bytes: await compress(body.bytes, encoding) });
    const isPlain = encoding === "identity";
    const sent = isPlain ? body : name === null ? await make() : await this.#cache.get(`${encoding} ${name}`, make);
    for (const [header, value] of Object.entries(sent.headers ?? {})) headers.set(header, value);
    headers.set("Content-Type", sent.type);
    headers.set("Content-Length", String(sent.bytes.length));
    if (!isPlain) headers.set("Content-Encoding", encoding);
    return new Response(sent.bytes as Uint8Array<ArrayBuffer>, { headers });
  }
}

interface Wanted extends Pick<Asking, "route" | "values"> {
  readonly format: Format;
}

function headersOf(etag: string | null): Headers {
  const headers = new Headers({
    "Cache-Control": etag === null ? "no-store" : "no-cache",
    Vary: "Accept, Accept-Encoding",
  });
  if (etag !== null) headers.set("ETag", etag);
  return headers;
}

function tagOf(name: string): string {
  return `W/"${createHash("sha256").update(name).digest("base64url").slice(0, 22)}"`;
}

/** Whether `If-None-Match` names the tag, among others perhaps. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((tag) => tag.trim() === etag || tag.trim() === "*");
}
