/** Puts the two phrases of a question in the place of whatever mentions overlap them. */
import type { EntityLayer, EntityMention } from "../entities/index.js";
import { type Parsed, tokenAt } from "../language/index.js";
import type { Entity, Span } from "../reading/index.js";

/** The entities with the two given phrases put in the place of whatever mentions overlap them. */
export function placeParties(
  parsed: Parsed,
  layer: EntityLayer,
  parties: readonly { readonly id: string; readonly span: Span }[],
): EntityLayer {
  const given = parties.flatMap(({ id, span }) => makeMention(parsed, id, span));
  const kept = layer.mentions.filter(
    (mention) => !given.some((own) => own.first <= mention.last && mention.first <= own.last),
  );
  const mentions = [...kept, ...given].sort((a, b) => a.first - b.first || b.last - a.last);
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  for (const [i, mention] of mentions.entries()) mentionAt[mention.head] = i;
  return {
    ...layer,
    entities: [...layer.entities, ...parties.map(({ id, span }) => makeEntity(parsed, id, span))],
    mentions,
    mentionAt,
  };
}

function makeMention(parsed: Parsed, id: string, span: Span): EntityMention[] {
  const first = tokenAt(parsed, span.start);
  let last = first;
  while (last + 1 < parsed.length && parsed.start[last + 1]! < span.end) last++;
  if (first >= parsed.length || parsed.start[first]! >= span.end) return [];
  return [{ span, type: "name", first, last, head: headOf(parsed, first, last), entities: [id] }];
}

/** The first token of the range whose head lies outside it. */
function headOf(parsed: Parsed, first: number, last: number): number {
  for (let token = first; token <= last; token++) {
    const head = parsed.head[token]!;
    if (head < first || head > last) return token;
  }
  return last;
}

function makeEntity(parsed: Parsed, id: string, span: Span): Entity {
  const name = parsed.text.slice(span.start, span.end);
  return {
    id,
    name,
    kind: "other",
    country: null,
    sectors: [],
    role: null,
    partOf: null,
    mentions: [{ ...span, type: "name" }],
  };
}
