/** The reports of the archive, newest first, by words, outlet and time. */
import type { ReportListRow, Rows } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { FilterForm } from "../components/filter-form.js";
import { Head } from "../components/head.js";
import { ReportRow } from "../components/report-row.js";
import { Answer, Bones, EmptyArchive, Nothing } from "../components/states.js";
import { formatPlural } from "../format/numbers.js";
import { changeQuery } from "../url/route.js";

const FILTERS = ["q", "publisher", "since", "until"] as const;

export function ReportsPage({ route: { query } }: PageProps) {
  const loaded = useApi<Rows<ReportListRow>>(`/api/reports?${changeQuery(query, { limit: "40" })}`);
  const isFiltered = FILTERS.some((name) => query.has(name));
  return (
    <>
      <Head kind="Reports" tab="Reports" title="What was read" />
      <FilterForm query={query} fields={FILTERS} />
      <Answer loaded={loaded} bones={<Bones lines={14} />}>
        {({ rows, next, total, empty }) => {
          if (rows.length === 0) return isFiltered ? <Nothing kind={empty} /> : <EmptyArchive />;
          return (
            <>
              {total !== null && <p class="meta">{formatPlural(total, "report")}</p>}
              {rows.map((row) => (
                <ReportRow key={row.key} row={row} />
              ))}
              <p class="pages">
                {query.has("cursor") && (
                  <a class="link" href={`/reports?${changeQuery(query, { cursor: null })}`}>
                    newest
                  </a>
                )}
                {next !== null && (
                  <a class="link" href={`/reports?${changeQuery(query, { cursor: next })}`}>
                    older reports →
                  </a>
                )}
              </p>
            </>
          );
        }}
      </Answer>
    </>
  );
}
