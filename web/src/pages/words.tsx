/** Who calls it what: terms by user and time. */
import type { Status, WordRow, WordsView, WordUse } from "../api/types.js";
import { useApi } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { WordUses } from "../charts/word-uses.js";
import { Head } from "../components/head.js";
import { Answer, Bones, Empty } from "../components/states.js";
import { formatShort } from "../format/dates.js";
import { formatCount, formatPlural } from "../format/numbers.js";
import { setQuery } from "../url/location.js";
import { formatPath } from "../url/route.js";

const SHOWN = 100;
const USES_SHOWN = 30;

export function WordsPage({ route: { query } }: PageProps) {
  const label = query.get("label");
  const loaded = useApi<WordsView>("/api/words");
  return (
    <>
      <Head kind="Words" tab={label === null ? "Words" : `“${label}”`} title="Who calls it what">
        <p class="meta">
          Words that somebody uses for a thing and others would not: quoted names, “so-called” ones, terms of one side.
        </p>
      </Head>
      <Answer loaded={loaded} bones={<Bones lines={14} />}>
        {(view) =>
          view.labels.length === 0 ? (
            <Empty title="No such word was read.">
              <p>
                Terms come from quoted names and words that a report keeps its distance from; these reports have none.
              </p>
            </Empty>
          ) : (
            <div class="cols words">
              <div>
                <Chosen label={label ?? view.labels[0]?.label ?? ""} known={view.labels} />
              </div>
              <LabelTable labels={view.labels} label={label} filter={query.get("find") ?? ""} />
            </div>
          )
        }
      </Answer>
    </>
  );
}

function LabelTable({ labels, label, filter }: { labels: readonly WordRow[]; label: string | null; filter: string }) {
  const found = labels.filter((row) => row.label.toLowerCase().includes(filter.toLowerCase()));
  return (
    <section>
      <h2>
        Words <span class="meta">{formatCount(found.length)}</span>
      </h2>
      <label class="form">
        <span class="unseen">Filter the words</span>
        <input
          class="field"
          type="search"
          placeholder="filter"
          value={filter}
          onInput={(event) => setQuery({ find: event.currentTarget.value })}
        />
      </label>
      <section class="scroll taller" tabIndex={0} aria-label="Words by use">
        <table>
          <thead>
            <tr>
              <th>Word</th>
              <th class="num">Uses</th>
              <th class="num">Last</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map((row) => (
              <tr key={row.label}>
                <td>
                  <a
                    href={formatPath(["words"], { label: row.label, find: filter })}
                    aria-current={row.label === label ? "true" : undefined}
                  >
                    <bdi>“{row.label}”</bdi>
                  </a>
                  <br />
                  <small class="meta">
                    <bdi>
                      {row.users
                        .slice(0, 2)
                        .map((user) => user.name)
                        .join(", ")}
                    </bdi>
                  </small>
                </td>
                <td class="num">{formatCount(row.uses)}</td>
                <td class="num meta">{formatShort(row.last?.slice(0, 7) ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Chosen({ label, known }: { label: string; known: readonly WordRow[] }) {
  const loaded = useApi<WordsView>(formatPath(["api", "words"], { label }));
  const status = useApi<Status>("/api/status");
  const row = known.find((one) => one.label === label);
  const others = row ? sharing(row, known) : [];
  return (
    <Answer loaded={loaded} bones={<Bones isTall lines={6} />}>
      {({ uses = [] }) => (
        <>
          <h2 class="word">
            <bdi>“{label}”</bdi>
          </h2>
          {row && (
            <p class="meta after-word">
              {formatPlural(row.uses, "use")}
              {row.referents.length > 0 && (
                <>
                  {" "}
                  for <bdi>{row.referents.slice(0, 4).join(", ")}</bdi>
                </>
              )}
              {others.length > 0 && (
                <>
                  . Others say{" "}
                  {others.map((other, i) => (
                    <span key={other.label}>
                      {i > 0 && ", "}
                      <a class="link" href={formatPath(["words"], { label: other.label })}>
                        “{other.label}”
                      </a>
                    </span>
                  ))}
                </>
              )}
            </p>
          )}
          <WordUses
            label={label}
            uses={uses}
            first={status.data?.first ?? "2000-01-01"}
            last={status.data?.last ?? "2030-01-01"}
          />
          {uses.slice(0, USES_SHOWN).map((use, i) => (
            <Use key={i} use={use} />
          ))}
        </>
      )}
    </Answer>
  );
}

/** Other words for the same things. */
function sharing(row: WordRow, known: readonly WordRow[]): WordRow[] {
  const things = new Set(row.referents.map((one) => one.toLowerCase()));
  return known
    .filter((other) => other !== row && other.referents.some((one) => things.has(one.toLowerCase())))
    .slice(0, 6);
}

function Use({ use }: { use: WordUse }) {
  const { text, label } = use;
  return (
    <article class="act">
      <a class="quote" href={`/report/${use.report}`}>
        <bdi>
          {text.slice(0, label.start).trimStart()}
          <b>{text.slice(label.start, label.end)}</b>
          {text.slice(label.end)}
        </bdi>
      </a>
      <p class="meta">
        <bdi>{use.users.join(", ") || "somebody unnamed"}</bdi> · <bdi>{use.publisher ?? "unnamed outlet"}</bdi> ·{" "}
        {formatShort(use.published?.slice(0, 10) ?? null)}
      </p>
    </article>
  );
}
