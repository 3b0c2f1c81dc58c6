/**
 * `npm run closeness -- READINGS.jsonl ICEWS.txt ENTITIES.tsv RELATIONS.tsv`: the line of each pair of countries at the end of each
 * quarter against ICEWS, by the measure of ../shared/bench/relations.py: Spearman's rho over the cells (pair and quarter) with at
 * least 5 events read and 5 of ICEWS, and the mean of each pair's own rho over time where it has 6 cells or more. Beside it the
 * plain mean of Goldstein values over events, and over occurrences, in the same cells; and how much half-life and prior matter.
 */
import { readFileSync } from "node:fs";
import { DEFAULT_LINE, drawLine, type LineSettings, type ScoredAct } from "../src/relations/index.js";
import { dayNumber, dayRange } from "../src/times/index.js";
import { fillArchive } from "./fill-archive.js";
import { rankCorrelation } from "./rank-correlation.js";

const LEAST = 5;
const LEAST_CELLS = 6;
const HALF_LIVES = [30, 45, 60, 90, 120, 180, 365];
const PRIORS = [1, 3, 6, 12];

const [readingsPath, icewsPath, entitiesPath, relationsPath] = process.argv.slice(2);
if (relationsPath === undefined) {
  console.error("usage: npm run closeness -- READINGS.jsonl ICEWS.txt ENTITIES.tsv RELATIONS.tsv");
  process.exit(2);
}

interface Dealing {
  readonly a: string;
  readonly b: string;
  readonly date: string;
  readonly value: number;
}

/** As relations.py pairs them: by the day of publication, without what did not happen or happened long ago. */
const EVENTS = `SELECT a, b, published AS date, goldstein AS value FROM pairs
  WHERE status IN ('actual', 'future') AND goldstein IS NOT NULL AND published IS NOT NULL`;
const OCCURRENCES = `WITH s AS (SELECT DISTINCT occurrence, side, country FROM occurrence_sides WHERE country IS NOT NULL),
  alone AS (SELECT DISTINCT occurrence FROM s EXCEPT SELECT occurrence FROM s WHERE side = 'recipient'),
  dealings AS (SELECT one.occurrence, one.country AS x, other.country AS y FROM s one JOIN s other USING (occurrence)
      WHERE one.side = 'actor' AND other.side = 'recipient'
    UNION SELECT one.occurrence, one.country, other.country FROM s one JOIN s other USING (occurrence)
      SEMI JOIN alone USING (occurrence)),
  dyads AS (SELECT DISTINCT occurrence, least(x, y) AS a, greatest(x, y) AS b FROM dealings WHERE x <> y)
  SELECT d.a, d.b, o.date, o.SCORE AS value FROM dyads d JOIN occurrences o ON o.key = d.occurrence
  WHERE o.date IS NOT NULL AND o.status IN ('actual', 'historical', 'future') AND o.SCORE IS NOT NULL
  ORDER BY d.a, d.b, o.date, d.occurrence`;

const archive = await fillArchive(readingsPath!);
await archive.gather();
const events = cellsOf(await archive.query<Dealing>(EVENTS));
const acts = await archive.query<Dealing>(OCCURRENCES.replaceAll("SCORE", "score"));
const occurrences = cellsOf(await archive.query<Dealing>(OCCURRENCES.replaceAll("SCORE", "goldstein")));
await archive.close();

const theirs = cellsOf(readIcews());
const cells = [...theirs.keys()].filter((cell) => enough(theirs, cell) && enough(events, cell)).sort();
const byPair = new Map<string, ScoredAct[]>();
for (const { a, b, date, value } of acts) {
  const list = byPair.get(`${a}-${b}`) ?? [];
  list.push({ key: "", day: dayRange(date)!.first, score: value });
  byPair.set(`${a}-${b}`, list);
}

tell("mean of events", (cell) => meanOf(events.get(cell)));
tell("mean of occurrences", (cell) => meanOf(occurrences.get(cell)));
tell("closeness", lineAt(DEFAULT_LINE));
for (const halfLife of HALF_LIVES) {
  for (const priorActs of PRIORS) {
    tell(`half-life ${halfLife}, prior ${priorActs}`, lineAt({ ...DEFAULT_LINE, halfLife, priorActs }));
  }
}

/** Values by "CHN-RUS 2008Q3". */
function cellsOf(dealings: Iterable<Dealing>): Map<string, number[]> {
  const values = new Map<string, number[]>();
  for (const { a, b, date, value } of dealings) {
    const cell = `${a}-${b} ${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    const list = values.get(cell);
    if (list === undefined) values.set(cell, [value]);
    else list.push(value);
  }
  return values;
}

function enough(values: ReadonlyMap<string, readonly number[]>, cell: string): boolean {
  return (values.get(cell)?.length ?? 0) >= LEAST;
}

function* readIcews(): Iterable<Dealing> {
  const table = (path: string) =>
    readFileSync(path, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
  const countries = new Map(table(entitiesPath!).map(([entity, country]) => [entity, country]));
  const scale = new Map(table(relationsPath!).map(([relation, , goldstein]) => [relation, Number(goldstein)]));
  const countryOf = (entity = "") => countries.get(entity) ?? countries.get(/\(([^()]+)\)$/.exec(entity)?.[1]);
  for (const [source, relation, target, date = ""] of table(icewsPath!)) {
    const [one, other] = [countryOf(source), countryOf(target)].sort();
    const value = scale.get(relation);
    if (one && other && one !== other && value !== undefined && Number(date.slice(0, 4)) >= 2007) {
      yield { a: one, b: other, date, value };
    }
  }
}

function lineAt(settings: LineSettings): (cell: string) => number | null {
  return (cell) => {
    const [pair = "", quarter = ""] = cell.split(" ");
    const [year, part] = quarter.split("Q").map(Number) as [number, number];
    const end = dayNumber({ year, month: 3 * part + 1, day: 1 }) - 1;
    return drawLine(byPair.get(pair) ?? [], [end], settings)[0]!.closeness;
  };
}

function tell(what: string, figureOf: (cell: string) => number | null): void {
  const pairs = new Map<string, string[]>();
  for (const cell of cells) pairs.set(cell.slice(0, 7), [...(pairs.get(cell.slice(0, 7)) ?? []), cell]);
  const rhoOf = (some: readonly string[]) => {
    const known = some.filter((cell) => figureOf(cell) !== null);
    return rankCorrelation(
      known.map((cell) => figureOf(cell)!),
      known.map((cell) => meanOf(theirs.get(cell))!),
    );
  };
  const own = [...pairs.values()].filter((some) => some.length >= LEAST_CELLS).map(rhoOf);
  const overTime = own.reduce((sum, rho) => sum + rho, 0) / own.length;
  const halves = ["2007", "2010"].map((from) => rhoOf(cells.filter((cell) => inThree(cell, Number(from)))).toFixed(3));
  console.log(
    `${what}: rho over cells ${rhoOf(cells).toFixed(3)} (2007–09 ${halves[0]}, 2010–12 ${halves[1]})  mean rho over time ` +
      `${overTime.toFixed(3)}  (${cells.length} cells, ${own.length} pairs)`,
  );
}

function inThree(cell: string, from: number): boolean {
  const year = Number(cell.slice(8, 12));
  return year >= from && year < from + 3;
}

function meanOf(values: readonly number[] | undefined): number | null {
  return values === undefined ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
