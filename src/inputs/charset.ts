/** Bytes of a document to text: by its byte order mark, else as declared, else as UTF-8 where it is that, else by detection. */
import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { InputError } from "../errors.js";
import { utf16Encoding } from "./decode-text.js";

/** How far into a page its declaration is looked for; browsers look at 1024 bytes, and pages put it later all the same. */
const DECLARATION_BYTES = 4096;

const DECLARATIONS = [
  /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i,
  /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)["']/i,
];

/**
 * The text of a page or feed, without its mark. `declared` is the transport's character set, which counts above the
 * document's own, as in browsers. A declaration that no decoder knows is passed by; bytes that are none in the set
 * become U+FFFD, which the text then shows.
 */
export async function decodeDocument(bytes: Uint8Array, declared: string | null): Promise<string> {
  const mark = utf16Encoding(bytes) ?? (isMarkedUtf8(bytes) ? "utf-8" : null);
  const decoder = mark
    ? new TextDecoder(mark)
    : (decoderOf(declared) ?? decoderOf(declarationIn(bytes)) ?? (await detect(bytes)));
  return decoder.decode(bytes);
}

/** A decoder by the name that the caller chose; throws InputError `charset-unknown`. */
export function demandDecoder(label: string): TextDecoder {
  const decoder = decoderOf(label);
  if (decoder) return decoder;
  const remedy = "Give a name of the WHATWG Encoding Standard, such as windows-1252.";
  throw new InputError("charset-unknown", `there is no character set "${label}"`, remedy);
}

const isMarkedUtf8 = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function declarationIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  for (const pattern of DECLARATIONS) {
    const label = pattern.exec(head)?.[1];
    // What could be read to hear of it cannot be UTF-16: the standard takes UTF-8 then.
    if (label) return /^utf-?16/i.test(label) ? "utf-8" : label;
  }
  return null;
}

function decoderOf(label: string | null): TextDecoder | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

async function detect(bytes: Uint8Array): Promise<TextDecoder> {
  if (isUtf8(bytes)) return new TextDecoder();
  const { detect: guess } = await import("chardet");
  const found = guess(bytes.subarray(0, 65536));
  // Latin-1 as a page means it is Windows-1252, as the standard has it too.
  return (found?.startsWith("ISO-8859-1") ? null : decoderOf(found)) ?? new TextDecoder("windows-1252");
}
