/** The country of a noun that no word gives one: by the headline, the report's parliament, or where it happens. */
import type { Parsed } from "../language/index.js";
import type { Candidate, Nominal } from "./candidate.js";
import type { HomeCountries } from "./home-country.js";

/** What such a noun is read against. */
export interface HomeBackground {
  readonly parsed: Parsed;
  readonly homes: HomeCountries;
  /** Country whose organ publishes the report, null for a medium. */
  readonly issuer: string | null;
}

/** Sectors of people who are taken to be at home where things happen. */
const LOCAL: ReadonlySet<string> = new Set(
  ["CVL", "MIL", "REB", "GOV", "COP", "LEG", "OPP", "PRM", "JUD"].concat(["REF", "MED", "REL", "SOC"]),
);

/**
 * The country that a reader gives a nameless group: in a headline an army is that of the first country named
 * ("Canada threatens to pull soldiers"), in running text people belong to where things happen.
 */
export function homeCountry(candidate: Candidate, nominal: Nominal, background: HomeBackground): string | null {
  const { parsed, homes, issuer } = background;
  const sentence = parsed.sentenceOf[candidate.head]!;
  const isHeading = parsed.sentences[sentence]!.heading;
  if (isHeading && isOwnVoice(nominal) && !nominal.isForeign) return voiceCountry(homes, sentence);
  const sector = nominal.sectors[0] ?? "";
  if (!LOCAL.has(sector) || nominal.what === "named-body" || nominal.isForeign || nominal.isRelation) return null;
  if (/^jihad|islamic extremist/i.test(nominal.words)) return "IMG";
  if (sector === "CVL" && nominal.count !== "") return null;
  const isOffice = nominal.what === "role";
  if (isHeading && (issuer === null || !isOffice)) return headlineCountry(nominal, homes, sentence);
  if (isOffice && sector === "GOV" && issuer !== null) return issuer;
  return houseCountry(nominal, homes) ?? homes.placeOf[sentence] ?? homes.main ?? homes.dateline;
}

/** Country of a parliament's member, or of a leader, by the report's own parliament and dateline. */
function houseCountry(nominal: Nominal, homes: HomeCountries): string | null {
  const isOfHouse = nominal.sectors[0] === "LEG" || nominal.noun === "member";
  return (isOfHouse ? homes.legislature : null) ?? leaderHome(nominal, homes);
}

/** Where "the president" presides: whose parliament the report names, else where it was written; null for others. */
export function leaderHome({ words }: Nominal, { legislature, dateline }: HomeCountries): string | null {
  return isLeading(words) ? (legislature ?? dateline) : null;
}

const LEADING = /^(?:vice )?(?:president|prime minister|premier|chancellor|king|leader|supreme leader)$/i;

/** Whether that office leads a state. */
export const isLeading = (title: string) => LEADING.test(title);

function headlineCountry(nominal: Nominal, homes: HomeCountries, sentence: number): string | null {
  if (nominal.what === "role" && nominal.sectors[0] === "MIL") return voiceCountry(homes, sentence);
  if (nominal.sectors[0] === "MIL") return homes.actorOf[sentence] ?? homes.placeOf[sentence]!;
  return /^(?:REB|CVL)$/.test(nominal.sectors[0] ?? "") ? homes.onlyOf[sentence]! : null;
}

/** Whoever acts in the headline, or in the one before the dash or colon. */
function voiceCountry({ sideOf }: HomeCountries, sentence: number): string | null {
  return sideOf[sentence] ?? sideOf[sentence - 1] ?? null;
}

/** "Ethiopia pardons two: government source": whoever acts in a headline speaks through such a voice. */
function isOwnVoice({ noun, words }: Nominal): boolean {
  return noun.startsWith("spokes") || /^(?:government|govt|army|military|police) /i.test(words);
}
