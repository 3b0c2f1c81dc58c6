/** The entities stage: mentions found, then resolved to one entity for each real actor. */
import { type Parsed, spanOf } from "../language/index.js";
import type { NameKnowledge } from "../names/index.js";
import type { Entity, Mention, Report } from "../reading/index.js";
import type { EntityLayer, EntityMention } from "./entity-layer.js";
import { type EntityDraft, finishEntity, type Resolved } from "./entity-store.js";
import { findCandidates } from "./find-candidates.js";
import { makeNotes } from "./make-notes.js";
import { createFinderContext, learnPersons, NO_PLACES, type PlaceLookup } from "./reading-context.js";
import { resolveEntities } from "./resolve-entities.js";

/**
 * Who is mentioned: every name, bare role, group and pronoun that stands for an actor, and the entities behind them.
 * `places` tells which words are first of all a town or division, and so no person without a title, and where they lie.
 */
export function findEntities(
  parsed: Parsed,
  report: Report,
  names: NameKnowledge,
  places: PlaceLookup = NO_PLACES,
): EntityLayer {
  const first = createFinderContext(parsed, names, places);
  const persons = findCandidates(first).flatMap(({ referent }) => (referent.what === "person" ? [referent.name] : []));
  const context = learnPersons(first, persons);
  const store = resolveEntities(context, findCandidates(context), report);
  const resolved = store.resolved.filter(({ drafts }) => drafts.length > 0);
  const ids = numberDrafts(resolved);
  const mentions = resolved.map(({ candidate, drafts }): EntityMention => {
    const { first, last, head, type } = candidate;
    const entities = drafts.map((draft) => ids.get(draft)!);
    return { span: spanOf(parsed, first, last), type, first, last, head, entities };
  });
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  for (const [i, mention] of mentions.entries()) mentionAt[mention.head] = i;
  const notes = makeNotes(parsed, names, store.resolved);
  return { entities: finishEntities(ids, mentions), mentions, mentionAt, notes };
}

/** Ids by first mention. */
function numberDrafts(resolved: readonly Resolved[]): Map<EntityDraft, string> {
  const ids = new Map<EntityDraft, string>();
  for (const { drafts } of resolved) {
    for (const draft of drafts) if (!ids.has(draft)) ids.set(draft, `e${ids.size + 1}`);
  }
  return ids;
}

function finishEntities(ids: ReadonlyMap<EntityDraft, string>, mentions: readonly EntityMention[]): Entity[] {
  const mentionsOf = new Map<string, Mention[]>([...ids.values()].map((id) => [id, []]));
  for (const { span, type, entities } of mentions) {
    for (const id of entities) mentionsOf.get(id)!.push({ start: span.start, end: span.end, type });
  }
  const partOf = partsOf(ids);
  return [...ids].map(([draft, id]) => finishEntity(draft, id, partOf(draft), mentionsOf.get(id)!));
}

/** The state that it belongs to, where that is mentioned too. */
function partsOf(ids: ReadonlyMap<EntityDraft, string>): (draft: EntityDraft) => string | null {
  const states = new Map<string, string>();
  for (const [draft, id] of ids) {
    if ((draft.kind === "state" || draft.kind === "igo") && draft.country !== null && !states.has(draft.country)) {
      states.set(draft.country, id);
    }
  }
  return (draft) => {
    if (draft.partOf) return ids.get(draft.partOf) ?? null;
    const isOfState =
      draft.kind === "government" || draft.kind === "organization" || draft.kind === "person" || draft.kind === "group";
    return isOfState && draft.country !== null ? (states.get(draft.country) ?? null) : null;
  };
}
