/** The page's files: read once a file, found by a list made at the start, so that no address of a request reaches the disk. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Body } from "./answer/answer-cache.js";

export interface StaticFile extends Body {
  readonly etag: string;
  /** Whether its name changes with what it holds. */
  readonly isHashed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const HASHED = /-[\w-]{8,}\.\w+$/;

export class StaticFiles {
  readonly #folder: string;
  /** Paths on disk by the address of the file. */
  readonly #paths: ReadonlyMap<string, string>;
  readonly #read = new Map<string, Promise<StaticFile>>();

  private constructor(folder: string, paths: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#paths = paths;
  }

  /** The files of a folder; none where it is not there. */
  static async list(folder: string): Promise<StaticFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"));
    return new StaticFiles(folder, new Map(names.map((name) => [`/${name.replace(/^\/+/, "")}`, name])));
  }

  get isThere(): boolean {
    return this.#paths.has("/index.html");
  }

  /** The file of that address; the page itself for addresses that only the page knows. */
  async find(address: string): Promise<StaticFile | null> {
    const exact = this.#paths.get(address);
    const isPage = exact === undefined && extname(address) === "";
    const path = exact ?? (isPage ? this.#paths.get("/index.html") : undefined);
    if (path === undefined) return null;
    const read = this.#read.get(path) ?? this.#load(path);
    this.#read.set(path, read);
    return read.catch(() => null);
  }

  async #load(path: string): Promise<StaticFile> {
    const bytes = await readFile(join(this.#folder, path));
    const etag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    return { bytes, etag, type, isHashed: HASHED.test(path) };
  }
}
