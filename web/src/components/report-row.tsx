/** One report in a list. */
import type { ReportListRow } from "../api/types.js";
import { formatShort } from "../format/dates.js";
import { formatPlural } from "../format/numbers.js";

export function ReportRow({ row }: { row: ReportListRow }) {
  return (
    <article class="list-row">
      <span class="meta nowrap">{formatShort(row.published?.slice(0, 10) ?? null)}</span>
      <div>
        <a class="title" href={`/report/${row.key}`}>
          <bdi>{row.title ?? "untitled"}</bdi>
        </a>
        <p>
          <bdi>{clip(row.snippet ?? "")}</bdi>
        </p>
      </div>
      <span class="meta list-side">
        <bdi>{row.publisher ?? "unnamed outlet"}</bdi>
        <br />
        {formatPlural(row.events, "event")}, {formatPlural(row.statements, "statement")}
        {row.language !== "en" && ` · ${row.language}`}
        {row.copyOf !== null && " · a copy"}
      </span>
    </article>
  );
}

const MOST = 200;
const clip = (text: string) => (text.length > MOST ? `${text.slice(0, MOST - 2).replace(/\s\S*$/, "")} …` : text);
