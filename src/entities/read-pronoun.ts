/** Mentions by personal and possessive pronouns; relative ones, "there" and an empty "it" are none. */
import { hasRelation } from "../language/index.js";
import type { Candidate } from "./candidate.js";
import type { FinderContext } from "./reading-context.js";

const FIRST = ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"];
const SECOND = ["you", "your", "yours", "yourself", "yourselves"];
const PLURAL = ["we", "us", "our", "ours", "ourselves", "they", "them", "their", "theirs", "themselves"];
const NEUTER = ["it", "its", "itself"];
const MASCULINE = ["he", "him", "his", "himself"];
const FEMININE = ["she", "her", "hers", "herself"];
const THIRD = [...NEUTER, ...MASCULINE, ...FEMININE, ...PLURAL.slice(5)];

/** The pronoun at this token as a mention, null where it is none, or only adds weight ("the leaders themselves"). */
export function readPronoun({ parsed }: FinderContext, token: number): Candidate | null {
  if (parsed.upos[token] !== "PRON" || parsed.deprel[token] === "expl") return null;
  const form = parsed.form[token]!.toLowerCase();
  if (/sel(?:f|ves)$/.test(form) && !hasRelation(parsed, token, "obj", "iobj", "obl", "nmod")) return null;
  const person = FIRST.includes(form) ? 1 : SECOND.includes(form) ? 2 : THIRD.includes(form) ? 3 : 0;
  if (person === 0) return null;
  const gender = FEMININE.includes(form) ? "she" : MASCULINE.includes(form) ? "he" : form;
  return {
    first: token,
    last: token,
    head: token,
    type: "pronoun",
    referent: { what: "pronoun", person, plural: PLURAL.includes(form), neuter: NEUTER.includes(form), lemma: gender },
  };
}
