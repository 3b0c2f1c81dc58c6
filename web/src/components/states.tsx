/** What stands where there is nothing to show yet, or ever: bones, faults with their remedy, and the two kinds of nothing. */
import type { ComponentChildren } from "preact";
import type { ApiError } from "../api/client.js";
import type { Loaded } from "../api/use-api.js";

export function Bones({ lines = 6, isTall = false }: { lines?: number; isTall?: boolean }) {
  return (
    <div aria-hidden="true">
      <span class="bone title" />
      {isTall && <span class="bone tall" />}
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} class="bone" style={{ width: `${96 - ((i * 37) % 43)}%` }} />
      ))}
    </div>
  );
}

export function Fault({ error }: { error: ApiError }) {
  return (
    <div class="empty" role="alert">
      <h2>{error.message}</h2>
      {error.remedy !== null && <p>{error.remedy}</p>}
      {error.nearest.length > 0 && <p>Nearest: {error.nearest.join(", ")}</p>}
      <p class="meta">{error.code}</p>
    </div>
  );
}

/** `isHead`: where it is all that the page has, its title is the page's. */
export function Empty({ title, isHead, children }: { title: string; isHead?: boolean; children?: ComponentChildren }) {
  return (
    <div class="empty">
      {isHead ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
    </div>
  );
}

/** Nothing read is not the same as nothing happened, and neither is the same as nothing found. */
export function Nothing({ kind }: { kind: "nothing-read" | "nothing-happened" | null }) {
  if (kind === "nothing-read")
    return (
      <Empty title="Nothing was read for this time.">
        <p>No report in the archive covers it. Widen the span, or bring in reports of it with chancery ingest.</p>
      </Empty>
    );
  if (kind === "nothing-happened")
    return (
      <Empty title="Nothing happened, as far as was read.">
        <p>Reports of this time are in the archive, but none tells of such an act. Widen the span or drop a filter.</p>
      </Empty>
    );
  return (
    <Empty title="Nothing fits.">
      <p>Drop a filter, or ask for fewer words.</p>
    </Empty>
  );
}

export function EmptyArchive() {
  return (
    <Empty title="The archive is empty.">
      <p>Bring in reports, as JSON Lines, feeds, web archives or plain files, and this page fills:</p>
      <pre>chancery ingest --archive FILE reports.jsonl</pre>
      <p>
        Or <a href="/read">paste a text</a> to see what Chancery makes of it.
      </p>
    </Empty>
  );
}

/** Shows what came, dimmed while its successor is on its way. */
export function Answer<T>({
  loaded,
  bones,
  children,
}: {
  loaded: Loaded<T>;
  bones?: ComponentChildren;
  children: (data: T) => ComponentChildren;
}) {
  if (loaded.error) return <Fault error={loaded.error} />;
  if (loaded.data === null) return <div aria-busy="true">{bones ?? <Bones />}</div>;
  return (
    <div class={loaded.isLoading ? "fresh stale" : "fresh"} aria-busy={loaded.isLoading}>
      {children(loaded.data)}
    </div>
  );
}
