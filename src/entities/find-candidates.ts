/** Finds every possible mention, before anybody asks who it is. */
import { phraseHead } from "../names/index.js";
import type { Candidate } from "./candidate.js";
import { joinGovernments } from "./join-governments.js";
import { joinTitles } from "./join-titles.js";
import { joinAcronyms } from "./learn-acronyms.js";
import { nameOver } from "./name-cover.js";
import { isOwnApposition } from "./phrase-range.js";
import { readKnownName, readStateWithin } from "./read-name.js";
import { isCounted, readNominal } from "./read-nominal.js";
import { readPerson } from "./read-person.js";
import { readPronoun } from "./read-pronoun.js";
import type { FinderContext } from "./reading-context.js";

/** Candidates in text order, the longer first, one a head. */
export function findCandidates(context: FinderContext): Candidate[] {
  const { parsed } = context;
  const found: Candidate[] = [];
  const isTold = new Uint8Array(parsed.length);
  for (let token = 0; token < parsed.length; token++) {
    if (isTold[token]) continue;
    const candidate = candidateAt(context, token);
    if (!candidate) continue;
    found.push(candidate);
    isTold[candidate.head] = 1;
    markTold(context, candidate, isTold);
  }
  for (const name of context.cover.names) {
    const state = readStateWithin(context, name);
    if (state && !isTold[state.head]) found.push(state);
  }
  return joinAcronyms(parsed, joinTitles(parsed, joinGovernments(parsed, found)));
}

function candidateAt(context: FinderContext, token: number): Candidate | null {
  const { parsed } = context;
  const name = nameOver(context.cover, token);
  if (isCounted(context, token)) return null;
  if (name) return phraseHead(parsed, name.first, name.last) === token ? readKnownName(context, name) : null;
  if (parsed.upos[token] === "PRON" || parsed.upos[token] === "DET")
    return readPronoun(context, token) ?? readNominal(context, token);
  if (parsed.deprel[token] === "nmod:desc") return null;
  if (parsed.deprel[token] === "flat" && nameOver(context.cover, parsed.head[token]!)?.of !== "country") return null;
  return readPerson(context, token) ?? readNominal(context, token);
}

/** The apposition inside a mention is no mention of its own: "Tobias Smith, the foreign minister". */
function markTold({ parsed }: FinderContext, candidate: Candidate, isTold: Uint8Array): void {
  if (candidate.type === "pronoun") return;
  for (let child = parsed.firstChild[candidate.head]!; child >= 0; child = parsed.nextSibling[child]!) {
    const isInside = child >= candidate.first && child <= candidate.last;
    if (isInside && parsed.deprel[child] === "appos" && isOwnApposition(parsed, child)) isTold[child] = 1;
  }
}
