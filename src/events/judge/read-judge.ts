/** Reads the judge's weights, as training/events/train.py packs them. */
import { AssetError } from "../../errors.js";
import type { EventType } from "../../reading/index.js";
import type { GroupName, RegionName } from "./find-features.js";
import type { HeadingScale, JudgeGroup, JudgeModel, JudgeRegion } from "./judge.js";

/** Raised whenever the form of the file changes. */
const FORMAT = 3;

interface Header {
  readonly format: number;
  readonly types: readonly EventType[];
  /** How many columns of weights follow those of the types. */
  readonly extras: number;
  readonly heading: HeadingScale;
  readonly groups: readonly {
    readonly name: GroupName;
    readonly scale: number;
    readonly features: readonly string[];
  }[];
  readonly regions: readonly { readonly name: RegionName; readonly scale: number }[];
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly ignored: readonly string[];
  readonly bias: readonly number[];
  readonly unit: number;
  readonly reliability: readonly (readonly [number, number])[];
}

/** The model in those bytes, null for no bytes at all; throws AssetError where they are damaged. */
export function readJudge(bytes: Uint8Array): JudgeModel | null {
  if (bytes.length === 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 4 ? -1 : view.getUint32(0, true);
  if (length < 0 || length + 4 > bytes.length) throw damaged("its header is cut off");
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  if (header.format !== FORMAT) throw damaged(`it has format ${header.format}, this version reads ${FORMAT}`);
  const reader = createReader(view, 4 + length);
  const width = header.types.length + header.extras;
  const groups = header.groups.map((group): JudgeGroup => {
    const rows = new Map(group.features.map((name, i) => [name, i]));
    return { name: group.name, scale: group.scale, rows, weights: reader.words(group.features.length * width) };
  });
  const regions = header.regions.map((region): JudgeRegion => {
    return { ...region, weights: reader.words(header.dimensions * width) };
  });
  const ignored = new Set(header.ignored);
  return {
    types: header.types,
    width,
    heading: header.heading,
    groups,
    regions,
    dimensions: header.dimensions,
    words: new Map(header.words.map((word, i) => [word, i])),
    vectors: reader.bytes(header.words.length * header.dimensions),
    bias: header.bias,
    unit: header.unit,
    isIgnored: (word) => ignored.has(word),
    reliability: header.reliability,
  };
}

/** Little-endian numbers, one array after the other. */
function createReader(view: DataView, start: number) {
  let at = start;
  const take = (size: number) => {
    if (at + size > view.byteLength) throw damaged("its weights are cut off");
    at += size;
    return at - size;
  };
  return {
    words(count: number): Int16Array {
      const from = take(2 * count);
      return Int16Array.from({ length: count }, (_, i) => view.getInt16(from + 2 * i, true));
    },
    bytes(count: number): Int8Array {
      const from = take(count);
      return Int8Array.from({ length: count }, (_, i) => view.getInt8(from + i));
    },
  };
}

function damaged(what: string): AssetError {
  return new AssetError("asset-format", `the weights of the judge cannot be read: ${what}`, 'Run "npm run data".');
}
