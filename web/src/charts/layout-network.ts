/** Places countries on a plane by their dealings: springs along edges, all others pushed apart; the same input, the same picture. */

export interface NetworkNode {
  readonly code: string;
  readonly acts: number;
}
export interface NetworkEdge {
  readonly a: string;
  readonly b: string;
  readonly acts: number;
}
export interface Point {
  x: number;
  y: number;
}

const ROUNDS = 320;
const REPULSION = 0.011;
const SPRING = 0.055;
const GRAVITY = 0.018;

/** Points in 0 … 1 for every node, by code. */
export function layoutNetwork(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
): ReadonlyMap<string, Point> {
  const sorted = [...nodes].sort((a, b) => b.acts - a.acts || (a.code < b.code ? -1 : 1));
  const points = sorted.map((_, i) => start(i));
  const index = new Map(sorted.map((node, i) => [node.code, i]));
  const most = Math.max(1, ...edges.map((edge) => edge.acts));
  const springs = edges.flatMap(({ a, b, acts }) => {
    const [i, j] = [index.get(a), index.get(b)];
    return i === undefined || j === undefined ? [] : [{ i, j, pull: SPRING * (0.25 + 0.75 * Math.sqrt(acts / most)) }];
  });
  for (let round = 0; round < ROUNDS; round += 1) relax(points, springs, 1 - round / ROUNDS);
  return new Map(fitPoints(points).map((point, i) => [sorted[i]?.code ?? "", point]));
}

/** A sunflower's seeds: the busiest in the middle, no two on one spot. */
function start(i: number): Point {
  const [radius, angle] = [0.08 * Math.sqrt(i + 0.5), i * 2.399963];
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

function relax(points: Point[], springs: readonly { i: number; j: number; pull: number }[], heat: number): void {
  const moves = points.map(() => ({ x: 0, y: 0 }));
  for (let i = 0; i < points.length; i += 1)
    for (let j = i + 1; j < points.length; j += 1) {
      const [dx, dy] = between(points, i, j);
      const force = REPULSION / Math.max(0.002, dx * dx + dy * dy);
      shift(moves, i, j, -dx * force, -dy * force);
    }
  for (const { i, j, pull } of springs) {
    const [dx, dy] = between(points, i, j);
    shift(moves, i, j, dx * pull, dy * pull);
  }
  for (const [i, point] of points.entries()) step(point, moves[i] ?? { x: 0, y: 0 }, heat);
}

const between = (points: readonly Point[], i: number, j: number): [number, number] => [
  (points[j]?.x ?? 0) - (points[i]?.x ?? 0),
  (points[j]?.y ?? 0) - (points[i]?.y ?? 0),
];

function shift(moves: readonly Point[], i: number, j: number, x: number, y: number): void {
  const [a, b] = [moves[i], moves[j]];
  if (!a || !b) return;
  a.x += x;
  a.y += y;
  b.x -= x;
  b.y -= y;
}

function step(point: Point, move: Point, heat: number): void {
  const [x, y] = [move.x - point.x * GRAVITY, move.y - point.y * GRAVITY];
  const length = Math.hypot(x, y);
  const scale = length === 0 ? 0 : Math.min(length, 0.06 * heat + 0.002) / length;
  point.x += x * scale;
  point.y += y * scale;
}

function fitPoints(points: readonly Point[]): Point[] {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left || 1, Math.max(...ys) - top || 1];
  return points.map(({ x, y }) => ({ x: round((x - left) / width), y: round((y - top) / height) }));
}

/** Rounded, so that the last bits of a sine do not make two machines draw two pictures. */
const round = (value: number) => Math.round(value * 1e4) / 1e4;
