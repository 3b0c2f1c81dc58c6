/** Finds whom a headline's act concerns where its own slots name nobody: "U.S. hails Egypt vote", "rows with Oslo over gas cut". */
import { childrenBy, hasRelation, type Parsed, relation } from "../language/index.js";
import type { Act } from "./act.js";
import type { NOBODY } from "./find-acts.js";
import { findSlot } from "./find-slot.js";
import { hasCase } from "./find-subject.js";
import { isNobody, type SideView } from "./resolve-sides.js";

/** How much of its confidence an act keeps whose recipient is only lent. */
const KEPT = 0.8;

/** What a clause says of its act, as against clauses beside it that tell another: "halts aid after rebels seize trucks". */
const INWARDS = ["obj", "iobj", "obl", "nmod", "amod", "compound", "xcomp", "acl", "conj", "flat"];

/** Types that are about nobody else, by their first mode, and those whose sides all take part. */
const OWN_AFFAIRS = new Set(["RETREAT resign", "COERCE curfew", "COERCE martial-law"]);

/**
 * A headline has room for those concerned alone: if an act of one country names nobody it is done to, the nearest other
 * country within what its clause says is the one. Who merely tells of it stands outside.
 */
export function lendInHeadings(view: SideView, act: Act): void {
  const { parsed } = view;
  const isHeading = parsed.sentences[parsed.sentenceOf[act.token]!]!.heading;
  if (!isHeading || act.type === null || !isNobody(act.recipients) || OWN_AFFAIRS.has(keyOf(act))) return;
  const own = new Set(act.actors.entities.map((id) => view.entityOf(id)?.country ?? null));
  if (own.size === 0 || (own.size === 1 && own.has(null))) return;
  if (act.type === "CONSULT" && own.size > 1) return;
  const found = findForeign(view, act, own);
  if (!found) return;
  act.recipients = found;
  act.confidence *= KEPT;
}

function keyOf(act: Act): string {
  return `${act.type} ${act.modes[0] ?? ""}`;
}

/** The first party of another country within the act's words, those of its own phrase before those of its clause. */
function findForeign(view: SideView, act: Act, own: ReadonlySet<string | null>): typeof NOBODY | null {
  const seen = new Set<number>(act.type === "CONSULT" || act.type === "AGREE" ? topicsOf(view.parsed, act) : []);
  for (const root of countsVictims(view, act) ? findSlot(view.parsed, act.token, "obj") : [act.token, act.clause]) {
    for (const token of wordsBelow(view.parsed, root, seen)) {
      const mention = view.entities.mentions[view.entities.mentionAt[token] ?? -1];
      const foreign = mention?.entities.filter((id) => isForeign(view, id, own)) ?? [];
      if (mention && foreign.length > 0) {
        return { entities: foreign, spans: foreign.map(() => mention.span), indirect: true };
      }
    }
  }
  return null;
}

/** "charges 3 accused of spying for Oslo": those that the act is done to are told by their number alone. */
function countsVictims({ parsed }: SideView, act: Act): boolean {
  const takesObject = act.predicate.recipients.some((slots) => slots.includes("obj"));
  return takesObject && findSlot(parsed, act.token, "obj").some((object) => parsed.upos[object] === "NUM");
}

/** Prepositions of what talks and promises are about: that state takes no part. */
const TOPICAL = ["on", "over", "about", "amid", "despite"];

function topicsOf(parsed: Parsed, act: Act): number[] {
  const phrases = [act.token, act.clause].flatMap((token) => childrenBy(parsed, token, "obl", "nmod"));
  return phrases.filter((phrase) => TOPICAL.some((word) => hasCase(parsed, phrase, word)));
}

function isForeign(view: SideView, id: string, own: ReadonlySet<string | null>): boolean {
  const country = view.entityOf(id)?.country ?? null;
  return country !== null && !own.has(country);
}

/** Words below a word, level by level, without its subject and what stands beside it. */
function wordsBelow(parsed: Parsed, root: number, seen: Set<number>): number[] {
  const found = [root];
  for (let i = 0; i < found.length; i++) {
    for (const child of childrenBy(parsed, found[i]!, ...INWARDS)) {
      if (!seen.has(child) && !opensClause(parsed, child)) found.push(child);
    }
  }
  for (const token of found) seen.add(token);
  return found.slice(1);
}

/** A clause with a subject of its own tells another act. */
function opensClause(parsed: Parsed, token: number): boolean {
  const isClause = relation(parsed, token) === "conj" && parsed.upos[token] === "VERB";
  return (isClause || hasRelation(parsed, token, "acl:relcl")) && childrenBy(parsed, token, "nsubj").length > 0;
}
