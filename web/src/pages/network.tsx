/** Who deals with whom: a network of countries, and a table that says the same. */
import type { NetworkView, Status } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { NetworkChart } from "../charts/network-chart.js";
import { ChartFigure } from "../components/chart-figure.js";
import { useNames } from "../components/countries.js";
import { Head } from "../components/head.js";
import { Pill } from "../components/pill.js";
import { Answer, Bones, Nothing } from "../components/states.js";
import { TimeSlider } from "../components/time-slider.js";
import { useWidth } from "../components/use-width.js";
import { pairPath } from "../format/acts.js";
import { csvOf } from "../format/csv.js";
import { formatCount, formatSigned, toneOf } from "../format/numbers.js";
import { setQuery } from "../url/location.js";
import { changeQuery } from "../url/route.js";

const SOURCE =
  "Edges: the thicker the more acts, blue-green where the two are close, rust where they are apart, the fuller the more so.";
/** More countries than this cannot be told apart; the table has them all. */
const MOST_NODES = 40;
const LEAST = ["1", "3", "10", "30"] as const;

export function NetworkPage({ route: { query } }: PageProps) {
  const status = useApi<Status>("/api/status");
  const asked = changeQuery(new URLSearchParams(), {
    from: query.get("from"),
    until: query.get("until"),
    min: query.get("min") ?? "3",
  });
  const loaded = useApi<NetworkView>(`/api/network?${asked}`);
  const { first, last } = status.data ?? { first: null, last: null };
  return (
    <>
      <Head kind="Network" tab="Network" title="Who deals with whom" />
      {first !== null && last !== null && <TimeSlider first={first} last={last} query={query} />}
      <fieldset class="switches">
        <legend class="unseen">At least so many acts</legend>
        {LEAST.map((least) => (
          <Pill
            key={least}
            isOn={(query.get("min") ?? "3") === least}
            onTurn={() => setQuery({ min: least === "3" ? null : least })}
          >
            {least === "1" ? "every pair" : `at least ${least} acts`}
          </Pill>
        ))}
      </fieldset>
      <Answer loaded={loaded} bones={<Bones isTall lines={5} />}>
        {(view) =>
          view.edges.length === 0 ? <Nothing kind="nothing-happened" /> : <Body view={view} of={query.get("of")} />
        }
      </Answer>
    </>
  );
}

function Body({ view, of }: { view: NetworkView; of: string | null }) {
  const [box, width] = useWidth<HTMLDivElement>(1100);
  const drawn = cut(view);
  const left = view.nodes.length - drawn.nodes.length;
  return (
    <>
      <ChartFigure
        name="network"
        source={left > 0 ? `${SOURCE} The ${MOST_NODES} busiest countries; ${left} more are in the table.` : SOURCE}
        csv={() => networkCsv(view)}
      >
        <div ref={box}>
          <NetworkChart view={drawn} width={width} of={of} onChoose={(code) => setQuery({ of: code })} />
        </div>
      </ChartFigure>
      <EdgeTable view={view} of={of} />
    </>
  );
}

function cut(view: NetworkView): NetworkView {
  const nodes = [...view.nodes].sort((a, b) => b.acts - a.acts).slice(0, MOST_NODES);
  const kept = new Set(nodes.map((node) => node.code));
  return { nodes, edges: view.edges.filter((edge) => kept.has(edge.a) && kept.has(edge.b)) };
}

const networkCsv = ({ edges }: NetworkView) =>
  csvOf(
    ["a", "b", "acts", "closeness"],
    edges.map(({ a, b, acts, closeness }) => [a, b, acts, closeness]),
  );

const ROWS = 200;

function EdgeTable({ view, of }: { view: NetworkView; of: string | null }) {
  const nameOf = useNames();
  const edges = view.edges
    .filter((edge) => of === null || edge.a === of || edge.b === of)
    .sort((a, b) => b.acts - a.acts);
  return (
    <section class="below">
      <h2>
        {of === null ? "Pairs" : `Pairs of ${nameOf(of)}`}
        {of !== null && (
          <button type="button" class="link-button" onClick={() => setQuery({ of: null })}>
            all
          </button>
        )}
      </h2>
      <section class="scroll tall" tabIndex={0} aria-label="Pairs of countries by acts">
        <table>
          <thead>
            <tr>
              <th>Pair</th>
              <th class="num">Acts</th>
              <th class="num">Closeness</th>
            </tr>
          </thead>
          <tbody>
            {edges.slice(0, ROWS).map((edge) => (
              <tr key={`${edge.a}${edge.b}`}>
                <td>
                  <a href={pairPath(edge.a, edge.b)}>
                    {nameOf(edge.a)} and {nameOf(edge.b)}
                  </a>
                </td>
                <td class="num">{formatCount(edge.acts)}</td>
                <td class={`num ${toneOf(edge.closeness)}`}>{formatSigned(edge.closeness)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
