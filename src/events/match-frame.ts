/** Decides whether the words around a predicate are those that a rule asks for. */
import type { EntityLayer } from "../entities/index.js";
import { resolveParty } from "../entities/index.js";
import { childBy, children, childrenBy, type Parsed, relation } from "../language/index.js";
import type { Entity } from "../reading/index.js";
import { findObjects, findPhrases, findSlot, isNoun } from "./find-slot.js";
import { findObject, findSurfaceSubject, hasCase, isPassive } from "./find-subject.js";
import type { FrameTest, Predicate } from "./predicate.js";

/** What the tests read. */
export interface FrameView {
  readonly parsed: Parsed;
  readonly entities: EntityLayer;
  /** Whether the word heads an expression of time: "called him on Saturday" has no "call on". */
  readonly isTime: (token: number) => boolean;
  /** An entity by its id. */
  readonly entityOf: (id: string) => Entity | undefined;
  /** Noun classes of a lemma. */
  readonly classesOf: (lemma: string) => ReadonlySet<string>;
}

/** Why the rule does not fit there, in a few words; null where it does. */
export function findMismatch(view: FrameView, token: number, predicate: Predicate): string | null {
  if (predicate.with && !hasCompanion(view, token, predicate.with)) return `no "${predicate.with}"`;
  for (const test of predicate.frame) {
    if (holdsTest(view, token, test) === test.negated) return `${test.negated ? "has" : "lacks"} ${formatTest(test)}`;
  }
  return null;
}

function formatTest(test: FrameTest): string {
  const classes = test.classes.length > 0 ? ` of ${test.classes.join(" or ")}` : "";
  return `${test.kind}${test.word ? ` "${test.word}"` : ""}${classes}`;
}

/** "call off the talks", "called on Iran", "accused of spying": the word hangs from the predicate as particle or preposition. */
function hasCompanion(view: FrameView, token: number, words: string): boolean {
  return words.split(" ").every((word) => hasCompanionWord(view, token, word));
}

function hasCompanionWord(view: FrameView, token: number, word: string): boolean {
  const { parsed } = view;
  return children(parsed, token).some((child) => {
    const own = parsed.lemma[child]!.toLowerCase() === word || parsed.form[child]!.toLowerCase() === word;
    if (own) return ["compound", "advmod", "obl", "case", "obj", "xcomp", "amod"].includes(relation(parsed, child));
    const isPhrase = ["obl", "nmod"].includes(relation(parsed, child)) && !view.isTime(child);
    const isClause =
      word !== "to" &&
      ["advcl", "xcomp", "acl", "ccomp"].includes(relation(parsed, child)) &&
      !hasSubject(parsed, child);
    return (isPhrase || isClause) && hasCase(parsed, child, word);
  });
}

/** "called him as the car left": a clause of somebody else, which tells when and belongs to no verb as its preposition does. */
const hasSubject = (parsed: Parsed, clause: number): boolean => childBy(parsed, clause, "nsubj") >= 0;

/** "called off", "shot down": the word is the verb's own, not a preposition of what follows. */
function hasParticle(parsed: Parsed, token: number, word: string): boolean {
  return childrenBy(parsed, token, "compound:prt", "advmod", "compound").some(
    (child) => parsed.lemma[child]!.toLowerCase() === word,
  );
}

type Test = (view: FrameView, token: number, test: FrameTest) => boolean;

/** What each kind of test asks of the word. */
const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ["obj", (view, token, test) => anyOf(view, objectsOf(view.parsed, token), test)],
  ["iobj", (view, token, test) => anyOf(view, findSlot(view.parsed, token, "iobj"), test)],
  ["subj", (view, token, test) => anyOf(view, [findSurfaceSubject(view.parsed, token, 6)], test)],
  ["prep", (view, token, test) => anyOf(view, phrasesOf(view, token, test.word), test)],
  ["mod", (view, token, test) => anyOf(view, findSlot(view.parsed, token, "mod"), test)],
  ["omod", (view, token, test) => anyOf(view, findSlot(view.parsed, token, "omod"), test)],
  [
    "comp",
    (view, token, test) => findComplements(view.parsed, token).some((found) => isToldOf(view, found, test.classes)),
  ],
  ["prt", (view, token, test) => hasParticle(view.parsed, token, test.word)],
  ["cop", (view, token) => childBy(view.parsed, token, "cop", "nsubj") >= 0],
  ["passive", (view, token) => isPassive(view.parsed, token)],
  ["inf", (view, token) => hasInfinitive(view.parsed, token)],
  ["that", (view, token) => childBy(view.parsed, token, "ccomp", "csubj", "acl") >= 0],
  ["party", (view, token) => isParty(view, findObject(view.parsed, token))],
]);

/** Whether a rule may ask for it. */
export function isTestKind(kind: string): boolean {
  return TESTS.has(kind);
}

function holdsTest(view: FrameView, token: number, test: FrameTest): boolean {
  return TESTS.get(test.kind)?.(view, token, test) ?? false;
}

/** What something is called, or held to be: "called the ban a mistake", "regards it as illegal". */
function findComplements(parsed: Parsed, token: number): number[] {
  const objects = childrenBy(parsed, token, "obj");
  const clauses = [token, ...objects].flatMap((head) => childrenBy(parsed, head, "xcomp", "ccomp"));
  const behind = objects.flatMap((object) => childrenBy(parsed, object, "amod").filter((child) => child > object));
  const named = clauses.flatMap((clause) => childrenBy(parsed, clause, "obj"));
  const likened = childrenBy(parsed, token, "obl", "nmod", "advcl").filter(
    (child) => hasCase(parsed, child, "as") && !hasSubject(parsed, child),
  );
  return [...objects.slice(1), ...behind, ...clauses, ...named, ...likened];
}

/** Whether the word, one joined with it or one that describes it is of the classes: "a grave mistake", "null and void". */
function isToldOf(view: FrameView, token: number, classes: readonly string[]): boolean {
  const words = [token, ...childrenBy(view.parsed, token, "amod", "compound", "conj", "nmod")];
  return words.some((word) => isOfClass(view, word, classes));
}

/** Phrases by their preposition that are no times: "fired missiles at the port on Tuesday" has no "on". */
function phrasesOf(view: FrameView, token: number, word: string): number[] {
  return findPhrases(view.parsed, token, word).filter((phrase) => !view.isTime(phrase));
}

function objectsOf(parsed: Parsed, token: number): number[] {
  return isNoun(parsed, token) ? findSlot(parsed, token, "obj") : findObjects(parsed, token);
}

/** Whether one of the words, or one joined with it, is of the classes. */
function anyOf(view: FrameView, tokens: readonly number[], test: FrameTest): boolean {
  const found = tokens.filter((token) => token >= 0);
  if (test.classes.length === 0) return found.length > 0;
  const heads = found.flatMap((token) => [token, ...childrenBy(view.parsed, token, "conj")]);
  const words = heads.flatMap((token) => (isOfClass(view, token, ["container"]) ? contentsOf(view, token) : [token]));
  return words.some((token) => isOfClass(view, token, test.classes));
}

/** "state of emergency", "a series of strikes": the word and what it is of. */
function contentsOf(view: FrameView, token: number): number[] {
  return [token, ...findPhrases(view.parsed, token, "of")];
}

function isOfClass(view: FrameView, token: number, classes: readonly string[]): boolean {
  const own = view.classesOf(view.parsed.lemma[token]!.toLowerCase());
  if (classes.some((name) => own.has(name))) return true;
  if (titlesOf(view, token).some((title) => classes.some((name) => view.classesOf(title).has(name)))) return true;
  if (classes.includes("state") && isState(view, token)) return true;
  if (classes.includes("person") && isOfKind(view, token, ["person"])) return true;
  if (classes.includes("politics") && isOfPolitics(view, token)) return true;
  return classes.includes("party") && isParty(view, token);
}

/** Whether the words stand for a state or somebody of one: what a singer or a chairman does is mostly no politics. */
function isOfPolitics(view: FrameView, token: number): boolean {
  const { entities } = resolveParty(view.parsed, view.entities, token);
  return entities.some((id) => (view.entityOf(id)?.country ?? null) !== null);
}

/** A person by name is what the office says: "summoned Ambassador Moreau" is about an ambassador. */
function titlesOf(view: FrameView, token: number): readonly string[] {
  if (view.parsed.upos[token] !== "PROPN") return [];
  const { entities } = resolveParty(view.parsed, view.entities, token);
  const titles = entities.flatMap((id) => view.entityOf(id)?.role?.title ?? []);
  return titles.map((title) => title.split(" ").at(-1)!.toLowerCase());
}

function isParty(view: FrameView, token: number): boolean {
  if (token < 0) return false;
  const party = resolveParty(view.parsed, view.entities, token);
  return party.entities.length > 0 && !party.indirect;
}

/** Whether the words stand for a state, a government or an alliance, as such. */
function isState(view: FrameView, token: number): boolean {
  return isOfKind(view, token, ["state", "government", "igo"]);
}

function isOfKind(view: FrameView, token: number, kinds: readonly string[]): boolean {
  const party = resolveParty(view.parsed, view.entities, token);
  if (party.indirect) return false;
  return party.entities.some((id) => kinds.includes(view.entityOf(id)?.kind ?? ""));
}

function hasInfinitive(parsed: Parsed, token: number): boolean {
  return children(parsed, token).some((child) => {
    const link = relation(parsed, child);
    if (link === "xcomp") return true;
    return ["advcl", "acl", "ccomp"].includes(link) && hasCase(parsed, child, "to");
  });
}
