/** What moved: the turns, the newest acts, who is busiest, and what was read at all. */
import type { Desk, PairRow, Status, Turn } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import { CoverageFigure } from "../charts/coverage.js";
import { Act } from "../components/act.js";
import { useNames } from "../components/countries.js";
import { Head } from "../components/head.js";
import { Quote } from "../components/sentence.js";
import { Spark } from "../components/spark.js";
import { Answer, Bones, EmptyArchive } from "../components/states.js";
import { pairPath } from "../format/acts.js";
import { formatDate, formatShort } from "../format/dates.js";
import { formatCount, formatPercent, formatPlural, formatSigned } from "../format/numbers.js";
import { formatPath } from "../url/route.js";

const TURNS_SHOWN = 7;
const ACTS_SHOWN = 10;
const ACTORS_SHOWN = 14;

export function DeskPage() {
  const status = useApi<Status>("/api/status");
  const desk = useApi<Desk>("/api/desk");
  if (status.data?.reports === 0)
    return (
      <>
        <Head kind="Desk" tab="Desk" title="Nothing read yet" />
        <EmptyArchive />
      </>
    );
  return (
    <>
      <Head kind="Desk" tab="Desk" title="What moved">
        {status.data && <Summary status={status.data} />}
      </Head>
      <Answer loaded={desk} bones={<Bones lines={12} />}>
        {(data) => <DeskBody desk={data} />}
      </Answer>
    </>
  );
}

function Summary({ status }: { status: Status }) {
  return (
    <p class="meta">
      {formatPlural(status.occurrences, "act")} between {formatPlural(status.pairs, "pair")} of countries, from{" "}
      {formatPlural(status.reports, "report")} of {formatPlural(status.sources, "outlet")}, {formatDate(status.first)}{" "}
      to {formatDate(status.last)}.
    </p>
  );
}

function DeskBody({ desk }: { desk: Desk }) {
  return (
    <>
      <div class="cols desk">
        <section>
          <h2>
            Turns <a href="/relations">all relations</a>
          </h2>
          {desk.turns.slice(0, TURNS_SHOWN).map((turn) => (
            <TurnRow key={`${turn.a}${turn.b}${turn.date}`} turn={turn} pair={pairOf(desk, turn)} />
          ))}
        </section>
        <Busiest desk={desk} />
      </div>
      <section class="below">
        <h2>What was read</h2>
        <CoverageFigure coverage={desk.coverage} />
      </section>
      <section class="below">
        <h2>
          Newest acts <a href="/search">all acts</a>
        </h2>
        <div class="pairs">
          {desk.occurrences.slice(0, ACTS_SHOWN).map((row) => (
            <Act key={row.key} row={row} />
          ))}
        </div>
      </section>
    </>
  );
}

const pairOf = (desk: Desk, turn: Turn): PairRow | undefined =>
  desk.pairs.find((pair) => pair.a === turn.a && pair.b === turn.b);

function TurnRow({ turn, pair }: { turn: Turn; pair: PairRow | undefined }) {
  const nameOf = useNames();
  const tone = turn.direction === "closer" ? "coop" : "conf";
  const sentence = turn.headline;
  return (
    <article class="turn">
      <a class="pair" href={`${pairPath(turn.a, turn.b)}?turn=${turn.date}`}>
        {nameOf(turn.a)} and {nameOf(turn.b)}
      </a>
      <div class="turn-line">{pair && <Spark values={pair.spark} />}</div>
      <p class="turn-size num">
        <span class={tone}>
          {formatSigned(turn.direction === "closer" ? Math.abs(turn.size) : -Math.abs(turn.size))}
        </span>
      </p>
      <div class="turn-why">
        {sentence && (
          <Quote
            sentence={sentence}
            quad={turn.direction === "closer" ? 2 : 4}
            href={turn.because[0] ? `/occurrence/${turn.because[0]}` : undefined}
          />
        )}
        <p class="meta">
          <span class={tone}>{turn.direction}</span> since {formatShort(turn.date)} · sure{" "}
          {formatPercent(turn.confidence)}
        </p>
      </div>
    </article>
  );
}

function Busiest({ desk }: { desk: Desk }) {
  const nameOf = useNames();
  const most = Math.max(1, ...desk.actors.map((actor) => actor.events));
  return (
    <section>
      <h2>Most active</h2>
      <table>
        <thead class="unseen">
          <tr>
            <th>Actor</th>
            <th>Acts</th>
          </tr>
        </thead>
        <tbody>
          {desk.actors.slice(0, ACTORS_SHOWN).map((actor) => (
            <tr key={actor.key}>
              <td>
                <a href={formatPath(["search"], { actor: actor.key, q: actor.name })}>
                  <bdi>{actor.name}</bdi>
                </a>
                {actor.country !== null && nameOf(actor.country) !== actor.name && (
                  <small class="meta"> {nameOf(actor.country)}</small>
                )}
              </td>
              <td class="num">
                <span class="bar">
                  <i style={{ width: `${(100 * actor.events) / most}%` }} />
                </span>{" "}
                {formatCount(actor.events)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
