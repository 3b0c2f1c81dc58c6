/** Names that are no places: tokens of persons' and bodies' names, and surnames that a report has introduced. */
import type { EntityLayer } from "../entities/index.js";
import { type Parsed, relation } from "../language/index.js";
import { foldName } from "./fold-name.js";

const NO_PLACE: ReadonlySet<string> = new Set(["person", "organization", "armed-group", "media", "igo"]);

/** 1 for every token that lies in the name of a person, an organization, an armed group or a medium. */
export function barredTokens(parsed: Parsed, layer: Pick<EntityLayer, "mentions" | "entities">): Uint8Array {
  const barred = new Uint8Array(parsed.length);
  const kinds = new Map(layer.entities.map((entity) => [entity.id, entity.kind]));
  for (const mention of layer.mentions) {
    const isName = mention.type === "name" && mention.entities.some((id) => NO_PLACE.has(kinds.get(id) ?? ""));
    if (isName) barred.fill(1, mention.first, mention.last + 1);
  }
  return barred;
}

/** Folded last words of names of two words or more: after "Hillary Clinton", "Clinton" is no town. */
export function findSurnames(parsed: Parsed): Set<string> {
  const surnames = new Set<string>();
  for (let token = 0; token < parsed.length; token++) {
    const isFlat = relation(parsed, token) === "flat" && parsed.upos[token] === "PROPN";
    if (isFlat && parsed.upos[parsed.head[token]!] === "PROPN") surnames.add(foldName(parsed.form[token]!));
  }
  return surnames;
}
