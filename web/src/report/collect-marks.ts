/** Everything that a reading marks in its text, as far as the reader wants to see it. */
import type { Event, Reading, Span } from "../../../src/reading/index.js";
import type { Layer, Mark } from "./flatten-marks.js";
import type { LayerName } from "./layers.js";

const mark = (layer: Layer, id: string, { start, end }: Span): Mark => ({ layer, id, start, end });

/** What each layer marks, outer marks before inner ones. */
const COLLECT: Readonly<Record<LayerName, (reading: Reading) => Mark[]>> = {
  statements: ({ statements }) =>
    statements.flatMap(({ id, content }) => content.map((span) => mark("statement", id, span))),
  who: ({ entities }) => entities.flatMap(({ id, mentions }) => mentions.map((span) => mark("entity", id, span))),
  where: ({ places, times }) => [
    ...places.flatMap(({ id, mentions }) => mentions.map((span) => mark("place", id, span))),
    ...times.map((time) => mark("time", time.id, time)),
  ],
  words: ({ terms }) => terms.map(({ id, label }) => mark("term", id, label)),
  events: ({ events }) => events.map(({ id, trigger }) => mark("event", id, trigger)),
};
const ORDER: readonly LayerName[] = ["statements", "who", "where", "words", "events"];

export function collectMarks(reading: Reading, shown: ReadonlySet<LayerName>, chosen: Event | null): Mark[] {
  const layers = ORDER.filter((layer) => shown.has(layer)).flatMap((layer) => COLLECT[layer](reading));
  const roles = (chosen?.roles ?? []).map((role) => mark("chosen", role.role, role.span));
  return [...layers, ...roles];
}
