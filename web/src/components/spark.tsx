/** A line the size of a word: closeness by quarter, gaps where nothing was read. */

interface Props {
  readonly values: readonly (number | null)[];
}

const WIDTH = 96;
const HEIGHT = 26;
/** Closeness beyond this stands at the edge: sparks are compared with one another, so they share one scale. */
const MOST = 4;

export function Spark({ values }: Props) {
  const x = (i: number) => (values.length < 2 ? 0 : (i * (WIDTH - 4)) / (values.length - 1)) + 1;
  const y = (value: number) => HEIGHT / 2 - (Math.max(-MOST, Math.min(MOST, value)) / MOST) * (HEIGHT / 2 - 3);
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke="var(--rule)" />
      <path
        d={sparkPath(values, x, y)}
        fill="none"
        stroke="var(--soft)"
        stroke-width="1.3"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      {last >= 0 && (
        <circle
          cx={x(last)}
          cy={y(values[last] ?? 0)}
          r="2.4"
          fill={(values[last] ?? 0) < 0 ? "var(--conf-2)" : "var(--coop-2)"}
        />
      )}
    </svg>
  );
}

/** A path that lifts its pen at every null. */
export function sparkPath(
  values: readonly (number | null)[],
  x: (i: number) => number,
  y: (value: number) => number,
): string {
  let isDown = false;
  let path = "";
  values.forEach((value, i) => {
    if (value !== null) path += `${isDown ? "L" : "M"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    isDown = value !== null;
  });
  return path;
}
