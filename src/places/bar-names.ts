/** Names that are no places: tokens of persons' and bodies' names, and surnames that a report has introduced. */
import type { EntityLayer, EntityMention } from "../entities/index.js";
import { type Parsed, relation } from "../language/index.js";
import { foldName } from "./fold-name.js";

const NO_PLACE: ReadonlySet<string> = new Set(["person", "organization", "armed-group", "media", "igo"]);

/** 1 for every token that lies in the name of a person, an organization, an armed group or a medium. */
export function barredTokens(parsed: Parsed, layer: Pick<EntityLayer, "mentions" | "entities">): Uint8Array {
  const barred = new Uint8Array(parsed.length);
  const byId = new Map(layer.entities.map((entity) => [entity.id, entity]));
  for (const mention of layer.mentions) {
    const named = mention.entities.map((id) => byId.get(id)).filter((entity) => entity && NO_PLACE.has(entity.kind));
    if (mention.type !== "name" || named.length === 0) continue;
    const person = named.find((entity) => entity?.kind === "person");
    const first = person ? nameStart(parsed, mention, person.name) : mention.first;
    barred.fill(1, first, mention.last + 1);
  }
  return barred;
}

/** First token of the name in "Danbury Mayor Ivan Petrov": the office before it may name a place, "Minister for Trade" may not. */
function nameStart(parsed: Parsed, { first, last }: EntityMention, name: string): number {
  const parts = new Set(name.split(" "));
  if (!parsed.form.slice(first, last + 1).some((form) => parts.has(form))) return first;
  for (let token = first; token < last; token++) {
    if (parts.has(parsed.form[token]!) || parsed.upos[token] === "ADP") return token;
  }
  return last;
}

/** Folded last words of names of two words or more: after "Hillary Clinton", "Clinton" is no town. */
export function findSurnames(parsed: Parsed): Set<string> {
  const surnames = new Set<string>();
  for (let token = 0; token < parsed.length; token++) {
    const isFlat = relation(parsed, token) === "flat" && parsed.upos[token] === "PROPN";
    const isName =
      isFlat && parsed.upos[parsed.head[token]!] === "PROPN" && !LOUD.test(parsed.form[parsed.head[token]!]!);
    if (isName) surnames.add(foldName(parsed.form[token]!));
  }
  return surnames;
}

/** "CTV": three capitals or more are no given name. */
const LOUD = /^\p{Lu}{3,}$/u;
