/** The country that nameless groups and offices of a report belong to, as a reader takes them: where it happens. */
import type { Parsed } from "../language/index.js";
import { isLocative, type NameKnowledge } from "../names/index.js";
import type { NameCover } from "./name-cover.js";

/** Where things happen, sentence by sentence. */
export interface HomeCountries {
  /** Country of the place that this sentence, or one of the three before it, names; null where none does. */
  readonly placeOf: readonly (string | null)[];
  /** First country that acts in each sentence. */
  readonly actorOf: readonly (string | null)[];
  /** Country that half of all names of countries in the text name, null where none is named so often. */
  readonly main: string | null;
}

const REACH = 3;

/** Gathers them from every name of a country in the text, places and actors alike. */
export function findHomeCountries(parsed: Parsed, cover: NameCover, names: NameKnowledge): HomeCountries {
  const placeOf: (string | null)[] = parsed.sentences.map(() => null);
  const actorOf: (string | null)[] = parsed.sentences.map(() => null);
  const counts = new Map<string, number>();
  for (const name of cover.names) {
    if (name.of !== "country" || name.country.status === "union") continue;
    const sentence = parsed.sentenceOf[name.first]!;
    const code = name.country.code;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    const isPlace =
      (name.kind === "name" || name.kind === "capital") && isLocative(parsed, name.first, name.last, names);
    const column = isPlace ? placeOf : actorOf;
    if (!isPlace || isScene(parsed, name.first)) column[sentence] ??= code;
  }
  return { placeOf: carryOn(placeOf), actorOf, main: mostNamed(counts) };
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

function mostNamed(counts: ReadonlyMap<string, number>): string | null {
  let sum = 0;
  let best: string | null = null;
  for (const [code, count] of counts) {
    sum += count;
    if (best === null || count > counts.get(best)!) best = code;
  }
  return best !== null && 2 * counts.get(best)! >= sum ? best : null;
}
