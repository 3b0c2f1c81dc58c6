/** Which tellings count with which switches. */
import { expect, test } from "vitest";
import type { TellingRow } from "./load-pair.js";
import { ALL_EVIDENCE, counts, type Outlets, type Switches } from "./switches.js";

const outlets: Outlets = new Map([
  ["rural radio", { publisher: "Rural Radio", country: "KEN", owner: "state", agency: false, side: "KEN" }],
  ["harbour post", { publisher: "Harbour Post", country: "KEN", owner: "private", agency: false, side: null }],
  ["island agency", { publisher: "Island Agency", country: "FJI", owner: "state", agency: true, side: null }],
]);

const telling: TellingRow = {
  occurrence: "0".repeat(16),
  report: "r",
  event: "v",
  publishers: ["harbour post"],
  published: "2019-03-04",
  isCopy: false,
  claim: "report",
  chain: 0,
  score: -5,
  goldstein: -5,
};

test.each<[string, Partial<Switches>, Partial<TellingRow>, boolean]>([
  ["all count where nothing is switched off", {}, { claim: "denied", isCopy: true, chain: 3 }, true],
  ["an outlet left out", { without: ["Harbour Post"] }, {}, false],
  ["another outlet left out", { without: ["Rural Radio"] }, {}, true],
  ["a text that another outlet has too", { without: ["Harbour Post"] }, { publishers: ["harbour post", "xyz"] }, true],
  ["state media of the side that they tell", { withoutState: ["KEN"] }, { publishers: ["rural radio"] }, false],
  ["state media of their country", { withoutState: ["FJI"] }, { publishers: ["island agency"] }, false],
  ["state media of another country", { withoutState: ["PER"] }, { publishers: ["rural radio"] }, true],
  ["a private outlet of that country", { withoutState: ["KEN"] }, {}, true],
  ["an outlet that nobody knows", { withoutState: ["KEN"] }, { publishers: ["xyz"] }, true],
  ["no outlet at all", { without: ["Harbour Post"], withoutState: ["KEN"] }, { publishers: [] }, true],
  ["first-hand: the report's own", { firstHand: true }, {}, true],
  ["first-hand: from whoever did it", { firstHand: true }, { chain: 1, claim: "claimed" }, true],
  ["first-hand: at third hand", { firstHand: true }, { chain: 2, claim: "claimed" }, false],
  ["without copies: a copy", { copies: false }, { isCopy: true }, false],
  ["without copies: an original", { copies: false }, {}, true],
  ["without claims: a claim", { claims: false }, { claim: "claimed", chain: 1 }, false],
  ["without claims: a denial", { claims: false }, { claim: "denied", chain: 1 }, false],
  ["without claims: the report's own", { claims: false }, {}, true],
])("%s", (_, switches, changes, expected) => {
  expect(counts({ ...telling, ...changes }, { ...ALL_EVIDENCE, ...switches }, outlets)).toBe(expected);
});
