/** Search over text, actors and acts, with the command line's filters. */
import type { SearchView } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { Act } from "../components/act.js";
import { useNames } from "../components/countries.js";
import { type Filter, FilterForm } from "../components/filter-form.js";
import { Head } from "../components/head.js";
import { ReportRow } from "../components/report-row.js";
import { Answer, Bones, Nothing } from "../components/states.js";
import { formatCount } from "../format/numbers.js";
import { formatPath } from "../url/route.js";

const FILTERS: readonly Filter[] = [
  "q",
  "actor",
  "recipient",
  "pair",
  "type",
  "status",
  "claimed-by",
  "since",
  "until",
  "min-confidence",
];

export function SearchPage({ route: { query } }: PageProps) {
  const isAsked = FILTERS.some((name) => query.has(name));
  const loaded = useApi<SearchView>(`/api/search?${query}`);
  const q = query.get("q");
  return (
    <>
      <Head
        kind="Search"
        tab={q ? `${q}, searched` : "Search"}
        title={q ? <bdi>“{q}”</bdi> : "Find reports, actors, acts"}
      />
      <FilterForm query={query} fields={FILTERS} />
      <Answer loaded={loaded} bones={<Bones lines={12} />}>
        {(found) => <Found found={found} isAsked={isAsked} />}
      </Answer>
    </>
  );
}

function Found({ found, isAsked }: { found: SearchView; isAsked: boolean }) {
  const isNone = found.reports.length + found.actors.length + found.occurrences.length + found.countries.length === 0;
  if (isNone) return isAsked ? <Nothing kind={null} /> : <Nothing kind="nothing-read" />;
  return (
    <div class="cols">
      <div class="stack">
        {found.occurrences.length > 0 && (
          <section>
            <h2>Acts</h2>
            {found.occurrences.map((row) => (
              <Act key={row.key} row={row} />
            ))}
          </section>
        )}
        {found.reports.length > 0 && (
          <section>
            <h2>Reports</h2>
            {found.reports.map((row) => (
              <ReportRow key={row.key} row={row} />
            ))}
          </section>
        )}
      </div>
      <Who found={found} />
    </div>
  );
}

function Who({ found }: { found: SearchView }) {
  const nameOf = useNames();
  return (
    <aside class="stack">
      {found.countries.length > 0 && (
        <section>
          <h2>Countries</h2>
          <ul class="plain">
            {found.countries.map(({ code, name }) => (
              <li key={code}>
                <a href={formatPath(["relations"], { of: code })}>{name}</a> <span class="meta">{code}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.actors.length > 0 && (
        <section>
          <h2>Actors</h2>
          <ul class="plain">
            {found.actors.map((actor) => (
              <li key={actor.key}>
                <a href={formatPath(["search"], { actor: actor.key })}>
                  <bdi>{actor.name}</bdi>
                </a>{" "}
                <span class="meta">
                  {nameOf(actor.country)} {formatCount(actor.events)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
