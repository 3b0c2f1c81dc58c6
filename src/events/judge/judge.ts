/** The learnt judge of types: a linear model over features in groups, each group brought to the same length. */
import type { EventType } from "../../reading/index.js";
import { type Features, familyOf, type GroupName, type Ignored, type RegionName } from "./find-features.js";

/** A group of named features: the row of each in `weights`, one weight for each type. */
export interface JudgeGroup {
  readonly name: GroupName;
  readonly scale: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly weights: Int16Array;
}

/** A region of words: weights by dimension of the mean of their vectors, then by type. */
export interface JudgeRegion {
  readonly name: RegionName;
  readonly scale: number;
  readonly weights: Int16Array;
}

/** What the judge may say of a headline's two countries. */
export interface HeadingScale {
  /** Points of a line: how often anything is told between them, by the score of "told". */
  readonly told: readonly (readonly [number, number])[];
  /** How often the likeliest type is right where something is told, by its lead. */
  readonly typed: readonly (readonly [number, number])[];
  /** How often something must be told before the judge proposes an act that no rule has found. */
  readonly proposes: number;
  /** … and before it completes an act of which the rules have found one side. */
  readonly completes: number;
}

export interface JudgeModel {
  readonly types: readonly EventType[];
  /** Columns of weights: the types, then for headlines "told", "reversed" and the types once more. */
  readonly width: number;
  readonly heading: HeadingScale;
  readonly groups: readonly JudgeGroup[];
  readonly regions: readonly JudgeRegion[];
  readonly dimensions: number;
  /** Row of each word in `vectors`. */
  readonly words: ReadonlyMap<string, number>;
  readonly vectors: Int8Array;
  readonly bias: readonly number[];
  /** What one unit of the stored weights is worth. */
  readonly unit: number;
  readonly isIgnored: Ignored;
  /** Lead over the next family, and how often such an answer is right: rising points. */
  readonly reliability: readonly (readonly [number, number])[];
}

export interface Verdict {
  readonly type: EventType;
  /** How often such a verdict is right. */
  readonly confidence: number;
  /** Every type's score, in the order of `types`. */
  readonly scores: Float64Array;
}

/** Scores of all types; sums run in a fixed order, so they are the same on every machine. */
export function scoreTypes(model: JudgeModel, features: Features): Float64Array {
  const scores = new Float64Array(model.width);
  for (const [k, value] of model.bias.entries()) scores[k] = value;
  for (const group of model.groups) addGroup(model, scores, group, features.groups[group.name]);
  for (const region of model.regions) addRegion(model, scores, region, features.regions[region.name]);
  return scores;
}

function addGroup(
  model: JudgeModel,
  scores: Float64Array,
  group: JudgeGroup,
  features: ReadonlyMap<string, number>,
): void {
  const { width } = model;
  let square = 0;
  for (const value of features.values()) square += value * value;
  if (square === 0) return;
  const factor = (group.scale * model.unit) / Math.sqrt(square);
  for (const [name, value] of features) {
    const row = group.rows.get(name);
    if (row === undefined) continue;
    for (let k = 0; k < width; k++) scores[k]! += group.weights[row * width + k]! * value * factor;
  }
}

function addRegion(model: JudgeModel, scores: Float64Array, region: JudgeRegion, words: readonly string[]): void {
  const { dimensions, vectors, width } = model;
  const mean = new Float64Array(dimensions);
  for (const word of words) {
    const row = model.words.get(word);
    if (row === undefined) continue;
    for (let d = 0; d < dimensions; d++) mean[d]! += vectors[row * dimensions + d]!;
  }
  let square = 0;
  for (let d = 0; d < dimensions; d++) square += mean[d]! * mean[d]!;
  if (square === 0) return;
  const factor = (region.scale * model.unit) / Math.sqrt(square);
  for (let d = 0; d < dimensions; d++) {
    for (let k = 0; k < width; k++) scores[k]! += region.weights[d * width + k]! * mean[d]! * factor;
  }
}

/** The scores of all families of types. */
export function scoreFamilies(model: JudgeModel, features: Features): ReadonlyMap<string, number> {
  return joinFamilies(model, scoreTypes(model, features));
}

function joinFamilies(model: JudgeModel, scores: Float64Array): Map<string, number> {
  const families = new Map<string, number>();
  for (const [k, type] of model.types.entries()) {
    const family = familyOf(type);
    families.set(family, (families.get(family) ?? 0) + scores[k]!);
  }
  return families;
}

/** The likeliest type: families first, then the likelier member of the family. */
export function judge(model: JudgeModel, features: Features): Verdict {
  const { type, lead, scores } = findLikeliest(model, features);
  return { type, confidence: interpolate(model.reliability, lead), scores };
}

/** What a headline tells of the two countries that it names. */
export interface HeadingVerdict {
  readonly type: EventType;
  /** Whether the second acts on the first. */
  readonly reversed: boolean;
  /** How often anything is told between the two where the judge says so much. */
  readonly told: number;
  /** How often such a verdict is right: something is told, and it is of that type. */
  readonly confidence: number;
}

/** The judge's verdict on a headline: whether anything is told between its two countries, which way, and what. */
export function judgeHeading(model: JudgeModel, features: Features): HeadingVerdict {
  const { type, lead, scores } = findLikeliest(model, features, model.types.length + 2);
  const told = interpolate(model.heading.told, scores[model.types.length] ?? 0);
  const reversed = (scores[model.types.length + 1] ?? 0) > 0;
  return { type, reversed, told, confidence: told * interpolate(model.heading.typed, lead) };
}

/** The likeliest type by the columns that begin at `from`. */
function findLikeliest(model: JudgeModel, features: Features, from = 0) {
  const scores = scoreTypes(model, features);
  const own = scores.subarray(from, from + model.types.length);
  const families = joinFamilies(model, own);
  const ranked = [...families].sort((a, b) => b[1] - a[1]);
  const [family, best] = ranked[0]!;
  const members = model.types.filter((type) => familyOf(type) === family);
  const scoreOf = (type: EventType) => own[model.types.indexOf(type)]!;
  const type = members.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a));
  return { type, lead: best - ranked[1]![1], scores };
}

/** How many features an explanation names. */
const NAMED = 3;

/** Features that speak most for a type, the strongest first: "p=condemn" is a word on the path. */
export function findStrongest(model: JudgeModel, features: Features, type: EventType): string[] {
  const k = model.types.indexOf(type);
  const { width } = model;
  const found: [string, number][] = [];
  for (const group of model.groups) {
    for (const name of features.groups[group.name].keys()) {
      const row = group.rows.get(name);
      if (row !== undefined) found.push([name, group.weights[row * width + k]! * group.scale]);
    }
  }
  found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return found.slice(0, NAMED).map(([name]) => name);
}

/** The value at `x` on the line through the points. */
export function interpolate(points: readonly (readonly [number, number])[], x: number): number {
  const after = points.findIndex(([at]) => at >= x);
  if (after === 0) return points[0]![1];
  if (after < 0) return points.at(-1)?.[1] ?? 0;
  const [x0, y0] = points[after - 1]!;
  const [x1, y1] = points[after]!;
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
