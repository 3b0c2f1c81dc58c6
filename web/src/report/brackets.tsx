/** Brackets beside the text: who speaks from which line to which, one within another for each link of the chain. */
import type { ShownStatement } from "./statements-shown.js";
import { boxOf, type TextStart } from "./use-layout.js";

export interface PlacedBracket {
  readonly id: string;
  readonly hue: number;
  readonly depth: number;
  readonly top: number;
  readonly height: number;
  /** The speaker's name, where the one before is another's and there is room. */
  readonly label: string | null;
}

const LABEL = 15;
const DEEPEST = 3;

export function placeBrackets(
  root: HTMLElement,
  starts: readonly TextStart[],
  statements: readonly ShownStatement[],
): PlacedBracket[] {
  const boxes = statements.map((statement) => ({
    statement,
    box: boxOf(root, starts, statement.hull.start, statement.hull.end),
  }));
  const found = boxes.flatMap(({ statement, box }) => (box ? [{ statement, box }] : []));
  found.sort((a, b) => a.box.top - b.box.top || a.statement.depth - b.statement.depth);
  let [floor, last] = [Number.NEGATIVE_INFINITY, ""];
  return found.map(({ statement, box }) => {
    const isFree = box.top >= floor && statement.label !== last;
    if (isFree) [floor, last] = [box.top + LABEL, statement.label];
    const { id, hue, depth } = statement;
    return {
      id,
      hue,
      depth: Math.min(depth, DEEPEST),
      top: box.top,
      height: box.bottom - box.top,
      label: isFree ? statement.label : null,
    };
  });
}

export function Brackets({ brackets }: { brackets: readonly PlacedBracket[] }) {
  return (
    <div class="brackets" aria-hidden="true">
      {brackets.map(({ id, hue, depth, top, height, label }) => (
        <div
          key={id}
          class={`bracket sp-${hue}`}
          style={{ top: `${top + 4}px`, height: `${Math.max(8, height - 8)}px`, left: `${-22 + depth * 5}px` }}
        >
          {label !== null && (
            <span style={{ right: `${10 + depth * 5}px` }}>
              <bdi>{label}</bdi>
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
