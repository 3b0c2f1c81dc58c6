/** Adds the places that force is aimed at to the entities: Gaza in "air strikes on Gaza" is where it happens and who suffers it. */
import { type EntityLayer, type EntityMention, mentionHeadedBy } from "../entities/index.js";
import { childrenBy, type Parsed, relation } from "../language/index.js";
import type { PlaceLayer, PlaceMention } from "../places/index.js";
import type { Entity, Place } from "../reading/index.js";
import type { EventKnowledge } from "./event-knowledge.js";
import { hasCase } from "./find-subject.js";

/** The entities with those places that stand as the target of a word of force, numbered anew by first mention. */
export function addStruckPlaces(
  parsed: Parsed,
  entities: EntityLayer,
  places: PlaceLayer,
  knowledge: EventKnowledge,
): EntityLayer {
  const struck = places.mentions.filter(
    (mention) => isStruck(parsed, mention.head, knowledge) && !isMentioned(entities, mention),
  );
  if (struck.length === 0) return entities;
  const byId = new Map(places.places.map((place) => [place.id, place]));
  const drafts = new Map<string, Entity>();
  const added = struck.flatMap(({ place, span, first, last, head }): EntityMention[] => {
    const known = byId.get(place);
    if (!known?.country) return [];
    if (!drafts.has(place)) drafts.set(place, makeEntity(known));
    return [{ span, type: "name", first, last, head, entities: [`at ${place}`] }];
  });
  return renumber(entities, [...drafts.values()], added);
}

function isMentioned(layer: EntityLayer, { first, last }: PlaceMention): boolean {
  for (let token = first; token <= last; token++) if (mentionHeadedBy(layer, token)) return true;
  return false;
}

/** "bombed Aleppo", "strikes on Aleppo", "the shelling of Aleppo". */
function isStruck(parsed: Parsed, head: number, knowledge: EventKnowledge): boolean {
  const governor = parsed.head[head]!;
  if (governor < 0) return false;
  const isForce = (token: number) => knowledge.classesOf(parsed.lemma[token]!.toLowerCase()).has("onslaught");
  const link = relation(parsed, head);
  const isAim = (link === "nmod" || link === "obl") && AIMING.some((word) => hasCase(parsed, head, word));
  if (parsed.upos[governor] !== "VERB") return isAim && isForce(governor);
  if (isForce(governor)) return link === "obj" || parsed.deprel[head] === "nsubj:pass";
  return isAim && childrenBy(parsed, governor, "obj").some(isForce);
}

const AIMING = ["on", "against", "of", "into"];

function makeEntity(place: Place): Entity {
  const { id, name, country } = place;
  return { id: `at ${id}`, name, kind: "other", country, sectors: [], role: null, partOf: null, mentions: [] };
}

/** All entities by first mention, with new ids everywhere. */
function renumber(layer: EntityLayer, drafts: readonly Entity[], added: readonly EntityMention[]): EntityLayer {
  const mentions = [...layer.mentions, ...added].sort((a, b) => a.first - b.first || b.last - a.last);
  const ids = new Map<string, string>();
  for (const { entities } of mentions) for (const id of entities) if (!ids.has(id)) ids.set(id, `e${ids.size + 1}`);
  const renamed = mentions.map((mention) => ({ ...mention, entities: mention.entities.map((id) => ids.get(id)!) }));
  const mentionAt = new Int32Array(layer.mentionAt.length).fill(-1);
  for (const [i, mention] of renamed.entries()) mentionAt[mention.head] = i;
  const known = new Map([...layer.entities, ...drafts].map((entity) => [entity.id, entity]));
  const entities = [...ids].map(([old, id]): Entity => {
    const entity = known.get(old)!;
    const partOf = entity.partOf === null ? null : (ids.get(entity.partOf) ?? null);
    const own = added.filter((mention) => mention.entities.includes(old));
    const spans = own.length > 0 ? own.map(({ span }) => ({ ...span, type: "name" as const })) : entity.mentions;
    return { ...entity, id, partOf, mentions: spans };
  });
  return { ...layer, entities, mentions: renamed, mentionAt };
}
