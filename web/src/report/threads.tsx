/** Threads from the chosen card to its words, and from the act to those who do it and to whom it is done. */
import type { Event } from "../../../src/reading/index.js";
import { type Box, firstBox, type TextStart } from "./use-layout.js";

const SAG = 20;

/** The paths of the threads in the coordinates of `root`: the leader from the card first, then one a role. */
export function drawThreads(
  root: HTMLElement,
  starts: readonly TextStart[],
  event: Event,
  card: Element | null,
): string[] {
  const act = firstBox(root, starts, event.trigger.start, event.trigger.end);
  if (!act) return [];
  const roles = event.roles
    .filter(({ span }) => span.start !== event.trigger.start)
    .map(({ span }) => firstBox(root, starts, span.start, span.end))
    .filter((box) => box !== null);
  return [...leader(root, act, card), ...roles.map((box) => arc(act, box))];
}

function leader(root: HTMLElement, act: Box, card: Element | null): string[] {
  const base = root.getBoundingClientRect();
  const box = card?.getBoundingClientRect();
  if (!box || box.left - base.left < act.right) return [];
  const [x, y] = [box.left - base.left, box.top - base.top + 1];
  const under = act.bottom - 1;
  return [
    `M${act.left.toFixed(1)} ${under.toFixed(1)}H${(x - 40).toFixed(1)}C${(x - 18).toFixed(1)} ${under.toFixed(1)} ${(x - 22).toFixed(1)} ${y.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}`,
  ];
}

function arc(from: Box, to: Box): string {
  const [x0, y0] = [(from.left + from.right) / 2, from.bottom - 1];
  const [x1, y1] = [(to.left + to.right) / 2, to.bottom - 1];
  const sag = Math.max(y0, y1) + Math.min(SAG, 6 + Math.abs(x1 - x0) / 12);
  return `M${x0.toFixed(1)} ${y0.toFixed(1)}C${x0.toFixed(1)} ${sag.toFixed(1)} ${x1.toFixed(1)} ${sag.toFixed(1)} ${x1.toFixed(1)} ${y1.toFixed(1)}`;
}

export function Threads({ paths, quad }: { paths: readonly string[]; quad: number }) {
  if (paths.length === 0) return null;
  return (
    <svg class={`threads q${quad}`} aria-hidden="true">
      {paths.map((path, i) => (
        <path key={i} d={path} class={i === 0 ? "leader" : "thread"} />
      ))}
    </svg>
  );
}
