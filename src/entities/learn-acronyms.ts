/** Learns short forms that a report gives in brackets: "the Joint Border Commission (JBC)" makes every JBC that body. */
import type { Parsed } from "../language/index.js";
import type { Candidate } from "./candidate.js";
import { inTextOrder } from "./join-titles.js";

/** The candidates, with every use of a learnt short form as one more name of what it is short for. */
export function joinAcronyms(parsed: Parsed, candidates: readonly Candidate[]): Candidate[] {
  const learnt = learnAcronyms(parsed, candidates);
  if (learnt.size === 0) return [...candidates];
  const byHead = new Map(candidates.map((candidate) => [candidate.head, candidate]));
  for (let token = 0; token < parsed.length; token++) {
    const of = learnt.get(parsed.form[token]!);
    const known = byHead.get(token);
    if (of === undefined || of === token || (known && !isUnknown(parsed, known))) continue;
    const isAfterArticle = token > 0 && parsed.upos[token - 1] === "DET" && parsed.head[token - 1] === token;
    const { first, last } = known ?? { first: isAfterArticle ? token - 1 : token, last: token };
    byHead.set(token, { first, last, head: token, type: "name", referent: { what: "alias", of } });
  }
  return [...byHead.values()].sort(inTextOrder);
}

/** Head of the full name by its short form. */
function learnAcronyms(parsed: Parsed, candidates: readonly Candidate[]): Map<string, number> {
  const byLast = new Map<number, Candidate>();
  for (const candidate of candidates) byLast.set(candidate.last, candidate);
  const learnt = new Map<string, number>();
  for (let token = 2; token < parsed.length; token++) {
    if (parsed.form[token - 1] !== "(" || !/^\p{Lu}{2,8}$/u.test(parsed.form[token]!)) continue;
    const full = byLast.get(token - 2);
    if (full && full.referent.what !== "person" && initialsOf(parsed, full).endsWith(parsed.form[token]!))
      learnt.set(parsed.form[token]!, full.head);
  }
  return learnt;
}

/** "JBC" of "the Joint Border Commission": the capitals that begin its words. */
function initialsOf(parsed: Parsed, { first, last }: Candidate): string {
  const words = parsed.form.slice(first, last + 1);
  return words.map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? "").join("");
}

/** A mention of the bare short form that no table knows. */
function isUnknown(parsed: Parsed, { first, last, head, referent }: Candidate): boolean {
  if (referent.what === "country" || referent.what === "body") return false;
  const isBare = (token: number) => token === head || parsed.upos[token] === "DET";
  for (let token = first; token <= last; token++) if (!isBare(token)) return false;
  return true;
}
