/** Where cards, brackets and threads stand, measured anew whenever the text is laid out anew. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Event, Span } from "../../../src/reading/index.js";
import { type PlacedBracket, placeBrackets } from "./brackets.js";
import type { PartContent } from "./parts.js";
import { drawThreads } from "./threads.js";
import { firstBox, placeCards, textStarts, useSize } from "./use-layout.js";

export interface Refs {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly text: RefObject<HTMLElement | null>;
  readonly cards: RefObject<HTMLOListElement | null>;
}

interface Shown extends PartContent {
  readonly paragraphs: readonly Span[];
  readonly chosen: Event | null;
}

export function useReadingLayout(
  { root, text, cards }: Refs,
  { paragraphs, events, statements, marks, chosen }: Shown,
) {
  const size = useSize(text);
  const [brackets, setBrackets] = useState<readonly PlacedBracket[]>([]);
  const [threads, setThreads] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    const [base, article, list] = [root.current, text.current, cards.current];
    if (!base || !article || !list) return;
    const starts = textStarts(article, paragraphs);
    const tops = events.map(({ trigger }) => firstBox(list, starts, trigger.start, trigger.end)?.top ?? 0);
    const index = chosen === null ? null : events.indexOf(chosen);
    placeCards(list, tops, index);
    setBrackets(placeBrackets(article, starts, statements));
    setThreads(chosen ? drawThreads(base, starts, chosen, list.children[index ?? 0] ?? null) : []);
  }, [size, paragraphs, statements, chosen, marks]);
  return { brackets, threads };
}
