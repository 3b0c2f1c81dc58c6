/** Joins a name with the title that stands before or behind it where the tree has parted them. */
import type { Parsed } from "../language/index.js";
import type { Candidate, Nominal, Person, Title } from "./candidate.js";
import { STATE_SECTORS } from "./reading-context.js";

/** The candidates, "Regional governor" and "Ivan Petrov" made one: "Regional governor Ivan Petrov". */
export function joinTitles(parsed: Parsed, candidates: readonly Candidate[]): Candidate[] {
  const byLast = new Map<number, Candidate>();
  const byFirst = new Map<number, Candidate>();
  for (const candidate of candidates) {
    if (candidate.referent.what !== "role") continue;
    byLast.set(candidate.last, candidate);
    byFirst.set(candidate.first, candidate);
  }
  const gone = new Set<Candidate>();
  const owners = findHeadlineOwners(parsed, candidates);
  for (const [owned, owner] of owners) if (!actsForState(owned)) gone.add(owner);
  const joined = candidates.map((candidate) => {
    const owner = owners.get(candidate);
    if (owner) return ownedBy(candidate, owner);
    if (candidate.referent.what !== "person") return candidate;
    const title = titleBefore(parsed, candidate, byLast) ?? titleBehind(parsed, candidate, byFirst);
    if (!title || gone.has(title) || title.head === candidate.head) return candidate;
    gone.add(title);
    return joinPerson(parsed, candidate, candidate.referent, title);
  });
  return joined.filter((candidate) => !gone.has(candidate)).sort(inTextOrder);
}

/** By start, the longer first. */
export function inTextOrder(a: Candidate, b: Candidate): number {
  return a.first - b.first || b.last - a.last || a.head - b.head;
}

/** "Regional governor Ivan Petrov", "Minister for Trade, Ivan Petrov,": the comma needs a fellow behind the name. */
function titleBefore(parsed: Parsed, person: Candidate, byLast: ReadonlyMap<number, Candidate>): Candidate | null {
  const around = byLast.get(person.last);
  if (around && around.first < person.first && !isOwnedThere(parsed, person)) return around;
  const wide = titleThrough(parsed, person, byLast);
  if (wide) return wide;
  const direct = byLast.get(person.first - 1);
  if (direct) return isSameSentence(parsed, direct, person) ? direct : null;
  if (parsed.form[person.first - 1] !== "," || !/^[,.:]$/.test(parsed.form[person.last + 1] ?? "")) return null;
  const parted = byLast.get(person.first - 2);
  return parted && isSameSentence(parsed, parted, person) ? parted : null;
}

/** "Minister for the Middle East Ivan Petrov", "Secretary of State Ivan Petrov": the tree gave the office's end to the name. */
function titleThrough(parsed: Parsed, person: Candidate, byLast: ReadonlyMap<number, Candidate>): Candidate | null {
  if (!/^(?:of|for)$/.test(parsed.form[person.first - 1] ?? "") || nameStart(parsed, person) <= person.first)
    return null;
  const title = byLast.get(person.first - 2);
  return title && isSameSentence(parsed, title, person) ? title : null;
}

/** Longest name of a person, in tokens. */
const LONGEST_NAME = 8;

/** First token of the name proper, which stands at the end of the mention; the mention's own where it does not. */
function nameStart(parsed: Parsed, { first, last, referent }: Candidate): number {
  const name = referent.what === "person" ? referent.name : "";
  for (let token = Math.max(first, last - LONGEST_NAME); token <= last; token++) {
    if (wordsOf(parsed, token, last) === name) return token;
  }
  return first;
}

function wordsOf(parsed: Parsed, first: number, last: number): string {
  return parsed.text.slice(parsed.start[first], parsed.end[last]).replace(/\s+/g, " ");
}

/** "spokesman for Ivan Petrov": two persons, the one of the other. */
function isOwnedThere(parsed: Parsed, person: Candidate): boolean {
  for (let token = person.first; token >= person.first - 1 && token >= 0; token--) {
    if (["ADP", "DET", "PRON", "CCONJ", "PUNCT"].includes(parsed.upos[token]!) || parsed.xpos[token] === "POS")
      return true;
  }
  return false;
}

/** "Ivan Petrov, the special envoy for Syria, said". */
function titleBehind(parsed: Parsed, person: Candidate, byFirst: ReadonlyMap<number, Candidate>): Candidate | null {
  if (parsed.form[person.last + 1] !== ",") return null;
  const title = byFirst.get(person.last + 2);
  if (!title || !isSameSentence(parsed, person, title)) return null;
  const next = title.last + 1;
  const isClosed = /^[,.]$/.test(parsed.form[next] ?? ".") || ["VERB", "AUX"].includes(parsed.upos[next] ?? "");
  return isClosed ? title : null;
}

function isSameSentence(parsed: Parsed, a: Candidate, b: Candidate): boolean {
  return parsed.sentenceOf[a.head] === parsed.sentenceOf[b.head];
}

function joinPerson(parsed: Parsed, name: Candidate, person: Person, role: Candidate): Candidate {
  const told = role.referent as Nominal;
  const isParted = role.last === name.first - 2 && /^(?:of|for)$/.test(parsed.form[name.first - 1]!);
  const rest = isParted ? ` ${wordsOf(parsed, name.first - 1, nameStart(parsed, name) - 1)}` : "";
  const title: Title = {
    words: `${told.words}${rest}`,
    sectors: told.sectors,
    owner: told.owner ?? person.title?.owner ?? null,
  };
  const first = Math.min(name.first, role.first);
  const last = Math.max(name.last, role.last);
  const isInside = (token: number) => token >= first && token <= last;
  const head = isInside(parsed.head[name.head]!) && !isInside(parsed.head[role.head]!) ? role.head : name.head;
  return {
    first,
    last,
    head,
    type: "name",
    referent: { ...person, title: isParted ? title : (person.title ?? title) },
  };
}

/** "Iraq PM did not …": in a headline the country right before a bare office owns it, whatever the tree says. */
function findHeadlineOwners(parsed: Parsed, candidates: readonly Candidate[]): Map<Candidate, Candidate> {
  const countries = new Map<number, Candidate>();
  for (const candidate of candidates)
    if (candidate.referent.what === "country") countries.set(candidate.last, candidate);
  const owners = new Map<Candidate, Candidate>();
  for (const candidate of candidates) {
    const { referent } = candidate;
    if (referent.what !== "role" && referent.what !== "organ" && referent.what !== "group") continue;
    const owner = countries.get(candidate.first - 1);
    const isHeading = parsed.sentences[parsed.sentenceOf[candidate.head]!]!.heading;
    if (owner && isHeading && referent.owner === null && isSameSentence(parsed, owner, candidate))
      owners.set(candidate, owner);
  }
  return owners;
}

/** "US man": an origin, no mention of the state. */
function actsForState({ referent }: Candidate): boolean {
  return (
    referent.what !== "person" &&
    "sectors" in referent &&
    referent.sectors.some((sector) => STATE_SECTORS.includes(sector))
  );
}

function ownedBy(candidate: Candidate, owner: Candidate): Candidate {
  const nominal = candidate.referent as Nominal;
  const code = owner.referent.what === "country" ? owner.referent.country.code : null;
  return { ...candidate, first: owner.first, referent: { ...nominal, owner: code, definite: true } };
}
