/** A switch in the shape of a pill. */
import type { ComponentChildren } from "preact";

export function Pill({ isOn, onTurn, children }: { isOn: boolean; onTurn: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="pill" aria-pressed={isOn} onClick={onTurn}>
      {children}
    </button>
  );
}
