/** Files, folders, patterns, addresses and standard input: what the caller named, found on disk. */
import { readdir, stat } from "node:fs/promises";
import { extname } from "node:path";
import { InputError } from "../errors.js";
import { isReadable, KNOWN_ENDINGS } from "../inputs/index.js";
import { type Fault, makeFault } from "./fault.js";
import { findByPattern, isPattern } from "./glob.js";

export type Source =
  | {
      readonly kind: "file";
      /** Null for standard input. */
      readonly file: string | null;
      /** How bytes without an ending to go by are read; null where the ending tells it. */
      readonly bare: "text" | "lines" | null;
      /** One of a folder's. */
      readonly listed: boolean;
    }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "fault"; readonly fault: Fault; readonly listed: boolean };

/** The sources that the names stand for, in their order; `bare` is how standard input is read. */
export async function findSources(
  names: readonly string[],
  bare: "text" | "lines",
  warn: (message: string) => void,
): Promise<Source[]> {
  if (names.length === 0) return [{ kind: "file", bare, file: null, listed: false }];
  const found: Source[] = [];
  for (const name of names) for (const source of await findSource(name, bare, warn)) found.push(source);
  return found;
}

async function findSource(name: string, bare: "text" | "lines", warn: (message: string) => void): Promise<Source[]> {
  if (name === "-") return [{ kind: "file", bare, file: null, listed: false }];
  if (/^https?:\/\//i.test(name)) return [{ kind: "url", url: name }];
  try {
    const found = await stat(name).catch((error) => {
      if (error.code === "ENOENT" && isPattern(name)) return null;
      throw error;
    });
    if (found === null) return await listPattern(name);
    if (found.isDirectory()) return await listFolder(name, warn);
    // A pipe or device (`<(curl …)`) has no ending to go by.
    if (!found.isFile()) return [{ kind: "file", bare, file: name, listed: false }];
    if (isReadable(name)) return [{ kind: "file", bare: null, file: name, listed: false }];
    throw new InputError(
      "file-type",
      `the ending "${extname(name)}" is none that Chancery reads`,
      `Give one of ${KNOWN_ENDINGS}, or pipe plain text in: chancery read < FILE.`,
    );
  } catch (error) {
    return [faultSource(name, error)];
  }
}

function faultSource(file: string, error: unknown): Source {
  return { kind: "fault", fault: makeFault(fileError(error), { file, line: null }), listed: false };
}

/** What the operating system says about a file, in our words; any other error as it is. */
export function fileError(error: unknown): unknown {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof InputError || typeof code !== "string" || typeof syscall !== "string") return error;
  if (code === "ENOENT") {
    return new InputError("file-missing", "there is no such file", "Check the name.", null, { cause: error });
  }
  const why = code === "EACCES" || code === "EPERM" ? "permission is denied" : message;
  return new InputError("file-unreadable", `it cannot be read: ${why}`, "Check the file.", null, { cause: error });
}

/** Files of a folder and all below it, in code-unit order of their paths; what is passed over is said. */
async function listFolder(folder: string, warn: (message: string) => void): Promise<Source[]> {
  const sources: Source[] = [];
  const passed: string[] = [];
  for (const file of (await walkFolder(folder, sources)).sort()) {
    if (isReadable(file)) sources.push({ kind: "file", bare: null, file, listed: true });
    else passed.push(file);
  }
  if (passed.length > 0) warn(passedOver(folder, passed));
  if (sources.length > 0) return sources;
  throw new InputError(
    "folder-empty",
    "the folder holds no file that Chancery reads",
    `Put files there that end in one of ${KNOWN_ENDINGS}.`,
  );
}

async function listPattern(pattern: string): Promise<Source[]> {
  const sources: Source[] = [];
  const files = await findByPattern(pattern, (folder) => walkFolder(folder, sources));
  for (const file of files.filter(isReadable)) sources.push({ kind: "file", bare: null, file, listed: true });
  if (sources.length > 0) return sources;
  throw new InputError("file-missing", "no file that Chancery reads is of this pattern", "Check the pattern.");
}

/** All files below a folder, in no order; links to folders count as files, so that no circle is walked. */
async function walkFolder(folder: string, faults: Source[]): Promise<string[]> {
  const files: string[] = [];
  const open = [folder.replace(/(?<=.)\/+$/, "")];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    try {
      for (const entry of await readdir(at, { withFileTypes: true })) {
        const path = `${at}${at.endsWith("/") ? "" : "/"}${entry.name}`;
        (entry.isDirectory() ? open : files).push(path);
      }
    } catch (error) {
      faults.push(faultSource(at, error));
    }
  }
  return files;
}

function passedOver(folder: string, files: readonly string[]): string {
  const named = files.slice(0, 5).join(", ");
  const more = files.length > 5 ? ` and ${files.length - 5} more` : "";
  return `${folder}: passed over, since their ending is none that is read: ${named}${more}`;
}
