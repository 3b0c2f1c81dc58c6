/** The state that speaks through a publisher: "UK Government", "US State Department"; a newspaper speaks for none. */
import { entryNamed, type NameKnowledge, nounOf } from "../names/index.js";

/** Longest name of a body, in words. */
const LONGEST = 8;

/** Country code of a publisher that is a state's organ or an IGO, null for media, firms and unknown names. */
export function countryOfPublisher(names: NameKnowledge, publisher: string | null): string | null {
  const words = (publisher ?? "").split(/\s+/).slice(0, 40);
  const isOfficial = words.some((word) => nounOf(names.actors, word.toLowerCase(), "organ") !== null);
  for (let first = 0; first < words.length; first++) {
    for (let size = Math.min(LONGEST, words.length - first); size > 0; size--) {
      const code = officialCode(names, words.slice(first, first + size).join(" "), isOfficial);
      if (code !== null) return code;
    }
  }
  return null;
}

function officialCode(names: NameKnowledge, words: string, isOfficial: boolean): string | null {
  const body = entryNamed(names.actors.bodies, words);
  if (body)
    return body.kind === "government" || body.kind === "igo" || body.sectors.includes("MIL") ? body.country : null;
  return isOfficial ? (entryNamed(names.index, words)?.country.code ?? null) : null;
}
