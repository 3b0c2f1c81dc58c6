/** Files, folders and standard input: what the caller named, found on disk and told by its ending. */
import { readdir, stat } from "node:fs/promises";
import { extname } from "node:path";
import { InputError } from "../errors.js";
import { type Fault, makeFault } from "./fault.js";

/** How a source is read: as one text, as one object or an array of them, as one object a line. */
export type SourceKind = "text" | "json" | "lines";

export type Source =
  | {
      readonly kind: SourceKind /** Null for standard input. */;
      readonly file: string | null /** One of a folder's. */;
      readonly listed: boolean;
    }
  | { readonly kind: "fault"; readonly fault: Fault; readonly listed: boolean };

const KINDS: Readonly<Record<string, SourceKind>> = {
  ".txt": "text",
  ".md": "text",
  ".json": "json",
  ".jsonl": "lines",
};
const ENDINGS = ".txt, .md, .json or .jsonl";

/** The sources that the names stand for, in their order; `bare` is how standard input is read. */
export async function findSources(
  names: readonly string[],
  bare: "text" | "lines",
  warn: (message: string) => void,
): Promise<Source[]> {
  if (names.length === 0) return [{ kind: bare, file: null, listed: false }];
  const found: Source[] = [];
  for (const name of names) found.push(...(await findSource(name, bare, warn)));
  return found;
}

async function findSource(name: string, bare: "text" | "lines", warn: (message: string) => void): Promise<Source[]> {
  if (name === "-") return [{ kind: bare, file: null, listed: false }];
  try {
    const found = await stat(name);
    if (found.isDirectory()) return await listFolder(name, warn);
    // A pipe or device (`<(curl …)`) has no ending to go by.
    const kind = found.isFile() ? KINDS[extname(name).toLowerCase()] : bare;
    if (kind) return [{ kind, file: name, listed: false }];
    throw new InputError(
      "file-type",
      `the ending "${extname(name)}" is none that Chancery reads`,
      `Give ${ENDINGS}, or pipe plain text in: chancery read < FILE.`,
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
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof InputError || typeof code !== "string") return error;
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
    const kind = KINDS[extname(file).toLowerCase()];
    if (kind) sources.push({ kind, file, listed: true });
    else passed.push(file);
  }
  if (passed.length > 0) warn(passedOver(folder, passed));
  if (sources.length > 0) return sources;
  throw new InputError("folder-empty", "the folder holds no file that Chancery reads", `Put ${ENDINGS} files there.`);
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
  return `${folder}: passed over, since only ${ENDINGS} files are read: ${named}${more}`;
}
