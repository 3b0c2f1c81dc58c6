/** The body of a request, up to its bounds. */
import { RequestError } from "../errors.js";

/** Throws RequestError where it is of another type or longer than `most` bytes. */
export async function readBody(request: Request, type: string, most: number): Promise<Uint8Array> {
  const given = (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (given !== type) {
    throw new RequestError("body-type", 415, "the body is of another type", `Send it with "Content-Type: ${type}".`);
  }
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(most: number): RequestError {
  const message = `the body has more than ${Math.floor(most / 2 ** 20)} MB`;
  return new RequestError("body-too-large", 413, message, "Send it in parts.");
}
