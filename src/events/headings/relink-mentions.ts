/** Looks up anew which mention a token stands for: in mended trees, and where a name's words hang from several places. */
import type { EntityLayer, EntityMention } from "../../entities/index.js";
import type { Parsed } from "../../language/index.js";

/**
 * The layer with every token of a mention that hangs from outside it leading to that mention: in "activist pastor Evan
 * Mawarire" a tree may make objects of both "pastor" and "Evan". A token that heads a mention of its own keeps it.
 */
export function relinkMentions(parsed: Parsed, layer: EntityLayer): EntityLayer {
  const mentions = layer.mentions.map((mention) => ({ ...mention, head: headOf(parsed, mention) }));
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  for (const [i, mention] of mentions.entries()) {
    if (isLonger(mention, mentions[mentionAt[mention.head]!])) mentionAt[mention.head] = i;
  }
  for (const [i, mention] of mentions.entries()) {
    for (let token = mention.first; token <= mention.last; token++) {
      if (mentionAt[token]! < 0 && isOutside(mention, parsed.head[token]!)) mentionAt[token] = i;
    }
  }
  return { ...layer, mentions, mentionAt };
}

function isLonger(mention: EntityMention, other: EntityMention | undefined): boolean {
  return !other || other.last - other.first < mention.last - mention.first;
}

/** The old head where it still hangs from outside the mention, else the last token that does. */
function headOf(parsed: Parsed, mention: EntityMention): number {
  if (isOutside(mention, parsed.head[mention.head]!)) return mention.head;
  for (let token = mention.last; token >= mention.first; token--) {
    if (isOutside(mention, parsed.head[token]!)) return token;
  }
  return mention.head;
}

function isOutside(mention: EntityMention, head: number): boolean {
  return head < mention.first || head > mention.last;
}
