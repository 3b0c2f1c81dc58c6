/** What the word under the pointer, or in focus, stands for. */
import { useState } from "preact/hooks";
import type { Reading } from "../../../src/reading/index.js";
import { useNames } from "../components/countries.js";
import { type Description, describeMarks } from "./describe-mark.js";
import type { Mark } from "./flatten-marks.js";

export interface Told {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly Description[];
}

const MOST_LINES = 3;

export function useTold(reading: Reading, marks: readonly Mark[]) {
  const [told, setTold] = useState<Told | null>(null);
  const nameOf = useNames();
  const tell = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-at]") : null;
    const box = target?.getClientRects()[0];
    const at = Number(target?.dataset.at);
    const here = marks.filter((mark) => mark.start <= at && mark.end > at);
    const lines = describeMarks(reading, here, nameOf).slice(0, MOST_LINES);
    setTold(lines.length > 0 && box ? { x: box.left, y: box.bottom - 8, lines } : null);
  };
  return { told, tell, hush: () => setTold(null) };
}
