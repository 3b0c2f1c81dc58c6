/** The country that nameless groups and offices of a report belong to, as a reader takes them: where it happens. */
import type { Parsed } from "../language/index.js";
import { isLocative, type NameKnowledge } from "../names/index.js";
import type { KnownName, NameCover } from "./name-cover.js";

/** Where things happen, sentence by sentence. */
export interface HomeCountries {
  /** Country of the place that this sentence, or one of the three before it, names; null where none does. */
  readonly placeOf: readonly (string | null)[];
  /** The only country that this sentence goes to or happens in; null where it names none or several. */
  readonly hostOf: readonly (string | null)[];
  /** First country that acts in each sentence. */
  readonly actorOf: readonly (string | null)[];
  /** Country that half of all names of countries in the text name, null where none is named so often. */
  readonly main: string | null;
}

const REACH = 3;
/** A report's home is named at least once in so many sentences. */
const SENTENCES_A_NAME = 10;

/** Gathers them from every name of a country in the text, places and actors alike. */
export function findHomeCountries(parsed: Parsed, cover: NameCover, names: NameKnowledge): HomeCountries {
  const placeOf: (string | null)[] = parsed.sentences.map(() => null);
  const actorOf: (string | null)[] = parsed.sentences.map(() => null);
  const hosts: Set<string>[] = parsed.sentences.map(() => new Set());
  const counts = new Map<string, number>();
  for (const name of cover.names) {
    countUp(counts, nationOf(name));
    if (name.of !== "country" || name.country.status === "union") continue;
    const isNoun = name.kind === "name" || name.kind === "capital";
    const isPlace = isNoun && isLocative(parsed, name.first, name.last, names);
    if (isPlace && name.kind === "name" && isScene(parsed, name.first))
      hosts[parsed.sentenceOf[name.first]!]!.add(name.country.code);
    const column = isPlace ? placeOf : actorOf;
    if (!isPlace || isScene(parsed, name.first)) column[parsed.sentenceOf[name.first]!] ??= name.country.code;
  }
  const hostOf = hosts.map((codes) => (codes.size === 1 ? [...codes][0]! : null));
  return {
    placeOf: carryOn(placeOf),
    hostOf,
    actorOf,
    main: mostNamed(counts, parsed.sentences.length / SENTENCES_A_NAME),
  };
}

/** Sectors of bodies that tell whose home affairs the report is about: "Congress", "the Republican Party". */
const HOME_SECTORS = ["LEG", "PTY", "COP"];

function nationOf(name: KnownName): string | null {
  if (name.of === "body")
    return name.body.sectors.some((sector) => HOME_SECTORS.includes(sector)) ? name.body.country : null;
  return name.country.status === "union" ? null : name.country.code;
}

function countUp(counts: Map<string, number>, code: string | null): void {
  if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
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

function mostNamed(counts: ReadonlyMap<string, number>, least: number): string | null {
  let sum = 0;
  let best: string | null = null;
  for (const [code, count] of counts) {
    sum += count;
    if (best === null || count > counts.get(best)!) best = code;
  }
  return best !== null && counts.get(best)! >= least && 2 * counts.get(best)! >= sum ? best : null;
}
