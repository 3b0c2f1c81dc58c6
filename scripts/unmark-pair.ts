/** Reads a sentence in which `<s>` and `<t>` mark the actor and the recipient. */
import type { PairInput } from "../src/engine.js";
import type { Span } from "../src/reading/index.js";

/** The bare sentence with both spans, null where a mark is missing. */
export function unmarkPair(marked: string): PairInput | null {
  let text = "";
  const opened = new Map<string, number>();
  const spans = new Map<string, Span>();
  for (const piece of marked.split(/(<\/?[st]>)/)) {
    const [, close, name] = /^<(\/?)([st])>$/.exec(piece) ?? [];
    if (name === undefined) text += piece;
    else if (!close) opened.set(name, text.length);
    else if (!spans.has(name)) spans.set(name, { start: opened.get(name) ?? text.length, end: text.length });
  }
  const [actor, recipient] = [spans.get("s"), spans.get("t")];
  return actor && recipient ? { text, actor, recipient } : null;
}
