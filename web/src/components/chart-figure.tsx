/** A chart with its source line, and the ways to take it along. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { saveCsv, savePng, saveSvg } from "../charts/export-chart.js";

interface Props {
  readonly name: string;
  readonly source: string;
  readonly csv?: () => string;
  readonly isBare?: boolean;
  readonly children: ComponentChildren;
}

export function ChartFigure({ name, source, csv, isBare = false, children }: Props) {
  const box = useRef<HTMLElement>(null);
  const save = (how: typeof saveSvg) => () => {
    const svg = box.current?.querySelector("svg");
    if (svg) void how(svg, name, source);
  };
  return (
    <figure ref={box} class={isBare ? "bare" : ""}>
      {children}
      <figcaption>
        <span>{source}</span>
        <span class="screen">
          <button type="button" onClick={save(saveSvg)}>
            SVG
          </button>
          <button type="button" onClick={save(savePng)}>
            PNG
          </button>
          {csv !== undefined && (
            <button type="button" onClick={() => saveCsv(csv(), name)}>
              CSV
            </button>
          )}
        </span>
      </figcaption>
    </figure>
  );
}
