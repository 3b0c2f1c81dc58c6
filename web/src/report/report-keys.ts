/** The reading view by keyboard: from event to event, from word to word, layers on and off. */
import { useLayoutEffect } from "preact/hooks";
import type { Reading } from "../../../src/reading/index.js";
import { useKeys } from "../components/keys.js";
import { LAYERS, type LayerName, turnLayer } from "./layers.js";

export function useReportKeys(
  reading: Reading,
  chosen: string | null,
  shown: ReadonlySet<LayerName>,
  choose: (id: string | null) => void,
  cards: { current: HTMLElement | null },
) {
  const step = (by: number) => () => {
    const { events } = reading;
    const at = events.findIndex((event) => event.id === chosen);
    const next = at < 0 ? (by > 0 ? 0 : events.length - 1) : at + by;
    const event = events[next];
    if (event) choose(event.id);
  };
  const click = (what: string) => () => cards.current?.querySelector<HTMLElement>(`.on ${what}`)?.click();
  const turn = (layer: LayerName) => () => turnLayer(shown, layer);
  const layers = Object.fromEntries(LAYERS.map((layer, i) => [String(i + 1), turn(layer)]));
  useKeys({
    j: step(1),
    k: step(-1),
    e: click("[data-explain]"),
    o: click("[data-occurrence]"),
    Escape: () => choose(null),
    ...layers,
  });
}

/** Brings the chosen event's words to sight, without a jump where they are in sight already. */
export function useScrollToChosen(text: { current: HTMLElement | null }, chosen: string | null): void {
  useLayoutEffect(() => {
    const target = chosen === null ? null : text.current?.querySelector(`[data-event="${CSS.escape(chosen)}"]`);
    const box = target?.getBoundingClientRect();
    if (!target || !box || (box.top > 90 && box.bottom < innerHeight * 0.6)) return;
    target.scrollIntoView({
      block: "center",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
  }, [chosen]);
}

/** Arrows go from marked word to marked word; Enter and Space press the one in focus. */
export function moveWithin(event: KeyboardEvent & { currentTarget: HTMLElement }, press: (event: Event) => void): void {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    press(event);
  }
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const words = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-at]")];
  const next = words[words.indexOf(document.activeElement as HTMLElement) + by];
  if (next) event.preventDefault();
  next?.focus();
}
