/** For tests: a small table, packed as other programs pack it, and ZIP archives. */
import { crc32, deflateRawSync } from "node:zlib";

export const CSV = "text\nPeru met Chile.\n";

/** `echo CSV | zstd`, and `| xz`, as those programs wrote them. */
export const ZSTD = Buffer.from("KLUv/QRYqQAAdGV4dApQZXJ1IG1ldCBDaGlsZS4K0Ho+0g==", "base64");
export const XZ = Buffer.from(
  "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAUdGV4dApQZXJ1IG1ldCBDaGlsZS4KAAAAABf7WAfJ35VvAAEtFS8LcW0ftvN9AQAAAAAEWVo=",
  "base64",
);

/** What goes into an archive, and what the archive is to say of it. */
export interface ZipContent {
  readonly name: string;
  readonly content: Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly size?: number;
  readonly sum?: number;
}

/** A ZIP archive, with lies where told. */
export function makeZip(...entries: ZipContent[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content, flags = 0, method = 8, size = content.length, sum = crc32(content) } of entries) {
    const data = method === 8 ? deflateRawSync(content) : content;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(sum, 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(size, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from("PK\x01\x02\0\0"), head, place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}
