/** The country that nameless groups and offices of a report belong to, as a reader takes them: where it happens. */
import type { Parsed } from "../language/index.js";
import { isLocative, type NameKnowledge } from "../names/index.js";
import type { LandName } from "./find-lands.js";
import type { KnownName, NameCover } from "./name-cover.js";

/** Where things happen, sentence by sentence. */
export interface HomeCountries {
  /** Country of the place that this sentence, or one of the three before it, names; null where none does. */
  readonly placeOf: readonly (string | null)[];
  /** The only country that this sentence goes to or happens in; null where it names none or several. */
  readonly hostOf: readonly (string | null)[];
  /** The only country that each sentence names; null where it names none or several. */
  readonly onlyOf: readonly (string | null)[];
  /** First country that acts in each sentence. */
  readonly actorOf: readonly (string | null)[];
  /** Country of the first who acts in each sentence: a state, a union, or a body such as an armed group. */
  readonly sideOf: readonly (string | null)[];
  /** Country that half of all names of countries in the text name, null where none is named so often. */
  readonly main: string | null;
  /** Country of the dateline, null without one. */
  readonly dateline: string | null;
  /** Country whose parliament the report names most, null where it names none. */
  readonly legislature: string | null;
}

const REACH = 3;
/** A report's home is named at least once in so many sentences. */
const SENTENCES_A_NAME = 10;

/** Gathers them from every name of a country in the text, places and actors alike. */
export function findHomeCountries(
  parsed: Parsed,
  cover: NameCover,
  names: NameKnowledge,
  lands: readonly LandName[],
): HomeCountries {
  const named = cover.names.flatMap((name) => (name.of === "country" ? (siteOf(parsed, name, names) ?? []) : []));
  const places = lands.flatMap((land) => siteOf(parsed, asCapital(land), names) ?? []).filter(({ isPlace }) => isPlace);
  const sites = [...named, ...places].sort((a, b) => a.name.first - b.name.first);
  const dateline = sites.find(({ isPlace, name }) => isPlace && isOpening(parsed, name))?.name.country.code ?? null;
  return {
    placeOf: carryOn(firstInSentences(parsed, sites, true)),
    hostOf: onlyOnes(
      parsed,
      sites.filter(({ name, isPlace }) => isPlace && name.kind === "name" && isScene(parsed, name.first)),
    ),
    onlyOf: onlyOnes(parsed, named),
    actorOf: firstInSentences(parsed, sites, false),
    sideOf: firstSides(parsed, cover, names),
    main: mainCountry(parsed, countAll(cover.names.map(nationOf))),
    dateline,
    legislature: mostNamed(countAll(cover.names.map((name) => parliamentOf(name, dateline))), 1),
  };
}

type CountryHit = Extract<KnownName, { of: "country" }>;

/** A country's name, and whether it tells where something happens. */
interface Site {
  readonly name: CountryHit;
  readonly isPlace: boolean;
}

/** A division tells of its country what a capital does that nobody acts from. */
function asCapital({ first, last, country }: LandName): CountryHit {
  return { of: "country", first, last, country, kind: "capital", sectors: [], also: [] };
}

function siteOf(parsed: Parsed, name: CountryHit, names: NameKnowledge): Site | null {
  if (name.country.status === "union") return null;
  const isNoun = name.kind === "name" || name.kind === "capital";
  return { name, isPlace: isNoun && isLocative(parsed, name.first, name.last, names) };
}

/** The first place, or the first actor, of each sentence. */
function firstInSentences(parsed: Parsed, sites: readonly Site[], isPlace: boolean): (string | null)[] {
  const first: (string | null)[] = parsed.sentences.map(() => null);
  for (const site of sites) {
    if (site.isPlace !== isPlace || (isPlace && !isScene(parsed, site.name.first))) continue;
    first[parsed.sentenceOf[site.name.first]!] ??= site.name.country.code;
  }
  return first;
}

/** Country of the first name in each sentence that is no place. */
function firstSides(parsed: Parsed, cover: NameCover, names: NameKnowledge): (string | null)[] {
  const first: (string | null)[] = parsed.sentences.map(() => null);
  for (const name of cover.names) {
    if (name.of === "country" && siteOf(parsed, name, names)?.isPlace) continue;
    first[parsed.sentenceOf[name.first]!] ??= name.of === "country" ? name.country.code : name.body.country;
  }
  return first;
}

/** Country of the sites of each sentence where it is one and the same. */
function onlyOnes(parsed: Parsed, sites: readonly Site[]): (string | null)[] {
  const codes: Set<string>[] = parsed.sentences.map(() => new Set());
  for (const { name } of sites) codes[parsed.sentenceOf[name.first]!]!.add(name.country.code);
  return codes.map((found) => (found.size === 1 ? [...found][0]! : null));
}

/** A capital that opens a paragraph before a dash or bracket: "OTTAWA –". */
function isOpening(parsed: Parsed, { first, last }: KnownName): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[first]!]!;
  return sentence.first === first && !sentence.heading && /^(?:[-–—(]|--)$/.test(parsed.form[last + 1] ?? "");
}

/** Sectors of bodies that tell whose home affairs the report is about: "Congress", "the Republican Party". */
const HOME_SECTORS = ["LEG", "PTY", "COP"];

function nationOf(name: KnownName): string | null {
  if (name.of === "body")
    return name.body.sectors.some((sector) => HOME_SECTORS.includes(sector)) ? name.body.country : null;
  return name.country.status === "union" ? null : name.country.code;
}

function parliamentOf(name: KnownName, dateline: string | null): string | null {
  if (name.of !== "body" || name.body.sectors[0] !== "LEG") return null;
  return dateline !== null && name.body.also.includes(dateline) ? dateline : name.body.country;
}

function countAll(codes: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Where it happens: neither the dateline nor where somebody comes from. */
function isScene(parsed: Parsed, first: number): boolean {
  const isDateline = parsed.sentences[parsed.sentenceOf[first]!]!.first === first;
  return !isDateline && parsed.form[first - 1]?.toLowerCase() !== "from";
}

/** A place holds for the sentences that follow. */
function carryOn(placeOf: readonly (string | null)[]): (string | null)[] {
  let last: string | null = null;
  let since = 0;
  return placeOf.map((code) => {
    since = code === null ? since + 1 : 0;
    last = code ?? (since > REACH ? null : last);
    return last;
  });
}

/** The report's own country; a headline that names two of them is about neither alone. */
function mainCountry(parsed: Parsed, counts: ReadonlyMap<string, number>): string | null {
  if (parsed.sentences.length === 1 && parsed.sentences[0]!.heading && counts.size > 1) return null;
  return mostNamed(counts, parsed.sentences.length / SENTENCES_A_NAME);
}

function mostNamed(counts: ReadonlyMap<string, number>, least: number): string | null {
  let sum = 0;
  let best: string | null = null;
  for (const [code, count] of counts) {
    sum += count;
    if (best === null || count > counts.get(best)!) best = code;
  }
  return best !== null && counts.get(best)! >= least && 2 * counts.get(best)! >= sum ? best : null;
}
