/** All pairs of countries, sorted by what the reader asks for. */

import type { PairRow } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { useNames } from "../components/countries.js";
import { Head } from "../components/head.js";
import { Spark } from "../components/spark.js";
import { Answer, Bones, EmptyArchive } from "../components/states.js";
import { pairPath } from "../format/acts.js";
import { formatShort } from "../format/dates.js";
import { formatCount, formatSigned, toneOf } from "../format/numbers.js";
import { setQuery } from "../url/location.js";

type Order = "acts" | "closeness" | "turn";
const SHOWN = 120;

const COMPARE: Readonly<Record<Order, (x: PairRow, y: PairRow) => number>> = {
  acts: (x, y) => y.acts - x.acts,
  closeness: (x, y) => (y.closeness ?? 0) - (x.closeness ?? 0),
  turn: (x, y) => (y.lastTurn?.date ?? "").localeCompare(x.lastTurn?.date ?? ""),
};

export function RelationsPage({ route }: PageProps) {
  const loaded = useApi<{ rows: readonly PairRow[] }>("/api/relations");
  return (
    <>
      <Head kind="Relations" tab="Relations" title="How they stand to one another" />
      <Answer loaded={loaded} bones={<Bones lines={14} />}>
        {({ rows }) => (rows.length === 0 ? <EmptyArchive /> : <PairTable rows={rows} query={route.query} />)}
      </Answer>
    </>
  );
}

function PairTable({ rows, query }: { rows: readonly PairRow[]; query: URLSearchParams }) {
  const nameOf = useNames();
  const order = (["acts", "closeness", "turn"] as const).find((one) => one === query.get("sort")) ?? "acts";
  const wanted = (query.get("of") ?? "").toLowerCase();
  const isWanted = ({ a, b }: PairRow) =>
    wanted === "" || [a, b, nameOf(a), nameOf(b)].some((name) => name.toLowerCase().startsWith(wanted));
  const found = rows.filter(isWanted).sort(COMPARE[order]);
  const isAll = query.has("all");
  return (
    <>
      <div class="form">
        <label>
          country{" "}
          <input
            class="field"
            type="search"
            value={query.get("of") ?? ""}
            onInput={(event) => setQuery({ of: event.currentTarget.value })}
            placeholder="all"
          />
        </label>
      </div>
      <section class="scroll" tabIndex={0} aria-label="Pairs of countries">
        <table>
          <thead>
            <tr>
              <th>Pair</th>
              <Sorted order={order} by="closeness">
                Closeness
              </Sorted>
              <th class="num">Interval</th>
              <th>By quarter</th>
              <Sorted order={order} by="acts">
                Acts
              </Sorted>
              <Sorted order={order} by="turn">
                Last turn
              </Sorted>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, isAll ? undefined : SHOWN).map((row) => (
              <PairLine key={`${row.a}${row.b}`} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {found.length === 0 && <p class="meta">No pair has a country of that name.</p>}
      {found.length > SHOWN && !isAll && (
        <p>
          <button type="button" class="pill" onClick={() => setQuery({ all: "1" })}>
            all {formatCount(found.length)} pairs
          </button>
        </p>
      )}
    </>
  );
}

function PairLine({ row }: { row: PairRow }) {
  const nameOf = useNames();
  return (
    <tr>
      <td class="pair-name">
        <a href={pairPath(row.a, row.b)}>
          {nameOf(row.a)} and {nameOf(row.b)}
        </a>
      </td>
      <td class={`num ${toneOf(row.closeness)}`}>{formatSigned(row.closeness)}</td>
      <td class="num meta">
        {formatSigned(row.low)} … {formatSigned(row.high)}
      </td>
      <td>
        <Spark values={row.spark} />
      </td>
      <td class="num">{formatCount(row.acts)}</td>
      <td class="num">
        {row.lastTurn ? (
          <>
            <span class={row.lastTurn.direction === "closer" ? "coop" : "conf"}>{row.lastTurn.direction}</span>{" "}
            {formatShort(row.lastTurn.date.slice(0, 7))}
          </>
        ) : (
          "–"
        )}
      </td>
    </tr>
  );
}

function Sorted({ order, by, children }: { order: Order; by: Order; children: string }) {
  return (
    <th class="num" aria-sort={order === by ? "descending" : "none"}>
      <button
        type="button"
        class="sort"
        data-on={order === by}
        onClick={() => setQuery({ sort: by === "acts" ? null : by })}
      >
        {children}
        {order === by ? " ↓" : ""}
      </button>
    </th>
  );
}
