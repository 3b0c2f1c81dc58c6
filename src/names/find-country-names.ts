/** Country names in a text: each with what it names and how it is used there. */
import type { Parsed } from "../language/index.js";
import { entryNamed, findNames } from "./name-index.js";
import type { Country, CountryNameEntry, CountryNameKind, NameKnowledge } from "./name-knowledge.js";

/** "South Korean" in "South Korean troops": tokens, country, and that it is an adjective there. */
export interface CountryName {
  /** First and last token, inclusive; determiners are left out. */
  readonly first: number;
  readonly last: number;
  readonly country: Country;
  readonly kind: CountryNameKind;
  /** Sectors of a seat of power that is more than the state: "Pentagon" `["MIL"]`. */
  readonly sectors: readonly string[];
}

/** Every country, capital, seat, adjective and people that the text names, in order and without overlap. */
export function findCountryNames(parsed: Parsed, names: NameKnowledge): CountryName[] {
  return findNames(parsed, names.index).map(({ first, last, entry }) => ({
    first,
    last,
    country: entry.country,
    kind: kindHere(parsed, last, entry),
    sectors: entry.sectors,
  }));
}

/** The country that exactly these words name in one of these ways (all ways by default), null where none does. */
export function countryNamed(
  names: NameKnowledge,
  words: string,
  kinds: readonly CountryNameKind[] = ["name", "adjective", "people", "capital", "seat"],
): Country | null {
  const entry = entryNamed(names.index, words);
  return entry?.kinds.some((kind) => kinds.includes(kind)) ? entry.country : null;
}

/** Which use of an ambiguous form it is: "Afghan troops" adjective, "an Afghan" people. */
function kindHere(parsed: Parsed, last: number, entry: CountryNameEntry): CountryNameKind {
  const [only] = entry.kinds;
  if (entry.kinds.length === 1) return only!;
  if (entry.kinds.includes("name") && !isModifier(parsed, last)) return "name";
  if (entry.kinds.includes("adjective") && isModifier(parsed, last)) return "adjective";
  if (entry.kinds.includes("people")) return "people";
  return only!;
}

function isModifier(parsed: Parsed, token: number): boolean {
  const deprel = parsed.deprel[token]!;
  return deprel === "amod" || deprel === "compound" || parsed.upos[token] === "ADJ";
}
