/** Learns the weights of one decision: softmax over the options of a group, or a yes or no; AdaGrad in a fixed order. */
import type { CompactGroups } from "./groups.js";

export interface LearnSettings {
  readonly epochs: number;
  readonly rate: number;
  /** Share of the features that are left out of each step, so that none is leant on alone. */
  readonly dropout: number;
  /** Weights are drawn to zero by this much a step, in units of the step. */
  readonly shrink: number;
}

/** Weight of each feature: the mean over the second half of the epochs. */
export function learn(groups: CompactGroups, isBinary: boolean, settings: LearnSettings): Float32Array {
  const { features, starts, firsts, labels } = groups;
  const size = groups.keys.length;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-6);
  const sums = new Float64Array(size);
  const scores = new Float64Array(1024);
  const random = makeRandom(12345);
  const limit = settings.dropout * 65536;
  const scale = 1 / (1 - settings.dropout);
  const half = Math.floor(settings.epochs / 2);
  const order = Int32Array.from(labels.keys());
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const group of order) takeGroup(group, Math.floor(random() * 65536));
    if (epoch >= half) for (let i = 0; i < size; i++) sums[i]! += weights[i]!;
  }
  return Float32Array.from(sums, (sum) => sum / (settings.epochs - half));

  function takeGroup(group: number, salt: number): void {
    const from = firsts[group]!;
    const count = firsts[group + 1]! - from;
    const label = labels[group]!;
    for (let o = 0; o < count; o++) scores[o] = scoreOption(from + o, salt);
    if (isBinary) {
      update(from, 1 / (1 + Math.exp(-scores[0]!)) - label, salt);
      return;
    }
    toShares(scores, count);
    for (let o = 0; o < count; o++) {
      const gradient = scores[o]! - (o === label ? 1 : 0);
      if (Math.abs(gradient) > 1e-3) update(from + o, gradient, salt);
    }
  }

  function scoreOption(option: number, salt: number): number {
    let score = 0;
    for (let i = starts[option]!; i < starts[option + 1]!; i++) {
      if (isKept(features[i]!, salt, limit)) score += weights[features[i]!]!;
    }
    return score * scale;
  }

  function update(option: number, gradient: number, salt: number): void {
    for (let i = starts[option]!; i < starts[option + 1]!; i++) {
      const f = features[i]!;
      if (!isKept(f, salt, limit)) continue;
      squares[f]! += gradient * gradient;
      const step = settings.rate / Math.sqrt(squares[f]!);
      const pull = settings.shrink * step;
      const weight = weights[f]! - step * gradient;
      weights[f] = weight > pull ? weight - pull : weight < -pull ? weight + pull : 0;
    }
  }
}

function toShares(scores: Float64Array, count: number): void {
  let high = -Infinity;
  for (let o = 0; o < count; o++) high = Math.max(high, scores[o]!);
  let sum = 0;
  for (let o = 0; o < count; o++) {
    scores[o] = Math.exp(scores[o]! - high);
    sum += scores[o]!;
  }
  for (let o = 0; o < count; o++) scores[o]! /= sum;
}

function isKept(feature: number, salt: number, limit: number): boolean {
  if (limit === 0) return true;
  let hash = Math.imul(feature ^ (salt << 12), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash >>> 12) & 65535) >= limit;
}

function makeRandom(start: number): () => number {
  let seed = start;
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    return (seed >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
