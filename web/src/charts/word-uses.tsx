/** Who used a word when: a row for each user, a mark for each use. */
import type { WordUse } from "../api/types.js";
import { ChartFigure } from "../components/chart-figure.js";
import { useWidth } from "../components/use-width.js";
import { csvOf } from "../format/csv.js";
import { dateTicks, dayNumber } from "../format/dates.js";

const ROW = 24;
const MOST_USERS = 14;

export function WordUses({
  label,
  uses,
  first,
  last,
}: {
  label: string;
  uses: readonly WordUse[];
  first: string;
  last: string;
}) {
  const [box, width] = useWidth<HTMLDivElement>(700);
  const rows = rowsOf(uses).slice(0, MOST_USERS);
  const isNarrow = width < 520;
  const left = isNarrow ? 0 : 170;
  const row = isNarrow ? ROW + 14 : ROW;
  const [from, until] = [dayNumber(first), dayNumber(last)];
  const x = (day: number) => left + 6 + ((day - from) / Math.max(1, until - from)) * (width - left - 12);
  const height = row * rows.length + 24;
  return (
    <ChartFigure
      name="word"
      source={`Uses of “${label}” by who used it and when; in another’s mouth it counts for the other.`}
      csv={() =>
        csvOf(
          ["label", "user", "published", "publisher", "text"],
          uses.map((use) => [label, use.users.join("; "), use.published, use.publisher, use.text]),
        )
      }
    >
      <div ref={box}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`Uses of ${label} by user and time; the sentences below hold the same`}
        >
          {rows.map(({ user, days }, i) => (
            <g key={user} transform={`translate(0 ${i * row})`}>
              <text
                x={isNarrow ? 0 : left - 10}
                y={isNarrow ? 11 : ROW / 2 + 4}
                text-anchor={isNarrow ? "start" : "end"}
              >
                {user}
              </text>
              <line x1={left} x2={width} y1={row - ROW / 2} y2={row - ROW / 2} stroke="var(--rule)" stroke-width=".8" />
              {days.map((day, j) => (
                <circle key={j} cx={x(day).toFixed(1)} cy={row - ROW / 2} r="4" fill="var(--ink)" opacity=".62" />
              ))}
            </g>
          ))}
          {dateTicks(from, until, Math.floor((width - left) / 60)).map(({ day, label: name }) => (
            <text key={day} x={x(day)} y={height - 4} text-anchor="middle">
              {name}
            </text>
          ))}
        </svg>
      </div>
    </ChartFigure>
  );
}

export function rowsOf(uses: readonly WordUse[]): { user: string; days: number[] }[] {
  const rows = new Map<string, number[]>();
  for (const use of uses)
    for (const user of use.users.length > 0 ? use.users : ["somebody unnamed"]) {
      const day = dayNumber(use.published ?? "");
      if (!Number.isNaN(day)) rows.set(user, [...(rows.get(user) ?? []), day]);
    }
  return [...rows]
    .map(([user, days]) => ({ user, days }))
    .sort((a, b) => b.days.length - a.days.length || (a.user < b.user ? -1 : 1));
}
