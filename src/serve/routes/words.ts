/** Words: who calls it what, and when. */
import type { Archive } from "../../archive/index.js";
import type { WordRow, WordsAnswer, WordUse } from "../answers.js";
import { words } from "../parameters.js";
import type { Question, Route } from "../route.js";

/** Labels and uses that are shown. */
const MOST = { labels: 200, uses: 200, users: 12, referents: 8 } as const;
/** Code points that stand around a use. */
const AROUND = 110;

export const WORD_ROUTES: readonly Route[] = [
  {
    path: "/api/words",
    about: "terms: what is called so by whom and when; with a label its uses",
    parameters: [words("label", "one term: its uses in their sentences")],
    answer: "WordsAnswer",
    handle: showWords,
  },
];

/** A term in small letters, without the marks that stand around it. */
const FOLDED = `lower(trim(t.label.words, ' “”"''‘’'))`;

async function showWords({ archive, values }: Question): Promise<WordsAnswer> {
  const label = values.text("label") ?? null;
  const labels = await findLabels(archive, label);
  return label === null ? { labels } : { labels, uses: await findUses(archive, label) };
}

interface Found extends Omit<WordRow, "users" | "months" | "referents"> {
  readonly folded: string;
  readonly months: readonly { readonly month: string; readonly uses: number }[] | null;
  readonly referents: readonly string[] | null;
}

const LABELS = `WITH used AS (
    SELECT ${FOLDED} AS folded, t.label.words AS label, r.day, t.referent.words AS referent
    FROM terms t JOIN reports r ON r.number = t.number WHERE $label::VARCHAR IS NULL OR ${FOLDED} = lower($label)),
  months AS (SELECT folded, list(struct_pack(month := month, uses := uses) ORDER BY month) AS months FROM
    (SELECT folded, strftime(day, '%Y-%m') AS month, count(*) AS uses FROM used WHERE day IS NOT NULL GROUP BY ALL) GROUP BY folded),
  totals AS (SELECT folded, mode(label ORDER BY label) AS label, count(*) AS uses, min(day)::VARCHAR AS first,
    max(day)::VARCHAR AS last, list_sort(list(DISTINCT referent) FILTER (referent IS NOT NULL)) AS referents
    FROM used GROUP BY folded)
  SELECT totals.*, months FROM totals LEFT JOIN months USING (folded) ORDER BY uses DESC, folded LIMIT ${MOST.labels}`;

const USERS = `SELECT ${FOLDED} AS folded, e.name, e.country, count(*) AS uses
  FROM (SELECT number, label, unnest(users) AS id FROM terms) t JOIN entities e ON e.number = t.number AND e.id = t.id
  WHERE $label::VARCHAR IS NULL OR ${FOLDED} = lower($label) GROUP BY ALL ORDER BY uses DESC, e.name`;

async function findLabels(archive: Archive, label: string | null): Promise<readonly WordRow[]> {
  const found = await archive.query<Found>(LABELS, { label });
  const users = await archive.query<WordRow["users"][number] & { folded: string }>(USERS, { label });
  return found.map(({ folded, months, referents, ...row }) => ({
    ...row,
    users: users
      .filter((user) => user.folded === folded)
      .slice(0, MOST.users)
      .map(({ name, country, uses }) => ({ name, country, uses })),
    months: months ?? [],
    referents: (referents ?? []).slice(0, MOST.referents),
  }));
}

interface Use extends Omit<WordUse, "label" | "users"> {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly users: readonly string[] | null;
}

const USES = `SELECT t.report, s.publisher, s.published, t.label.words AS words,
    substring(r.text, greatest(1, t.label.start_cp::BIGINT + 1 - ${AROUND}), least(${AROUND}, t.label.start_cp::BIGINT)) AS before,
    substring(r.text, t.label.end_cp::BIGINT + 1, ${AROUND}) AS after,
    (SELECT list(e.name ORDER BY e.name) FROM entities e WHERE e.number = t.number AND list_contains(t.users, e.id)) AS users
  FROM terms t JOIN reports r ON r.number = t.number JOIN sources s ON s.number = t.number AND s.n = 1
  WHERE ${FOLDED} = lower($label) ORDER BY r.day DESC NULLS LAST, t.number, t.n LIMIT ${MOST.uses}`;

async function findUses(archive: Archive, label: string): Promise<readonly WordUse[]> {
  const uses = await archive.query<Use>(USES, { label });
  return uses.map(({ before, words: own, after, users, ...use }) => {
    const head = before.length >= AROUND ? before.replace(/^\S*\s/, "") : before;
    const tail = after.length >= AROUND ? after.replace(/\s\S*$/, "") : after;
    return {
      ...use,
      users: users ?? [],
      text: `${head}${own}${tail}`,
      label: { start: head.length, end: head.length + own.length },
    };
  });
}
