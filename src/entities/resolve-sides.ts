/** Resolves "his country", "both sides", "the two ministers": the owner's states, or the two that were named last. */
import { childBy, hasRelation, type Parsed } from "../language/index.js";
import type { NameKnowledge } from "../names/index.js";
import type { Candidate, Referent } from "./candidate.js";
import { type EntityDraft, type EntityStore, latest } from "./entity-store.js";
import { stateOf } from "./resolve-names.js";
import type { Background } from "./resolve-nominals.js";

type States = Extract<Referent, { what: "states" }>;

/** How many mentions back the two are looked for. */
const REACH = 80;

/** Those whom the words stand for, in the order they were named in; nobody where the text names no two. */
export function resolveStates(
  store: EntityStore,
  candidate: Candidate,
  referent: States,
  background: Background,
): EntityDraft[] {
  const { names, draftsAt, parsed } = background;
  if (referent.owner >= 0) {
    const own = draftsAt(referent.owner).flatMap((draft) => ownState(store, draft, names) ?? []);
    return isOursOfTwo(parsed, referent, own) ? [...own, ...lastSides(store, own[0]!.country, 1)] : [...new Set(own)];
  }
  if (!referent.plural) return [];
  const actor = actorOver(background, candidate.head);
  if (referent.persons) return lastPersons(store, parsed.lemma[candidate.head]!.toLowerCase());
  const sides = lastSides(store, actor ?? background.issuer, 2);
  const both = sides.length === 2 ? sides : lastGovernments(store, actor ?? background.issuer);
  return both.length === 2 ? both : [];
}

function ownState(store: EntityStore, draft: EntityDraft, names: NameKnowledge): EntityDraft | null {
  return draft.country === null ? null : stateOf(store, names, draft.country);
}

/** "our two countries" in one mouth: the speaker's and the one talked of. */
function isOursOfTwo(parsed: Parsed, { owner, plural }: States, own: readonly EntityDraft[]): boolean {
  return plural && own.length === 1 && /^our$/i.test(parsed.form[owner]!);
}

/** Verbs above the words that are looked through for whoever acts on them. */
const DEPTH = 4;

/** "Egypt urged both countries": country of the subject that does something to the two, and so is none of them. */
function actorOver({ parsed, draftsAt }: Background, head: number): string | null {
  let token = head;
  if (!hasRelation(parsed, head, "obj", "iobj", "obl", "nmod")) return null;
  for (let step = 0; step < DEPTH && parsed.head[token]! >= 0; step++) {
    token = parsed.head[token]!;
    const subject = childBy(parsed, token, "nsubj");
    if (subject >= 0) return draftsAt(subject)[0]?.country ?? null;
  }
  return null;
}

/** "the two leaders": the two officials of different countries named last, no spokesman among "the two ministers". */
function lastPersons(store: EntityStore, noun: string): EntityDraft[] {
  const exact = pickPersons(store, (draft) => holdsOffice(draft, noun));
  return exact.length === 2 ? exact : pickPersons(store, (draft) => draft.sectors.includes("GOV"));
}

function holdsOffice({ role }: EntityDraft, noun: string): boolean {
  const title = role?.title.toLowerCase() ?? "";
  return title === noun || title.endsWith(` ${noun}`) || title.startsWith(`${noun} `);
}

function pickPersons(store: EntityStore, isOne: (draft: EntityDraft) => boolean): EntityDraft[] {
  const persons = new Map<string, EntityDraft>();
  for (const { drafts } of latest(store, REACH)) {
    for (const draft of drafts) {
      if (draft.kind !== "person" || draft.country === null || !isOne(draft)) continue;
      if (!persons.has(draft.country) && persons.size < 2) persons.set(draft.country, draft);
    }
  }
  return persons.size === 2 ? [...persons.values()].reverse() : [];
}

/** The states, or governments where no state is named, that were named last, all but `apart`. */
function lastSides(store: EntityStore, apart: string | null, count: number): EntityDraft[] {
  const sides = new Map<string, EntityDraft>();
  for (const { drafts } of latest(store, REACH)) {
    for (const draft of drafts) {
      if (draft.kind !== "state" && draft.kind !== "igo" && draft.kind !== "government") continue;
      if (draft.country === null || draft.country === apart) continue;
      if (!sides.has(draft.country) && sides.size < count) sides.set(draft.country, draft);
    }
  }
  return [...sides.values()].reverse();
}

/** The two governments named last where one state holds both, as a state and its autonomous region. */
function lastGovernments(store: EntityStore, apart: string | null): EntityDraft[] {
  const sides = new Set<EntityDraft>();
  for (const { drafts } of latest(store, REACH)) {
    for (const draft of drafts) {
      const isSide = draft.kind === "state" || (draft.kind === "government" && draft.sectors.includes("GOV"));
      if (isSide && draft.country !== null && draft.country !== apart && sides.size < 2) sides.add(draft);
    }
  }
  return [...sides].reverse();
}
