/** A report of the archive in the reading view. */

import type { ReportView } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { Head } from "../components/head.js";
import { Answer, Bones } from "../components/states.js";
import { formatDate } from "../format/dates.js";
import { formatPlural } from "../format/numbers.js";
import { ReadingView } from "../report/reading-view.js";
import { formatPath } from "../url/route.js";

export function ReportPage({ route }: PageProps) {
  const loaded = useApi<ReportView>(formatPath(["api", "reports", route.params[0] ?? ""]));
  return (
    <Answer loaded={loaded} bones={<Bones lines={14} />}>
      {(view) => (
        <ReadingView reading={view.reading} query={route.query} occurrences={view.occurrences}>
          <ReportHead view={view} />
        </ReadingView>
      )}
    </Answer>
  );
}

function ReportHead({ view: { reading, sources, copies, copyOf } }: { view: ReportView }) {
  const { title, publisher, published } = reading.report;
  const shown = title ?? firstWords(reading.report.text);
  const kind = [
    "Report",
    formatPlural(Math.max(1, sources.length), "source"),
    ...(copies.length > 0 ? [formatPlural(copies.length, "copy", "copies")] : []),
  ].join(" · ");
  return (
    <>
      <Head kind={kind} tab={shown} title={<bdi>{shown}</bdi>} />
      <p class="meta">
        <bdi>{publisher ?? "publisher unknown"}</bdi> · {formatDate(published?.slice(0, 10) ?? null)} · read by{" "}
        {reading.engine}
        {copyOf !== null && (
          <>
            {" "}
            · a copy of{" "}
            <a class="link" href={`/report/${copyOf}`}>
              an earlier report
            </a>
          </>
        )}
        {reading.report.url !== null && (
          <>
            {" "}
            · <bdi>{reading.report.url}</bdi>
          </>
        )}
      </p>
    </>
  );
}

export const firstWords = (text: string): string => {
  const line = text.trim().split("\n")[0] ?? "";
  return line.length > 80 ? `${line.slice(0, 78).replace(/\s\S*$/, "")} …` : line;
};
