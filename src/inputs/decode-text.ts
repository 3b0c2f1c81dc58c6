/** Bytes to text: UTF-8, or UTF-16 with a byte order mark; anything else is refused by name. */
import { isUtf8 } from "node:buffer";
import { InputError } from "../errors.js";

const UTF16_MARKS = [
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/** The UTF-16 flavour that the first two bytes announce, null for none. */
export function utf16Encoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  return UTF16_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))?.encoding ?? null;
}

/** The text of a whole file without its byte order mark; throws InputError `file-encoding` or `file-binary`. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Encoding(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  if (bytes.includes(0)) {
    throw new InputError("file-binary", "this is a binary file, it holds zero bytes", "Give plain text in UTF-8.");
  }
  const text = decodeUtf8(bytes);
  if (text === null) throw encodingError(bytes);
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/**
 * UTF-8 to text, null where the bytes are none. Surrogates that stand alone, which strict UTF-8 has no form for but
 * other programs write all the same, come through as they are: the text is kept to the last code unit.
 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  if (isUtf8(bytes)) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const parts: string[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]];
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
    const before = bytes.subarray(from, at);
    if (!isUtf8(before)) return null;
    parts.push(decodeUtf8(before)!, String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)));
    from = at + 3;
  }
  const rest = bytes.subarray(from);
  return isUtf8(rest) ? parts.join("") + decodeUtf8(rest)! : null;
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(
      "file-encoding",
      `the file announces ${encoding.toUpperCase()} and is not`,
      "Save it as UTF-8.",
      null,
      { cause },
    );
  }
}

/** Bytes that no text has: controls other than tab, line feed, form feed and carriage return. */
const isControl = (byte: number) => byte < 0x20 && (byte < 0x09 || byte > 0x0d);

function encodingError(bytes: Uint8Array): InputError {
  if (bytes.some(isControl)) {
    return new InputError("file-binary", "this is a binary file, no text", "Give plain text in UTF-8.");
  }
  return new InputError(
    "file-encoding",
    `line ${firstBadLine(bytes)} is not UTF-8; the file looks like Windows-1252 or Latin-1`,
    "Convert it first: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW.",
  );
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) break;
    from = end + 1;
  }
  return line;
}
