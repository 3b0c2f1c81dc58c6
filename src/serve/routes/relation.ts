/** Two countries: the line, its turns, the acts behind it, and why it moved. */
import { type Archive, loadOutlets, type Outlets, type Relation, type RelationOptions } from "../../archive/index.js";
import { RequestError } from "../../errors.js";
import { formatDay } from "../../times/index.js";
import type { ActMark, OutletCount, RelationAnswer, WhyAnswer } from "../answers.js";
import { count, country, flag, inPath, oneOf, type Parameter, several, since, until, words } from "../parameters.js";
import type { Question, Route } from "../route.js";
import { explainEmpty } from "./lists.js";
import { tellTurns } from "./pairs.js";

const UNITS = ["day", "week", "month", "quarter", "year"] as const;

const PAIR: readonly Parameter[] = [inPath(country("a", "one country")), inPath(country("b", "the other"))];

/** What of the evidence counts. */
const SWITCHES: readonly Parameter[] = [
  since("from"),
  until(),
  several(words("without", "a publisher that is left out")),
  several(country("without-state", "a country whose state media are left out")),
  flag("first-hand", "1: only what a report tells itself or has from whoever did it"),
  oneOf("copies", "whether near-copies of a report count as tellings of their own", ["all", "once"]),
  flag("claims", "0: without acts that are only claimed"),
];

export const RELATION_ROUTES: readonly Route[] = [
  {
    path: "/api/relations/{a}/{b}",
    about: "two countries: the closeness line with its interval, its turns, and the acts that it is made of",
    parameters: [...PAIR, ...SWITCHES, oneOf("by", "length of the periods; month by default", UNITS)],
    answer: "RelationAnswer",
    handle: showRelation,
  },
  {
    path: "/api/relations/{a}/{b}/why",
    about: "why the line moved between two days: acts with their share, and the sentences that tell of them",
    parameters: [...PAIR, ...SWITCHES, count("limit", "acts at most; 20 by default", 1, 200)],
    answer: "WhyAnswer",
    handle: explainMove,
  },
];

async function showRelation(question: Question): Promise<RelationAnswer> {
  const { archive, values, world } = question;
  const pair = pairOf(question);
  const outlets = loadOutlets(world);
  const relation = await archive.relation(pair, optionsOf(question, outlets));
  if (relation === null) throw nothingRead();
  const { a, b, settings, points, line, alerts, gaps } = relation;
  const days = { since: values.text("from"), until: values.text("until") };
  const asked = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
  return {
    ...{ a, b, settings, points, line, alerts },
    turns: await tellTurns(archive, relation.turns),
    acts: relation.acts.map(markOf),
    coverageGaps: gaps,
    outlets: await countOutlets(archive, relation, outlets),
    empty: relation.acts.length > 0 ? null : await explainEmpty(archive, asked),
  };
}

async function explainMove(question: Question): Promise<WhyAnswer> {
  const { archive, values, world } = question;
  const options = { ...optionsOf(question, loadOutlets(world)), limit: values.number("limit") ?? 20 };
  const move = await archive.explainRelation(pairOf(question), options);
  if (move === null) throw nothingRead();
  const named = await archive.occurrences(move.shares.map(({ occurrence }) => occurrence));
  const byKey = new Map(named.map((occurrence) => [occurrence.key, occurrence]));
  const shares = move.shares.map(({ occurrence, move: moved, share, sentence }) => {
    return { occurrence: byKey.get(occurrence)!, move: moved, share, sentence };
  });
  return { ...move, shares };
}

function pairOf({ values }: Question): readonly [string, string] {
  const [a, b] = [values.text("a")!, values.text("b")!];
  if (a !== b) return [a, b];
  const remedy = `Give two countries, or ask /api/events?pair=${a},${a} for what happened within one.`;
  throw new RequestError("parameter-malformed", 400, `${a} has no relation with itself`, remedy);
}

function optionsOf({ values }: Question, outlets: Outlets): RelationOptions {
  const [from, last, by] = [values.text("from"), values.text("until"), values.text("by")];
  if (from !== undefined && last !== undefined && from > last) {
    throw new RequestError("parameter-malformed", 400, "from is after until", "Exchange the two.");
  }
  return {
    ...(from === undefined ? {} : { from }),
    ...(last === undefined ? {} : { until: last }),
    ...(by === undefined ? {} : { by: by as (typeof UNITS)[number] }),
    outlets,
    switches: {
      without: values.texts("without") ?? [],
      withoutState: values.texts("without-state") ?? [],
      firstHand: values.flag("first-hand") ?? false,
      copies: values.text("copies") !== "once",
      claims: values.flag("claims") ?? true,
    },
  };
}

function markOf({
  key,
  type,
  modes,
  quad,
  score,
  day,
  direction,
  status,
  tellings,
}: Relation["acts"][number]): ActMark {
  const outlets = new Set(tellings.flatMap(({ publishers }) => publishers)).size;
  return { key, type, modes, quad, score, day: formatDay(day), direction, outlets, tellings: tellings.length, status };
}

/** Which switches make sense: the publishers that tell of the pair, by their own spelling. */
async function countOutlets(archive: Archive, { acts }: Relation, outlets: Outlets): Promise<readonly OutletCount[]> {
  const counts = new Map<string, number>();
  for (const { tellings } of acts) {
    const publishers = new Set(tellings.flatMap((telling) => telling.publishers));
    for (const publisher of publishers) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  }
  const spelt = await archive.query<{ folded: string; publisher: string }>(
    "SELECT lower(trim(publisher)) AS folded, min(publisher) AS publisher FROM sources WHERE publisher <> '' GROUP BY ALL",
  );
  const names = new Map(spelt.map(({ folded, publisher }) => [folded, publisher]));
  return [...counts]
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .map(([folded, acts]) => {
      const { country = null, owner = "unknown", side = null } = outlets.get(folded) ?? {};
      return { publisher: names.get(folded) ?? folded, country, owner, side, acts };
    });
}

function nothingRead(): RequestError {
  const remedy = 'Fill the archive with dated reports: "chancery ingest SOURCE --archive FILE".';
  return new RequestError("record-unknown", 404, "the archive has no dated report", remedy);
}
