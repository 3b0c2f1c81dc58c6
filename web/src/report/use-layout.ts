/** Measures where words stand, so that cards, brackets and threads can stand level with them. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { stackCards } from "./stack-cards.js";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Tells again whenever the element changes its size or the fonts have come. */
export function useSize(ref: RefObject<HTMLElement | null>): number {
  const [size, setSize] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => setSize((count) => count + 1));
    watcher.observe(element);
    void document.fonts.ready.then(() => setSize((count) => count + 1));
    return () => watcher.disconnect();
  }, []);
  return size;
}

/** The boxes of the text between two offsets, within `root`, relative to it. Pieces carry no offsets but their own text, so walk. */
export function boxOf(root: HTMLElement, starts: readonly TextStart[], start: number, end: number): Box | null {
  const range = document.createRange();
  const from = locate(starts, start);
  const until = locate(starts, end);
  if (!from || !until) return null;
  range.setStart(from.node, from.offset);
  range.setEnd(until.node, until.offset);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  if (rects.length === 0) return null;
  const base = root.getBoundingClientRect();
  const reduce = (pick: (rect: DOMRect) => number, choose: (...values: number[]) => number) =>
    rects.map(pick).reduce((a, b) => choose(a, b));
  return {
    left: reduce((rect) => rect.left, Math.min) - base.left,
    top: reduce((rect) => rect.top, Math.min) - base.top,
    right: reduce((rect) => rect.right, Math.max) - base.left,
    bottom: reduce((rect) => rect.bottom, Math.max) - base.top,
  };
}

/** The box of the first line of a span alone: where a thread ties on. */
export function firstBox(root: HTMLElement, starts: readonly TextStart[], start: number, end: number): Box | null {
  const range = document.createRange();
  const from = locate(starts, start);
  const until = locate(starts, end);
  if (!from || !until) return null;
  range.setStart(from.node, from.offset);
  range.setEnd(until.node, until.offset);
  const rect = [...range.getClientRects()].find((one) => one.width > 0);
  const base = root.getBoundingClientRect();
  return rect
    ? {
        left: rect.left - base.left,
        top: rect.top - base.top,
        right: rect.right - base.left,
        bottom: rect.bottom - base.top,
      }
    : null;
}

export interface TextStart {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Every text node of the article with its offset in the report. */
export function textStarts(root: HTMLElement, paragraphs: readonly { start: number }[]): TextStart[] {
  const found: TextStart[] = [];
  root.querySelectorAll(":scope > p").forEach((paragraph, i) => {
    let at = paragraphs[i]?.start ?? 0;
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = (node as Text).data.length;
      found.push({ node: node as Text, start: at, end: at + length });
      at += length;
    }
  });
  return found;
}

function locate(starts: readonly TextStart[], offset: number): { node: Text; offset: number } | null {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.end ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  const found = starts[low];
  return found
    ? { node: found.node, offset: Math.max(0, Math.min(found.node.data.length, offset - found.start)) }
    : null;
}

/** Puts the cards level with their lines; on a narrow page they keep the order of the list. */
export function placeCards(list: HTMLElement, tops: readonly number[], chosen: number | null): void {
  const items = [...list.children] as HTMLElement[];
  const isList = getComputedStyle(list).position === "static";
  const stacked = isList
    ? []
    : stackCards(
        items.map((item, i) => ({ at: tops[i] ?? 0, height: item.offsetHeight })),
        chosen,
      );
  items.forEach((item, i) => {
    item.style.top = isList ? "" : `${stacked[i] ?? 0}px`;
  });
  const last = items.at(-1);
  list.style.minHeight = isList || !last ? "" : `${(stacked.at(-1) ?? 0) + last.offsetHeight}px`;
}
