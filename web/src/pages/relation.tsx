/** Two countries: the line, its turns, and for a chosen span the sentences that moved it. */
import { useCallback } from "preact/hooks";
import type { Relation, Why } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { type DaySpan, RelationChart } from "../charts/relation-chart.js";
import { Act } from "../components/act.js";
import { ChartFigure } from "../components/chart-figure.js";
import { useNames } from "../components/countries.js";
import { Head } from "../components/head.js";
import { Answer, Bones, Nothing } from "../components/states.js";
import { formatType } from "../format/acts.js";
import { csvOf } from "../format/csv.js";
import { dayName, dayNumber, formatDate, formatShort } from "../format/dates.js";
import { formatCount, formatPercent, formatPlural, formatSigned, toneOf } from "../format/numbers.js";
import { setQuery } from "../url/location.js";
import { changeQuery, formatPath } from "../url/route.js";
import { Formula } from "./relation-formula.js";
import { Switches } from "./relation-switches.js";

/** What the switches set; they go to the server as they stand in the address. */
const SWITCHES = ["from", "until", "without", "without-state", "first-hand", "copies", "claims"];
const AROUND_TURN = [-28, 56] as const;

export function RelationPage({ route }: PageProps) {
  const [a = "", b = ""] = route.params;
  const switches = new URLSearchParams([...route.query].filter(([name]) => SWITCHES.includes(name)));
  const path = `${formatPath(["api", "relations", a, b])}?${switches}`;
  const loaded = useApi<Relation>(path);
  const nameOf = useNames();
  const title = `${nameOf(a)} and ${nameOf(b)}`;
  return (
    <Answer loaded={loaded} bones={<Bones isTall lines={8} />}>
      {(relation) => (
        <Body relation={relation} title={title} query={route.query} switches={switches} isLoading={loaded.isLoading} />
      )}
    </Answer>
  );
}

interface BodyProps {
  readonly relation: Relation;
  readonly title: string;
  readonly query: URLSearchParams;
  readonly switches: URLSearchParams;
  readonly isLoading: boolean;
}

function Body({ relation, title, query, switches }: BodyProps) {
  const { a, b } = relation;
  const chosen = readSpan(query) ?? spanOfTurn(relation, query.get("turn"));
  const setSpan = useCallback(
    (span: DaySpan | null) => setQuery({ span: span ? span.join("/") : null, turn: null }),
    [],
  );
  const now = relation.line.findLast((point) => point.closeness !== null);
  const half = now && now.high !== null && now.low !== null ? (now.high - now.low) / 2 : null;
  const source = `Closeness of ${title}, on a scale of −10 to +10; band: 90 % interval. Marks: acts, pale verbal, full material. Shaded: nothing was read. Yellow: the span chosen.`;
  return (
    <>
      <Head
        kind="Relation"
        tab={title}
        title={title}
        figure={
          now && (
            <>
              <p class={`big num ${toneOf(now.closeness)}`}>{formatSigned(now.closeness)}</p>
              <p class="meta">closeness now{half !== null && `, ± ${half.toFixed(1)}`}</p>
            </>
          )
        }
      >
        <Summary relation={relation} />
      </Head>
      <Switches relation={relation} query={query} />
      {relation.acts.length === 0 ? (
        <Nothing kind={relation.coverageGaps.length > 0 ? "nothing-read" : "nothing-happened"} />
      ) : (
        <ChartFigure name={`${a}-${b}`} source={source} csv={() => formatCsv(relation)}>
          <RelationChart relation={relation} title={`Closeness of ${title}`} span={chosen} onSpan={setSpan} />
        </ChartFigure>
      )}
      <div class="cols after-chart">
        <div>
          <WhyList relation={relation} span={chosen} switches={switches} onSpan={setSpan} />
          <ActTable relation={relation} />
        </div>
        <aside class="prose">
          <h2>How this line is made</h2>
          <Formula settings={relation.settings} />
          <TurnsList relation={relation} chosen={chosen} onSpan={setSpan} />
        </aside>
      </div>
    </>
  );
}

function Summary({ relation: { acts, turns } }: { relation: Relation }) {
  const tellings = acts.reduce((sum, act) => sum + act.tellings, 0);
  const last = turns.at(-1);
  const [first, newest] = [
    acts
      .map((act) => act.day)
      .sort()
      .at(0),
    acts
      .map((act) => act.day)
      .sort()
      .at(-1),
  ];
  if (first === undefined || newest === undefined) return <p class="meta">No act between the two was read.</p>;
  return (
    <p class="meta">
      {formatPlural(acts.length, "act")} in {formatPlural(tellings, "telling")}, {first.slice(0, 4)}–
      {newest.slice(0, 4)}.
      {last && (
        <>
          {" "}
          {last.direction === "closer" ? "Closer" : "Apart"} since {formatDate(last.date)}.
        </>
      )}
    </p>
  );
}

function readSpan(query: URLSearchParams): DaySpan | null {
  const [from, until] = (query.get("span") ?? "").split("/");
  return from && until && !Number.isNaN(dayNumber(from) + dayNumber(until)) && from <= until ? [from, until] : null;
}

/** The turn that the address names, else the largest; without turns the last quarter that has acts. */
function spanOfTurn({ turns, acts }: Relation, date: string | null): DaySpan | null {
  const named = turns.find((turn) => turn.date === date);
  const largest = turns.reduce<string | null>(
    (best, turn) =>
      best === null || Math.abs(turn.size) > Math.abs(turns.find((one) => one.date === best)?.size ?? 0)
        ? turn.date
        : best,
    null,
  );
  const day = named?.date ?? largest;
  if (day) return [dayName(dayNumber(day) + AROUND_TURN[0]), dayName(dayNumber(day) + AROUND_TURN[1])];
  const newest = acts
    .map((act) => act.day)
    .sort()
    .at(-1);
  return newest ? [dayName(dayNumber(newest) - 90), newest] : null;
}

interface WhyProps {
  readonly relation: Relation;
  readonly span: DaySpan | null;
  readonly switches: URLSearchParams;
  readonly onSpan: (span: DaySpan | null) => void;
}

function WhyList({ relation, span, switches, onSpan }: WhyProps) {
  const query = changeQuery(switches, span ? { from: span[0], until: span[1] } : {});
  const loaded = useApi<Why>(
    span === null ? null : `${formatPath(["api", "relations", relation.a, relation.b, "why"])}?${query}`,
  );
  if (span === null) return null;
  const pick = (which: 0 | 1) => (event: { currentTarget: HTMLInputElement }) => {
    const { value } = event.currentTarget;
    const days = which === 0 ? [value, span[1]] : [span[0], value];
    const [from = "", until = ""] = days.sort();
    if (value !== "") onSpan([from, until]);
  };
  return (
    <section>
      <h2>
        What moved it, {formatDate(span[0])} to {formatDate(span[1])}
      </h2>
      <div class="form screen">
        <label>
          from <input class="field" type="date" value={span[0]} onChange={pick(0)} />
        </label>
        <label>
          to <input class="field" type="date" value={span[1]} onChange={pick(1)} />
        </label>
        <p class="meta">or draw over the chart</p>
      </div>
      <Answer loaded={loaded} bones={<Bones lines={6} />}>
        {(why) => <Shares why={why} />}
      </Answer>
    </section>
  );
}

function Shares({ why }: { why: Why }) {
  if (why.shares.length === 0) return <Nothing kind="nothing-happened" />;
  return (
    <>
      <p class="meta span-sum">
        From {formatSigned(why.before)} to {formatSigned(why.after)}.
        {why.fading !== null && (
          <> The fading of older acts alone would have moved it by {formatSigned(why.fading, 2)}.</>
        )}
      </p>
      {why.shares.map(({ occurrence, move, share, sentence }) => (
        <Act
          key={occurrence.key}
          row={occurrence}
          sentence={sentence ?? occurrence.sentence}
          side={
            <>
              <span class="move">{formatSigned(move, 2)}</span>
              <br />
              <small class="meta">{formatPercent(share)}</small>
            </>
          }
        />
      ))}
    </>
  );
}

function TurnsList({
  relation,
  chosen,
  onSpan,
}: {
  relation: Relation;
  chosen: DaySpan | null;
  onSpan: (span: DaySpan) => void;
}) {
  if (relation.turns.length === 0) return <p>No turn: nothing in this line is more than its interval allows.</p>;
  return (
    <>
      <h2>Turns</h2>
      <ul class="turns-list">
        {[...relation.turns].reverse().map((turn) => {
          const span = spanOfTurn(relation, turn.date);
          return (
            <li key={turn.date}>
              <button
                type="button"
                aria-pressed={span?.[0] === chosen?.[0] && span?.[1] === chosen?.[1]}
                onClick={() => span && onSpan(span)}
              >
                <span>{formatShort(turn.date)}</span>
                <span>
                  <span class={turn.direction === "closer" ? "coop" : "conf"}>{turn.direction}</span>{" "}
                  {formatSigned(turn.direction === "closer" ? Math.abs(turn.size) : -Math.abs(turn.size))} · sure{" "}
                  {formatPercent(turn.confidence)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const MOST_ROWS = 500;

function ActTable({ relation: { acts, a, b } }: { relation: Relation }) {
  const nameOf = useNames();
  const ways = { forth: `${nameOf(a)} → ${nameOf(b)}`, back: `${nameOf(b)} → ${nameOf(a)}`, both: "both" };
  return (
    <details class="screen">
      <summary>All {formatCount(acts.length)} acts as a table</summary>
      <section class="scroll" tabIndex={0} aria-label="All acts">
        <table>
          <thead>
            <tr>
              <th>Day</th>
              <th>Act</th>
              <th>Who</th>
              <th class="num">Score</th>
              <th class="num">Tellings</th>
            </tr>
          </thead>
          <tbody>
            {acts.slice(0, MOST_ROWS).map((act) => (
              <tr key={act.key}>
                <td class="nowrap">{formatShort(act.day)}</td>
                <td>
                  <a href={`/occurrence/${act.key}`}>{formatType(act.type, act.modes)}</a>
                </td>
                <td>{ways[act.direction]}</td>
                <td class="num">{formatSigned(act.score)}</td>
                <td class="num">{act.tellings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {acts.length > MOST_ROWS && (
        <p class="meta">The first {MOST_ROWS}; a shorter span, or /api/events, gives the rest.</p>
      )}
    </details>
  );
}

const formatCsv = ({ line }: Relation) =>
  csvOf(
    ["day", "closeness", "low", "high"],
    line.map((point) => [point.day, point.closeness, point.low, point.high]),
  );
