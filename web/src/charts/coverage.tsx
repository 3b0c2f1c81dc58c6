/** Who was read when: one row an outlet, one cell a stretch of time, shaded where nothing was read. */
import type { Coverage } from "../api/types.js";
import { ChartFigure } from "../components/chart-figure.js";
import { useWidth } from "../components/use-width.js";
import { csvOf } from "../format/csv.js";
import { dateTicks, dayNumber, formatShort } from "../format/dates.js";
import { formatPlural } from "../format/numbers.js";
import { binCounts } from "./bin-counts.js";

const ROW = 22;
const CELL = 7;
const SOURCE =
  "Reports read, by outlet and time; darker is more. Shaded: nothing was read, which is not the same as nothing happened.";

export function CoverageFigure({ coverage }: { coverage: Coverage }) {
  const [box, width] = useWidth<HTMLDivElement>(900);
  const days = coverage.weeks;
  const left = width < 560 ? 0 : 190;
  const head = left === 0 ? 15 : 0;
  const bins = binCounts(coverage.counts, Math.max(1, Math.floor((width - left) / CELL)));
  const row = ROW + head;
  const height = row * coverage.publishers.length + 22;
  const columns = bins.columns;
  const cell = (width - left) / Math.max(1, columns);
  const [from, until] = [dayNumber(days[0] ?? "1970-01-01"), dayNumber(days.at(-1) ?? "1970-01-08")];
  const x = (day: number) => left + ((day - from) / Math.max(1, until - from)) * (width - left);
  return (
    <ChartFigure name="coverage" source={SOURCE} isBare csv={() => formatCsv(coverage, days)}>
      <div ref={box}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`Reports of ${formatPlural(coverage.publishers.length, "outlet")} by week, ${formatShort(days[0] ?? null)} to ${formatShort(days.at(-1) ?? null)}`}
        >
          {coverage.publishers.map((publisher, i) => (
            <g key={publisher} transform={`translate(0 ${i * row})`}>
              <text
                x={left === 0 ? 0 : left - 12}
                y={left === 0 ? 11 : ROW / 2 + 4}
                text-anchor={left === 0 ? "start" : "end"}
              >
                {clip(publisher)}
              </text>
              <rect x={left} y={head + 2} width={width - left} height={ROW - 4} fill="var(--wash)" />
              {(bins.rows[i] ?? []).map(
                (count, column) =>
                  count > 0 && (
                    <rect
                      key={column}
                      x={left + column * cell}
                      y={head + 2}
                      width={Math.max(1, cell - 1)}
                      height={ROW - 4}
                      fill="var(--coop-2)"
                      opacity={0.25 + 0.75 * Math.sqrt(count / bins.most)}
                    />
                  ),
              )}
            </g>
          ))}
          {dateTicks(from, until, Math.floor((width - left) / 60)).map(({ day, label }) => (
            <text key={day} x={x(day)} y={height - 5} text-anchor={x(day) > width - 16 ? "end" : "start"}>
              {label}
            </text>
          ))}
        </svg>
      </div>
    </ChartFigure>
  );
}

const clip = (name: string) => (name.length > 32 ? `${name.slice(0, 31)}…` : name);

const formatCsv = (coverage: Coverage, days: readonly string[]) =>
  csvOf(
    ["publisher", "from", "reports"],
    coverage.publishers.flatMap((publisher, i) => days.map((day, j) => [publisher, day, coverage.counts[i]?.[j] ?? 0])),
  );
