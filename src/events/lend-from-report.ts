/** Gives an act of a state that names nobody it is done to the one that no reader would doubt: an opponent told just before, or the report's other country. */
import type { EntityMention, Party } from "../entities/index.js";
import { subtreeRange } from "../language/index.js";
import type { EventType } from "../reading/index.js";
import type { Act } from "./act.js";
import { lowerBound } from "./circumstances/index.js";
import type { Layers } from "./event-layer.js";
import { findSlot } from "./find-slot.js";
import { groupBy } from "./group-by.js";
import { isNobody, type SideView } from "./resolve-sides.js";

/** How much of its confidence an act keeps whose recipient is lent so. */
const KEPT = 0.9;

/** How many sentences back an act against the actor is remembered. */
const REACH = 2;

/** How often a country must be named, and how many times oftener than any third one, to be the one other party. */
const [LEAST_NAMED, LEAD] = [2, 2];

/** Acts that are always aimed at somebody. */
const AIMED: readonly EventType[] = [
  "ACCUSE",
  "AGREE",
  "COERCE",
  "CONCEDE",
  "REJECT",
  "REQUEST",
  "SANCTION",
  "THREATEN",
];

/** Codes of those that are no country: alliances, movements, bodies of citizens. */
const NO_COUNTRY = ["IGO", "IMG", "NGO"];

/** Sectors whose acts are their state's. */
const OFFICIAL = ["GOV", "MIL", "LEG"];

/** All acts of a text by their sentence. */
export type ActsBySentence = ReadonlyMap<number, readonly Act[]>;

/** What the report as a whole tells of its countries. */
export interface ReportParties {
  /** The party of the one other country that the report is about, as last named before a token; null where in doubt. */
  counterpartOf(country: string, token: number): Party | null;
  /** Countries named from one token to another of the same sentence, as actor, "" for a party of none; and those of places. */
  countriesIn(
    first: number,
    last: number,
  ): { readonly actors: ReadonlySet<string>; readonly places: ReadonlySet<string> };
}

/** A mention by its head. */
interface Standing {
  readonly first: number;
  readonly mention: EntityMention;
}

/** Counts who is mentioned; by country and by sentence, as a walk through all mentions for each act grows by the square. */
export function readParties({ entities, places, parsed }: Layers): ReportParties {
  const byId = new Map(entities.entities.map((entity) => [entity.id, entity]));
  const countryOf = (id: string) => byId.get(id)?.country ?? "";
  const ranked = rankCountries(entities.mentions.map((mention) => new Set(mention.entities.map(countryOf))));
  const homes = new Map(places.places.map((place) => [place.id, place.country ?? ""]));

  const sentenceOf = ({ head }: { readonly head: number }) => parsed.sentenceOf[head]!;
  const named = groupBy(entities.mentions, sentenceOf);
  const placed = groupBy(places.mentions, sentenceOf);
  const standing = new Map<string, readonly Standing[]>();

  /** Those that stand for the country, its own names where it has any, by where their heads stand. */
  function mentionsOf(country: string): readonly Standing[] {
    const known = standing.get(country);
    if (known) return known;
    const own = entities.mentions.filter(({ entities: [id = ""] }) => countryOf(id) === country);
    const states = own.filter(({ entities: [id = ""] }) => byId.get(id)?.kind === "state");
    const mentions = (states.length > 0 ? states : own).map((mention) => ({ first: mention.head, mention }));
    mentions.sort((one, other) => one.first - other.first);
    standing.set(country, mentions);
    return mentions;
  }

  function partyOf(country: string, token: number): Party | null {
    const mentions = mentionsOf(country);
    const { mention } = mentions[lowerBound(mentions, token) - 1] ?? mentions[0] ?? {};
    return mention ? { entities: mention.entities.slice(0, 1), spans: [mention.span], indirect: true } : null;
  }

  return {
    counterpartOf: (country, token) => {
      const [first, second] = ranked.filter(([other]) => other !== country);
      if (!first || first[1] < LEAST_NAMED || first[1] < LEAD * (second?.[1] ?? 0)) return null;
      return partyOf(first[0], token);
    },
    countriesIn: (first, last) => {
      const isIn = ({ head }: { readonly head: number }) => first <= head && head <= last;
      const sentence = parsed.sentenceOf[first]!;
      const mentions = (named.get(sentence) ?? []).filter(isIn);
      const spots = (placed.get(sentence) ?? []).filter(isIn);
      return {
        actors: new Set(mentions.flatMap((mention) => mention.entities.map(countryOf))),
        places: new Set(spots.map(({ place }) => homes.get(place) ?? "")),
      };
    },
  };
}

/** Countries with how many mentions stand for them, the oftenest named first. */
function rankCountries(named: readonly ReadonlySet<string>[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const country of named.flatMap((countries) => [...countries])) {
    if (country !== "" && !NO_COUNTRY.includes(country)) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Lends the act its recipient where it has none and its clause names no third party that it may concern. */
export function lendFromReport(view: SideView, act: Act, acts: ActsBySentence, report: ReportParties): void {
  if (act.type === null || !AIMED.includes(act.type) || !isOfState(view, act)) return;
  const [country = ""] = countriesOf(view, act.actors);
  if (!isNobody(act.recipients) && !isOwnEnvoy(view, act, country)) return;
  if (country === "" || NO_COUNTRY.includes(country)) return;
  const lent = findOpponent(view, act, acts, country) ?? report.counterpartOf(country, act.token);
  if (lent === null || namesThird(view, act, report, country, countriesOf(view, lent))) return;
  act.recipients = lent;
  act.confidence *= KEPT;
}

/** "summoned the ambassador": an envoy of whom no other country is known must be another state's. */
function isOwnEnvoy(view: SideView, act: Act, country: string): boolean {
  const isOfEnvoys = act.predicate.frame.some(({ kind, classes }) => kind === "obj" && classes.includes("diplomats"));
  return isOfEnvoys && countriesOf(view, act.recipients).every((other) => other === country || other === "");
}

/** Whether a verb tells what one state does; what "we reject" in its mouth is no act towards anybody. */
function isOfState(view: SideView, act: Act): boolean {
  const [actor, ...others] = act.actors.entities.map(view.entityOf);
  if (!actor || others.length > 0 || act.predicate.kind !== "verb") return false;
  const [span] = act.actors.spans;
  if (span && /^(?:we|i)$/i.test(view.parsed.text.slice(span.start, span.end))) return false;
  return actor.kind === "state" || OFFICIAL.includes(actor.sectors[0] ?? "");
}

/** Whether the clause names others than both, or tells of the other as a mere place: "condemned attacks in Chad" is for Chad. */
function namesThird(view: SideView, act: Act, report: ReportParties, own: string, others: readonly string[]): boolean {
  const clause = subtreeRange(view.parsed, act.clause);
  const { actors } = report.countriesIn(clause.first, clause.last);
  if ([...actors].some((country) => country !== own && !others.includes(country))) return true;
  const objects = findSlot(view.parsed, act.token, "obj").map((object) => subtreeRange(view.parsed, object));
  const places = objects.flatMap(({ first, last }) => [...report.countriesIn(first, last).places]);
  return places.some((country) => country !== own);
}

/** "Oslo expelled two Chadians. Ndjamena protested.": whoever stood against the actor in an act told just before. */
function findOpponent(view: SideView, act: Act, acts: ActsBySentence, country: string): Party | null {
  const here = view.parsed.sentenceOf[act.token]!;
  const near = Array.from({ length: REACH + 1 }, (_, back) => (acts.get(here - back) ?? []).toReversed()).flat();
  for (const one of near.filter((one) => one.token < act.token && one.dropped === "")) {
    const [actors, recipients] = [countriesOf(view, one.actors), countriesOf(view, one.recipients)];
    if (actors.length !== 1 || recipients.length !== 1 || actors[0] === recipients[0]) continue;
    if (actors[0] === country) return one.recipients;
    if (recipients[0] === country) return one.actors;
  }
  return null;
}

function countriesOf(view: SideView, party: Party): string[] {
  return [...new Set(party.entities.map((id) => view.entityOf(id)?.country ?? ""))];
}
