/** Looks up the heads of mentions anew after their trees were mended. */
import type { EntityLayer, EntityMention } from "../../entities/index.js";
import type { Parsed } from "../../language/index.js";

export function relinkMentions(parsed: Parsed, layer: EntityLayer): EntityLayer {
  const mentions = layer.mentions.map((mention) => ({ ...mention, head: headOf(parsed, mention) }));
  const mentionAt = new Int32Array(parsed.length).fill(-1);
  for (const [i, mention] of mentions.entries()) {
    const kept = mentions[mentionAt[mention.head]!];
    if (!kept || kept.last - kept.first < mention.last - mention.first) mentionAt[mention.head] = i;
  }
  return { ...layer, mentions, mentionAt };
}

/** The old head where it still hangs from outside the mention, else the last token that does. */
function headOf(parsed: Parsed, mention: EntityMention): number {
  const isOutside = (head: number) => head < mention.first || head > mention.last;
  if (isOutside(parsed.head[mention.head]!)) return mention.head;
  for (let token = mention.last; token >= mention.first; token--) if (isOutside(parsed.head[token]!)) return token;
  return mention.head;
}
