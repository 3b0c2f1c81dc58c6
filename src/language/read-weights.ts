/** Takes model.bin apart: a JSON header and the arrays that it names, each checked against its stated size. */
import { AssetError } from "../errors.js";

/** Raised whenever the form of model.bin or of the features changes. */
export const MODEL_FORMAT = 2;

const MAGIC = "CHLM";
const HEADER_AT = 8;

/** Rows of int8 values, each with a scale that makes real numbers of them. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

interface Section {
  readonly offset: number;
  readonly length: number;
  readonly rows?: number;
  readonly columns?: number;
  /** 1 where the rows are looked up, one after the other, and not multiplied. */
  readonly tabled?: number;
}

interface Header {
  readonly format: number;
  readonly length: number;
  readonly sizes: {
    readonly hidden: number;
    readonly layers: number;
    readonly tag_layer: number;
    readonly arc: number;
    readonly label: number;
  };
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly deprels: readonly string[];
  readonly sections: Readonly<Record<string, Section>>;
}

/** The parts of model.bin by name. */
export interface Weights {
  readonly header: Header;
  readonly matrix: (name: string) => Matrix;
  readonly vector: (name: string) => Float32Array;
  readonly lines: (name: string) => string[];
}

/** Throws AssetError `asset-format` where the bytes are no model of this format or are cut off. */
export function readWeights(bytes: Uint8Array): Weights {
  const { header, body } = splitHeader(bytes);
  const bytesOf = (name: string) => {
    const section = header.sections[name];
    if (!section) throw broken(`it has no section "${name}"`);
    return { section, data: body.slice(section.offset, section.offset + section.length) };
  };
  const vector = (name: string) => {
    const { data } = bytesOf(name);
    if (data.length % 4 !== 0) throw broken(`section "${name}" is no list of numbers`);
    return readFloats(data);
  };
  const matrix = (name: string): Matrix => {
    const { section, data } = bytesOf(name);
    const { rows = 0, columns = 0 } = section;
    const scales = vector(`${name}.scale`);
    if (rows * columns !== data.length || scales.length !== rows) throw broken(`section "${name}" has a wrong size`);
    return { rows, columns, values: new Int8Array(data.buffer), scales };
  };
  const lines = (name: string) => new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(name).data).split("\n");
  return { header, matrix, vector, lines };
}

function splitHeader(bytes: Uint8Array): { header: Header; body: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** Not one of Node's buffers, whose slices share memory. */
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_AT || String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) {
    throw broken("it does not begin as a model does");
  }
  const start = HEADER_AT + view.getUint32(4, true);
  if (start > bytes.length) throw broken("it is cut off");
  const header = parseHeader(bytes.subarray(HEADER_AT, start));
  if (header.format !== MODEL_FORMAT)
    throw broken(`it has format ${header.format}, this version reads ${MODEL_FORMAT}`);
  if (bytes.length - start !== header.length) throw broken("it is cut off");
  return { header, body: plain.subarray(start) };
}

function parseHeader(bytes: Uint8Array): Header {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Header;
  } catch (cause) {
    throw broken("its header is unreadable", { cause });
  }
}

/** Little-endian on every machine. */
function readFloats(data: Uint8Array): Float32Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return Float32Array.from({ length: data.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

function broken(what: string, options?: ErrorOptions): AssetError {
  return new AssetError("asset-format", `model.bin cannot be used: ${what}`, "Install the package anew.", options);
}
