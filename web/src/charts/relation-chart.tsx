/** The closeness of two countries as a line with its interval, its turns, its gaps, and the acts that make it below. */
import { useMemo, useState } from "preact/hooks";
import type { Relation, RelationAct } from "../api/types.js";
import { sparkPath } from "../components/spark.js";
import { Tip } from "../components/tip.js";
import { useWidth } from "../components/use-width.js";
import { formatType } from "../format/acts.js";
import { dateTicks, dayName, dayNumber, formatShort } from "../format/dates.js";
import { formatPlural, formatSigned } from "../format/numbers.js";
import { navigate } from "../url/location.js";
import {
  dayAt,
  type Frame,
  groupActs,
  laneOf,
  layoutRelation,
  placeLabels,
  stretches,
  valueTicks,
  xOf,
  yOf,
} from "./relation-layout.js";

const HUES = ["", "var(--coop-1)", "var(--coop-2)", "var(--conf-1)", "var(--conf-2)"];
const LANES = ["material", "verbal", "verbal", "material"];
/** A press that moves less than this is a click on an act, not a brush. */
const SLACK = 5;

export type DaySpan = readonly [string, string];

interface Props {
  readonly relation: Relation;
  readonly title: string;
  readonly span: DaySpan | null;
  readonly onSpan: (span: DaySpan | null) => void;
}

interface Pointer {
  readonly x: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly y: number;
}

export function RelationChart({ relation, title, span, onSpan }: Props) {
  const [box, width] = useWidth<HTMLDivElement>(1100);
  const frame = useMemo(() => layoutRelation(relation, width), [relation, width]);
  const [pressed, setPressed] = useState<number | null>(null);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const near = pointer === null ? null : nearestAct(relation.acts, frame, pointer);
  const shown: DaySpan | null = pressed !== null && pointer !== null ? sortSpan(frame, pressed, pointer.x) : span;

  const track = (event: PointerEvent & { currentTarget: SVGSVGElement }) => setPointer(pointerOf(event));
  const press = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setPressed(pointerOf(event).x);
  };
  const release = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const at = pointerOf(event);
    if (pressed !== null && Math.abs(at.x - pressed) > SLACK) onSpan(sortSpan(frame, pressed, at.x));
    else if (near) navigate(`/occurrence/${near.key}`);
    else if (pressed !== null) onSpan(null);
    setPressed(null);
  };
  return (
    <div ref={box} class="relation-chart">
      <svg
        width={width}
        height={frame.height}
        viewBox={`0 0 ${width} ${frame.height}`}
        role="img"
        aria-label={`${title}, ${formatShort(dayName(frame.from))} to ${formatShort(dayName(frame.until))}`}
        onPointerMove={track}
        onPointerDown={press}
        onPointerUp={release}
        onPointerLeave={() => setPointer(null)}
      >
        <Ground frame={frame} relation={relation} span={shown} />
        <Line frame={frame} relation={relation} />
        <Acts frame={frame} acts={relation.acts} near={near} />
        <Turns frame={frame} relation={relation} />
        {pointer && pressed === null && (
          <line
            data-screen
            x1={pointer.x}
            x2={pointer.x}
            y1={frame.top}
            y2={frame.height - 24}
            stroke="var(--faint)"
            stroke-width=".6"
          />
        )}
      </svg>
      {pointer && pressed === null && <PointTip pointer={pointer} frame={frame} relation={relation} near={near} />}
    </div>
  );
}

function pointerOf(event: PointerEvent & { currentTarget: SVGSVGElement }): Pointer {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top, clientX: event.clientX, clientY: event.clientY };
}

function sortSpan(frame: Frame, a: number, b: number): DaySpan {
  return [dayName(dayAt(frame, Math.min(a, b))), dayName(dayAt(frame, Math.max(a, b)))];
}

function nearestAct(acts: readonly RelationAct[], frame: Frame, { x, y }: Pointer): RelationAct | null {
  if (y < frame.lanes - 4) return null;
  const lane = Math.floor((y - frame.lanes) / frame.lane);
  const inLane = acts.filter((act) => laneOf(act.quad) === lane);
  const distance = (act: RelationAct) => Math.abs(xOf(frame, dayNumber(act.day)) - x);
  const near = inLane.reduce<RelationAct | null>(
    (best, act) => (best === null || distance(act) < distance(best) ? act : best),
    null,
  );
  return near && distance(near) < 9 ? near : null;
}

function Ground({ frame, relation, span }: { frame: Frame; relation: Relation; span: DaySpan | null }) {
  const foot = frame.lanes + 4 * frame.lane;
  return (
    <>
      {relation.coverageGaps.map(({ from, until }) => {
        const [x0, x1] = [
          Math.max(frame.left, xOf(frame, dayNumber(from))),
          Math.min(frame.right, xOf(frame, dayNumber(until))),
        ];
        if (x1 <= x0) return null;
        return (
          <g key={from}>
            <rect x={x0} width={Math.max(1, x1 - x0)} y={frame.top} height={foot - frame.top} fill="var(--wash)" />
            {x1 - x0 > 66 && (
              <text x={(x0 + x1) / 2} y={frame.bottom - 6} text-anchor="middle">
                nothing read
              </text>
            )}
          </g>
        );
      })}
      {span && <SpanRect frame={frame} span={span} foot={foot} />}
      {valueTicks(frame.low, frame.high).map((value) => (
        <g key={value}>
          <line
            x1={frame.left}
            x2={frame.right}
            y1={yOf(frame, value)}
            y2={yOf(frame, value)}
            stroke={value === 0 ? "var(--faint)" : "var(--rule)"}
            stroke-width={value === 0 ? 1 : 0.7}
          />
          <text x={frame.left - 8} y={yOf(frame, value) + 4} text-anchor="end">
            {formatSigned(value, 0)}
          </text>
        </g>
      ))}
      {dateTicks(frame.from, frame.until, Math.floor((frame.right - frame.left) / 56)).map(({ day, label }) => (
        <g key={day}>
          <line
            x1={xOf(frame, day)}
            x2={xOf(frame, day)}
            y1={foot}
            y2={foot + 5}
            stroke="var(--faint)"
            stroke-width=".8"
          />
          <text x={xOf(frame, day)} y={foot + 18} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
    </>
  );
}

function SpanRect({ frame, span, foot }: { frame: Frame; span: DaySpan; foot: number }) {
  const x0 = Math.max(frame.left, xOf(frame, dayNumber(span[0])));
  const x1 = Math.min(frame.right, xOf(frame, dayNumber(span[1])));
  return x1 < x0 ? null : (
    <rect x={x0} width={Math.max(2, x1 - x0)} y={frame.top} height={foot - frame.top} fill="var(--mark)" opacity=".6" />
  );
}

function Line({ frame, relation: { line } }: { frame: Frame; relation: Relation }) {
  const x = (i: number) => xOf(frame, dayNumber(line[i]?.day ?? ""));
  const y = (value: number) => yOf(frame, Math.max(frame.low, Math.min(frame.high, value)));
  return (
    <>
      {stretches(line).map(([from, until]) => {
        const points = line.slice(from, until + 1);
        const high = points.map((point, i) => `${x(from + i).toFixed(1)} ${y(point.high ?? 0).toFixed(1)}`);
        const low = points.map((point, i) => `${x(from + i).toFixed(1)} ${y(point.low ?? 0).toFixed(1)}`).reverse();
        return <path key={from} d={`M${[...high, ...low].join("L")}Z`} fill="var(--ink)" opacity=".1" />;
      })}
      <path
        d={sparkPath(
          line.map((point) => point.closeness),
          x,
          y,
        )}
        fill="none"
        stroke="var(--ink)"
        stroke-width="2"
        stroke-linejoin="round"
      />
    </>
  );
}

function Acts({ frame, acts, near }: { frame: Frame; acts: readonly RelationAct[]; near: RelationAct | null }) {
  const spots = useMemo(() => groupActs(acts, frame), [acts, frame]);
  const middle = (lane: number) => frame.lanes + (lane + 0.5) * frame.lane;
  const isLabelled = frame.left > 60;
  return (
    <>
      {LANES.map((name, lane) => (
        <g key={lane}>
          <line
            x1={frame.left}
            x2={frame.right}
            y1={middle(lane)}
            y2={middle(lane)}
            stroke="var(--rule)"
            stroke-width=".7"
          />
          {isLabelled && (
            <text x={frame.left - 8} y={middle(lane) + 4} text-anchor="end">
              {name}
            </text>
          )}
        </g>
      ))}
      {isLabelled && (
        <text class="lane-coop" x={0} y={middle(0.5) + 4}>
          coop.
        </text>
      )}
      {isLabelled && (
        <text class="lane-conf" x={0} y={middle(2.5) + 4}>
          conflict
        </text>
      )}
      {spots.map((spot) => (
        <circle
          key={`${spot.x}|${spot.lane}`}
          cx={spot.x}
          cy={middle(spot.lane)}
          r={Math.min(frame.lane / 2 - 0.5, 1.8 + Math.sqrt(spot.acts.length) * 1.1)}
          fill={HUES[spot.acts[0]?.quad ?? 0] ?? ""}
          opacity={near && spot.acts.includes(near) ? 1 : 0.78}
          stroke={near && spot.acts.includes(near) ? "var(--ink)" : "none"}
          stroke-width="1.4"
        />
      ))}
    </>
  );
}

function Turns({ frame, relation }: { frame: Frame; relation: Relation }) {
  return (
    <>
      {placeLabels(relation.turns, frame).map(({ turn, x, row, anchor }) => {
        const hue = turn.direction === "closer" ? "var(--coop-2)" : "var(--conf-2)";
        return (
          <g key={turn.date}>
            <line x1={x} x2={x} y1={frame.top - 18} y2={frame.bottom} stroke={hue} stroke-dasharray="2 3" />
            {row !== null && (
              <text
                class={turn.direction === "closer" ? "turn-coop" : "turn-conf"}
                x={anchor === "start" ? x + 5 : x - 5}
                y={frame.top - 9}
                text-anchor={anchor}
              >
                {turn.direction} · {formatShort(turn.date.slice(0, 7))}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function PointTip({
  pointer,
  frame,
  relation,
  near,
}: {
  pointer: Pointer;
  frame: Frame;
  relation: Relation;
  near: RelationAct | null;
}) {
  if (near)
    return (
      <Tip x={pointer.clientX} y={pointer.clientY}>
        {formatType(near.type, near.modes)}, {formatSigned(near.score)}
        <small>
          {formatShort(near.day)} · {formatPlural(near.tellings, "telling")} · {near.status} · click for all tellings
        </small>
      </Tip>
    );
  const day = dayAt(frame, pointer.x);
  const point = relation.line.findLast((one) => dayNumber(one.day) <= day);
  if (!point || point.closeness === null) return null;
  return (
    <Tip x={pointer.clientX} y={pointer.clientY}>
      {formatSigned(point.closeness)}
      <small>
        {formatShort(point.day)} · between {formatSigned(point.low)} and {formatSigned(point.high)}
      </small>
    </Tip>
  );
}
