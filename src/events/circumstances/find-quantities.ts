/** How many died, marched or were arrested, and what it cost: the amounts that an act's clause tells. */
import { childrenBy, hasRelation, isUnder, type Parsed, spanOf } from "../../language/index.js";
import type { Quantity } from "../../reading/index.js";
import type { TimeMention } from "../../times/index.js";
import type { EventCandidate } from "../event-layer.js";
import { clauseOf, entriesWithin, formAt, isVerbal, lemmaAt } from "./clauses.js";
import { type Amount, findAmounts } from "./find-amounts.js";
import { KIND_FITS, type QuantityKind, type QuantityWords } from "./quantity-words.js";

/** Amounts of the trigger's sentence that belong to the act, in text order; a time's ("over three days") count nothing. */
export function findQuantities(
  candidate: EventCandidate,
  parsed: Parsed,
  times: readonly TimeMention[],
  words: QuantityWords,
): Quantity[] {
  const sentence = parsed.sentences[parsed.sentenceOf[candidate.trigger]!]!;
  const timesHere = entriesWithin(times, sentence.first, sentence.last);
  const found: Quantity[] = [];
  for (const amount of findAmounts(parsed, sentence, words)) {
    const kind = kindOf(parsed, amount, words);
    if (timesHere.some((time) => time.first <= amount.last && amount.first <= time.last)) continue;
    if (kind === null || !KIND_FITS[kind].includes(candidate.type)) continue;
    if (!belongsTo(parsed, amount.counted, candidate, kind)) continue;
    const { low, high, unit } = amount;
    found.push({ kind, low, high, unit, span: spanOf(parsed, amount.first, amount.last) });
  }
  return found;
}

/** What is counted: money by its unit, else by the verb ("were killed"), else by the noun ("protesters"). */
function kindOf(parsed: Parsed, amount: Amount, words: QuantityWords): QuantityKind | null {
  if (amount.unit !== null) return "money";
  const noun = amount.counted;
  const verb = parsed.head[noun]!;
  if (verb >= 0 && isVerbal(parsed, verb) && isCountedBy(parsed, amount, verb)) {
    const kind = words.verbs.get(lemmaAt(parsed, verb));
    if (kind !== undefined) return kind;
  }
  const nearby = [noun, ...childrenBy(parsed, noun, "nmod", "amod", "compound")];
  for (const word of nearby) {
    const own = words.nouns.get(lemmaAt(parsed, word)) ?? words.nouns.get(formAt(parsed, word));
    if (own !== undefined) return own;
  }
  return verb >= 0 && hasRelation(parsed, noun, "nmod") ? (words.nouns.get(lemmaAt(parsed, verb)) ?? null) : null;
}

/** Who suffers a transitive verb, who does an intransitive one: "killed 14", "14 were killed", "14 died", "5,000 marched". */
function isCountedBy(parsed: Parsed, { counted, first, last }: Amount, verb: number): boolean {
  if (hasRelation(parsed, counted, "obj", "nsubj:pass")) return true;
  // Parsers take "at least" and "up to" for prepositions: "detained at least 100 protesters".
  const isBounded = childrenBy(parsed, counted, "case").some((word) => word >= first && word <= last);
  if (hasRelation(parsed, counted, "obl") && isBounded) return true;
  return hasRelation(parsed, counted, "nsubj") && childrenBy(parsed, verb, "obj").length === 0;
}

/** Whether the amount stands in the act's own clause, or in one that tells its outcome ("…, killing 14"). */
function belongsTo(parsed: Parsed, counted: number, candidate: EventCandidate, kind: QuantityKind): boolean {
  if (isUnder(parsed, counted, candidate.trigger)) return isNear(parsed, counted, candidate.trigger, kind);
  return isNear(parsed, counted, candidate.clause, kind);
}

function isNear(parsed: Parsed, counted: number, anchor: number, kind: QuantityKind): boolean {
  const clause = clauseOf(parsed, counted);
  if (clause === anchor || isUnder(parsed, anchor, clause))
    return isUnder(parsed, counted, anchor) || clause === clauseOf(parsed, anchor);
  const tellsOutcome = kind === "dead" || kind === "injured" || kind === "arrested" || kind === "displaced";
  return tellsOutcome && parsed.head[clause] === anchor && hasRelation(parsed, clause, "advcl", "acl", "conj");
}
