/** The archive that is served: open to read, so that others may read beside it, and to write for a moment when reports come in. */
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { type Archive, ArchiveError, openArchive } from "../archive/index.js";

/** The archive for one answer; it stays open as it is until it is given back. */
export interface Lease {
  readonly archive: Archive;
  /** Another one for every state of the archive; null while reports come in, when nothing may be kept. */
  readonly version: string | null;
  readonly release: () => void;
}

interface Opened {
  readonly archive: Archive;
  readonly version: string | null;
  readonly file: string;
  users: number;
  /** Told when the last user has gone. */
  idle: (() => void) | null;
}

/** How often, and after how many milliseconds, writing is tried while another program holds the file. */
const TRIES = 5;
const PAUSE_MS = 200;

export class SharedArchive {
  readonly path: string;
  readonly #engine: string;
  #opened: Promise<Opened>;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(path: string, engine: string, opened: Opened) {
    this.path = path;
    this.#engine = engine;
    this.#opened = Promise.resolve(opened);
  }

  /** Throws ArchiveError where it cannot be opened. `engine` is part of the versions. */
  static async open(path: string, engine: string): Promise<SharedArchive> {
    return new SharedArchive(path, engine, await openToRead(path, engine));
  }

  /** The archive as it stands, opened anew where the file is another one by now; ArchiveError where it is gone. */
  async lease(): Promise<Lease> {
    const file = await identify(this.path);
    let opened = await this.#opened.catch(() => null);
    if (opened === null || (opened.version !== null && opened.file !== file)) {
      opened = await this.#swap(opened, () => openToRead(this.path, this.#engine));
    }
    opened.users++;
    let isHeld = true;
    const release = () => {
      if (!isHeld) return;
      isHeld = false;
      opened.users--;
      if (opened.users === 0) opened.idle?.();
    };
    return { archive: opened.archive, version: opened.version, release };
  }

  async ask<Answer>(ask: (archive: Archive) => Promise<Answer>): Promise<Answer> {
    const { archive, release } = await this.lease();
    try {
      return await ask(archive);
    } finally {
      release();
    }
  }

  /** Opens the archive to write for as long as `write` takes; one after the other. Questions go on meanwhile. */
  write<Answer>(write: (archive: Archive) => Promise<Answer>): Promise<Answer> {
    const next = this.#writing.then(() => this.#writeNow(write));
    this.#writing = next.catch(() => undefined);
    return next;
  }

  async close(): Promise<void> {
    await this.#writing;
    const opened = await this.#opened.catch(() => null);
    if (opened) await closeIdle(opened);
  }

  async #writeNow<Answer>(write: (archive: Archive) => Promise<Answer>): Promise<Answer> {
    const reading = await this.#opened.catch(() => null);
    const writing = await this.#swap(reading, () => openToWrite(this.path)).catch(async (error) => {
      await this.#swap(null, () => openToRead(this.path, this.#engine)).catch(() => undefined);
      throw error;
    });
    try {
      return await write(writing.archive);
    } finally {
      await this.#swap(writing, () => openToRead(this.path, this.#engine));
    }
  }

  /** Closes what is open once nobody uses it, and opens anew; who asks meanwhile waits. */
  #swap(old: Opened | null, open: () => Promise<Opened>): Promise<Opened> {
    const current = this.#opened;
    const next = (async () => {
      const known = await current.catch(() => null);
      // Another request has opened it anew already.
      if (known !== old && known !== null) return known;
      if (old) await closeIdle(old);
      return open();
    })();
    this.#opened = next;
    next.catch(() => undefined);
    return next;
  }
}

async function openToRead(path: string, engine: string): Promise<Opened> {
  const archive = await openArchive(path);
  const file = await identify(path);
  const version = createHash("sha256").update(`${file} ${engine}`).digest("base64url").slice(0, 16);
  return { archive, version, file, users: 0, idle: null };
}

async function openToWrite(path: string): Promise<Opened> {
  for (let i = 1; ; i++) {
    try {
      const archive = await openArchive(path, { readOnly: false });
      return { archive, version: null, file: "", users: 0, idle: null };
    } catch (error) {
      if (!(error instanceof ArchiveError && error.code === "archive-locked") || i >= TRIES) throw error;
      await pause(PAUSE_MS);
    }
  }
}

async function closeIdle(opened: Opened): Promise<void> {
  if (opened.users > 0) {
    await new Promise<void>((resolve) => {
      opened.idle = resolve;
    });
  }
  await opened.archive.close();
}

/** What tells this state of the file from all others. */
async function identify(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch (cause) {
    const message = `${path}: the archive is gone`;
    const remedy = "Put the file back, or stop this server and serve another archive.";
    throw new ArchiveError("archive-missing", message, remedy, { cause });
  }
}
