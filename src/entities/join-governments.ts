/** Joins "the Government" and "of Iraq" where the tree has parted them: one mention of the state. */
import type { Parsed } from "../language/index.js";
import type { Candidate, Nominal } from "./candidate.js";
import { inTextOrder } from "./join-titles.js";
import { GOVERNMENTS } from "./reading-context.js";

/** The candidates, a government and the country behind its "of" made one. */
export function joinGovernments(parsed: Parsed, candidates: readonly Candidate[]): Candidate[] {
  const byFirst = new Map<number, Candidate>();
  for (const candidate of candidates)
    if (candidate.referent.what === "country") byFirst.set(candidate.first, candidate);
  const gone = new Set<Candidate>();
  const joined = candidates.map((candidate) => {
    const country = isGovernment(candidate) ? countryBehind(parsed, candidate, byFirst) : null;
    if (!country) return candidate;
    gone.add(country);
    return withOwner(parsed, candidate, country);
  });
  return joined.filter((candidate) => !gone.has(candidate)).sort(inTextOrder);
}

function isGovernment({ referent }: Candidate): boolean {
  return referent.what === "organ" && referent.owner === null && GOVERNMENTS.includes(referent.noun);
}

function countryBehind(parsed: Parsed, { last }: Candidate, byFirst: ReadonlyMap<number, Candidate>): Candidate | null {
  const of = last + 1;
  if (parsed.form[of] !== "of" || parsed.sentenceOf[of] !== parsed.sentenceOf[last]) return null;
  return byFirst.get(of + 1) ?? byFirst.get(of + 2) ?? null;
}

function withOwner(parsed: Parsed, government: Candidate, country: Candidate): Candidate {
  const owner = country.referent.what === "country" ? country.referent.country.code : null;
  const referent = { ...(government.referent as Nominal), owner, definite: true };
  const isTail = parsed.xpos[country.last] === "POS";
  return { ...government, last: isTail ? country.last - 1 : country.last, referent };
}
