/** A text packed into the part of an address that never leaves the browser, so that a text read is a link too. */

const MOST_PACKED = 24_000;

export interface PackedText {
  readonly text: string;
  readonly published: string | null;
}

/** Deflated and in base64url; null where it would be too long for an address. */
export async function packText(packed: PackedText): Promise<string | null> {
  const bytes = await pass(new TextEncoder().encode(JSON.stringify(packed)), new CompressionStream("deflate-raw"));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const code = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return code.length > MOST_PACKED ? null : code;
}

/** What `packText` packed; null where the code is none of ours. */
export async function unpackText(code: string): Promise<PackedText | null> {
  try {
    const binary = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const told: unknown = JSON.parse(
      new TextDecoder().decode(await pass(bytes, new DecompressionStream("deflate-raw"))),
    );
    return isPacked(told) ? told : null;
  } catch {
    return null;
  }
}

function isPacked(told: unknown): told is PackedText {
  return typeof told === "object" && told !== null && "text" in told && typeof told.text === "string";
}

async function pass(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const through = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(through).arrayBuffer());
}
