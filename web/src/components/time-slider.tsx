/** A span of months by two handles; both are plain range inputs, so that keys and screen readers know them. */
import { useEffect, useRef, useState } from "preact/hooks";
import { formatDate } from "../format/dates.js";
import { lastDay, monthIndex, monthName } from "../format/months.js";
import { setQuery } from "../url/location.js";

interface Props {
  readonly first: string;
  readonly last: string;
  readonly query: URLSearchParams;
}

/** A dragged handle asks the server only once it has rested this long. */
const REST = 140;

export function TimeSlider({ first, last, query }: Props) {
  const [low, high] = [monthIndex(first), monthIndex(last)];
  const asked = [monthIndex(query.get("from") ?? first), monthIndex(query.get("until") ?? last)] as const;
  const [span, setSpan] = useState(asked);
  const timer = useRef(0);
  useEffect(() => setSpan(asked), [asked[0], asked[1]]);
  const move = (from: number, until: number) => {
    setSpan([from, until]);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setQuery({ from: from <= low ? null : `${monthName(from)}-01`, until: until >= high ? null : lastDay(until) });
    }, REST) as unknown as number;
  };
  const share = (index: number) => `${(100 * (index - low)) / Math.max(1, high - low)}%`;
  return (
    <div class="slider screen">
      <p class="slider-words">
        <b>{formatDate(monthName(span[0]))}</b> to <b>{formatDate(monthName(span[1]))}</b>
        <SpanButtons low={low} high={high} span={span} onMove={move} />
      </p>
      <div class="slider-track">
        <i class="slider-span" style={{ left: share(span[0]), right: `calc(100% - ${share(span[1])})` }} />
        <Handle
          label="from"
          value={span[0]}
          low={low}
          high={high}
          onMove={(value) => move(Math.min(value, span[1]), span[1])}
        />
        <Handle
          label="until"
          value={span[1]}
          low={low}
          high={high}
          onMove={(value) => move(span[0], Math.max(value, span[0]))}
        />
      </div>
      <p class="slider-ends meta">
        <span>{monthName(low).slice(0, 4)}</span>
        <span>{monthName(high).slice(0, 4)}</span>
      </p>
    </div>
  );
}

function Handle({
  label,
  value,
  low,
  high,
  onMove,
}: {
  label: string;
  value: number;
  low: number;
  high: number;
  onMove: (value: number) => void;
}) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={formatDate(monthName(value))}
      min={low}
      max={high}
      value={value}
      onInput={(event) => onMove(Number(event.currentTarget.value))}
    />
  );
}

function SpanButtons({
  low,
  high,
  span,
  onMove,
}: {
  low: number;
  high: number;
  span: readonly [number, number];
  onMove: (from: number, until: number) => void;
}) {
  const length = span[1] - span[0] + 1;
  const shift = (by: number) => {
    const from = Math.max(low, Math.min(high - length + 1, span[0] + by * length));
    onMove(from, from + length - 1);
  };
  return (
    <span class="slider-buttons">
      <button type="button" class="pill" onClick={() => shift(-1)} aria-label="one span earlier">
        ←
      </button>
      <button type="button" class="pill" onClick={() => onMove(high - 11, high)}>
        last year
      </button>
      <button type="button" class="pill" onClick={() => onMove(low, high)}>
        all
      </button>
      <button type="button" class="pill" onClick={() => shift(1)} aria-label="one span later">
        →
      </button>
    </span>
  );
}
