/** Gathering around what is new gives what gathering everything gives. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherActs, makeOccurrences, NO_DECISIONS, reachable, signOf, type ToldAct, tellingKey } from "./index.js";

const party = fc
  .constantFrom("RUS", "UKR", "POL", "", "anna orlova", "boris petrov")
  .map((name) =>
    name === ""
      ? { key: "gunmen", country: null, person: null }
      : name.length === 3
        ? { key: name, country: name, person: null }
        : { key: name, country: "RUS", person: name },
  );
const place = fc.constantFrom(
  { name: "Kyiv", country: "UKR", admin1: null, latitude: 50.45, longitude: 30.52, extent: "spot" as const },
  { name: "Hostomel", country: "UKR", admin1: "Kyiv", latitude: 50.6, longitude: 30.2, extent: "spot" as const },
  { name: "Kharkiv", country: "UKR", admin1: "Kharkiv", latitude: null, longitude: null, extent: "division" as const },
);
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2014-03-${String(n).padStart(2, "0")}`);

const telling = fc.record({
  published: fc.constantFrom("2014-03-03", "2014-03-10", "2014-03-20", "2014-06-20"),
  date: fc.option(fc.oneof(day, fc.constant("2014-03")), { freq: 3 }),
  isDated: fc.boolean(),
  type: fc.constantFrom("ASSAULT" as const, "CONSULT" as const),
  actors: fc.uniqueArray(party, { maxLength: 2, selector: ({ key }) => key }),
  recipients: fc.uniqueArray(party, { maxLength: 2, selector: ({ key }) => key }),
  modes: fc.subarray(["aerial", "drone"], { maxLength: 1 }),
  places: fc.array(place, { maxLength: 1 }),
  topics: fc.subarray(["Antonov", "bridg", "convo"]),
  status: fc.constantFrom("actual" as const, "future" as const),
});

const tellings = fc.array(telling, { minLength: 2, maxLength: 24 }).map((list) =>
  list.map(
    (some, i): ToldAct => ({
      ...some,
      report: `r${String(i).padStart(2, "0")}`,
      event: "v1",
      outlets: [],
      original: `r${i}`,
      carriers: [],
      quad: 4,
      score: -9,
      goldstein: -10,
      claim: "report",
      by: [],
      chain: 0,
      confidence: 0.8,
    }),
  ),
);

const gather = (told: readonly ToldAct[]) =>
  makeOccurrences(gatherActs(told, NO_DECISIONS), new Map()).map(({ key: _, ...rest }) => JSON.stringify(rest));

function reached(fresh: readonly ToldAct[], all: readonly ToldAct[]): readonly ToldAct[] {
  const signs = all.flatMap((told) => {
    const sign = signOf(told);
    return sign === null ? [] : [{ ...sign, told }];
  });
  const start = signs.filter(({ told }) => fresh.includes(told));
  return [...reachable(start, signs)].map(({ told }) => told);
}

test("what new tellings do not reach is gathered the same without them, and they the same without it", () => {
  fc.assert(
    fc.property(tellings, fc.nat({ max: 5 }), fc.nat(), (all, some, seed) => {
      const shift = seed % all.length;
      const turned = [...all.slice(shift), ...all.slice(0, shift)];
      const [fresh, old] = [turned.slice(0, some + 1), turned.slice(some + 1)];
      const near = reached(fresh, all);
      const names = new Set(near.map(tellingKey));
      const untouched = makeOccurrences(gatherActs(old, NO_DECISIONS), new Map()).filter(
        (act) => !act.tellings.some((each) => names.has(tellingKey(each))),
      );
      const kept = untouched.map(({ key: _, ...rest }) => JSON.stringify(rest));
      expect([...kept, ...gather(near)].sort()).toEqual([...gather(all)].sort());
    }),
    { numRuns: 1500 },
  );
});

test("a telling reaches what its neighbours reach, by sides, days and bonds alone", () => {
  const sign = (first: number, home: number, ...doors: number[]) => ({ first, last: first + 3, homes: [home], doors });
  const [one, next, far, other] = [sign(0, 1, 1), sign(2, 1, 1), sign(5, 1, 1), sign(0, 2, 2)] as const;
  expect([...reachable([one], [one, next, far, other])]).toEqual([one, next, far]);
  expect([...reachable([one], [one, far, other])]).toEqual([one]);
  expect([...reachable([one], [one, other], new Map([[one, [other]]]))]).toEqual([one, other]);
});
