/** The tellings of an archive whose gathering new ones may change: their neighbours, and their neighbours' neighbours. */
import { reachable, type Sign, type TellingPair, tellingKey } from "../../occurrences/index.js";
import type { DayRange } from "../../times/index.js";
import { type Asked, findRows } from "../query-rows.js";

/** A sign with the numbers by which the archive knows its report and event. */
export interface FiledSign extends Sign {
  readonly number: number;
  readonly n: number;
}

const COLUMNS = `s.report AS number, s.event AS n, s.homes, s.doors, s."first", s."last"`;
const NEAR = `SELECT ${COLUMNS} FROM store.signs s
  WHERE s."first" <= $last AND s."last" >= $first AND list_has_any(s.homes, $doors::UINTEGER[])`;
const DECIDED = `SELECT lower(hex(r.key)) AS report, store.hex16(e.key) AS event, ${COLUMNS} FROM store.signs s
  JOIN store.reports r USING (report) JOIN store.events e ON e.report = s.report AND e.n = s.event
  WHERE lower(hex(r.key)) || ':' || store.hex16(e.key) IN (SELECT one FROM store.decisions UNION SELECT other FROM store.decisions)`;

/** Days loaded beyond those asked for, so that a long chain of neighbours takes few questions. */
const MARGIN = 120;

/** Of more neighbours than this not all are looked for: it is cheaper then to gather everything anew. */
export const MANY = 50_000;

/** `joined` are the tellings that people joined: what moves one moves the other. */
export async function findNeighbourhood(
  asked: Asked,
  path: string,
  start: readonly FiledSign[],
  joined: readonly TellingPair[],
): Promise<readonly FiledSign[]> {
  const loaded = createShelf(start);
  const bonds = joined.length === 0 ? new Map() : await loadBonds(asked, path, joined, loaded);
  const covered = new Map<number, DayRange>();
  let members: readonly FiledSign[] = loaded.take(start);
  let open = members;
  while (open.length > 0 && members.length <= MANY) {
    const question = ask(open, covered);
    loaded.take(await findRows<FiledSign>(asked, NEAR, path, question));
    for (const door of question.doors) covered.set(door, question);
    members = [...reachable(members, loaded.all(), bonds)];
    open = members.filter((sign) => !isCovered(sign, covered));
  }
  return members;
}

type DecidedSign = FiledSign & { readonly report: string; readonly event: string };

/** The signs of two tellings that somebody has decided on. */
export async function findSigns(asked: Asked, path: string, pair: TellingPair): Promise<readonly FiledSign[]> {
  const rows = await findRows<DecidedSign>(asked, DECIDED, path);
  return rows.filter((row) => pair.includes(tellingKey(row)));
}

/** Signs by report and event, each once. */
function createShelf(first: readonly FiledSign[]) {
  const signs = new Map<string, FiledSign>();
  function take(some: readonly FiledSign[]): readonly FiledSign[] {
    return some.map((sign) => {
      const name = `${sign.number} ${sign.n}`;
      const known = signs.get(name) ?? sign;
      signs.set(name, known);
      return known;
    });
  }
  take(first);
  return { take, all: () => [...signs.values()] };
}

async function loadBonds(
  asked: Asked,
  path: string,
  joined: readonly TellingPair[],
  loaded: ReturnType<typeof createShelf>,
): Promise<ReadonlyMap<FiledSign, readonly FiledSign[]>> {
  const rows = await findRows<DecidedSign>(asked, DECIDED, path);
  const byTelling = new Map(rows.map((row) => [tellingKey(row), loaded.take([row])[0]!]));
  const bonds = new Map<FiledSign, FiledSign[]>();
  for (const [one, other] of joined.map((pair) => pair.map((telling) => byTelling.get(telling)))) {
    if (one === undefined || other === undefined) continue;
    bonds.set(one, [...(bonds.get(one) ?? []), other]);
    bonds.set(other, [...(bonds.get(other) ?? []), one]);
  }
  return bonds;
}

interface Question extends DayRange {
  readonly doors: readonly number[];
  readonly [name: string]: number | readonly number[];
}

/** The doors of all, over the days of all and those asked before, so that what is covered has no holes. */
function ask(open: readonly FiledSign[], covered: ReadonlyMap<number, DayRange>): Question {
  const doors = [...new Set(open.flatMap((sign) => sign.doors))];
  const before = doors.map((door) => covered.get(door)).filter((range) => range !== undefined);
  const wanted = open.map((sign) => ({ first: sign.first - MARGIN, last: sign.last + MARGIN }));
  // A call takes no hundred thousand arguments, so no spread.
  const hull = [...wanted, ...before].reduce((one, other) => ({
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
  }));
  return { doors, ...hull };
}

function isCovered({ doors, first, last }: FiledSign, covered: ReadonlyMap<number, DayRange>): boolean {
  return doors.every((door) => {
    const range = covered.get(door);
    return range !== undefined && range.first <= first && range.last >= last;
  });
}
