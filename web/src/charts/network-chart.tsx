/** Countries by their dealings: an edge the thicker the more acts, blue-green where close, rust where apart. */
import { useMemo, useState } from "preact/hooks";
import type { NetworkView } from "../api/types.js";
import { useNames } from "../components/countries.js";
import { Tip } from "../components/tip.js";
import { pairPath } from "../format/acts.js";
import { formatPlural, formatSigned } from "../format/numbers.js";
import { navigate } from "../url/location.js";
import { layoutNetwork } from "./layout-network.js";

type Edge = NetworkView["edges"][number];

interface Props {
  readonly view: NetworkView;
  readonly width: number;
  readonly of: string | null;
  readonly onChoose: (code: string | null) => void;
}

interface Told {
  readonly x: number;
  readonly y: number;
  readonly edge: Edge;
}

export function NetworkChart({ view, width, of, onChoose }: Props) {
  const [told, setTold] = useState<Told | null>(null);
  const nameOf = useNames();
  const points = useMemo(() => layoutNetwork(view.nodes, view.edges), [view]);
  const height = Math.min(720, Math.max(380, Math.round(width * 0.6)));
  const [padX, padY] = [width < 600 ? 44 : 84, 34];
  const at = (code: string) => {
    const point = points.get(code) ?? { x: 0.5, y: 0.5 };
    return { x: padX + point.x * (width - 2 * padX), y: padY + point.y * (height - 2 * padY) };
  };
  const most = Math.max(1, ...view.edges.map((edge) => edge.acts));
  const mostActs = Math.max(1, ...view.nodes.map((node) => node.acts));
  const isNear = (code: string) =>
    of === null ||
    code === of ||
    view.edges.some((edge) => (edge.a === of && edge.b === code) || (edge.b === of && edge.a === code));
  return (
    <div onPointerLeave={() => setTold(null)}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Countries joined by their dealings; the table holds the same"
        class="network"
      >
        {view.edges.map((edge) => {
          const [a, b] = [at(edge.a), at(edge.b)];
          const isLit = of === null || edge.a === of || edge.b === of;
          return (
            <line
              key={`${edge.a}${edge.b}`}
              class="edge"
              x1={a.x.toFixed(1)}
              y1={a.y.toFixed(1)}
              x2={b.x.toFixed(1)}
              y2={b.y.toFixed(1)}
              stroke={hueOf(edge.closeness)}
              stroke-width={(0.8 + 6.2 * Math.sqrt(edge.acts / most)).toFixed(1)}
              opacity={isLit ? 0.3 + Math.min(0.6, Math.abs(edge.closeness ?? 0) / 6) : 0.07}
              onPointerMove={(event) => setTold({ x: event.clientX, y: event.clientY, edge })}
              onPointerLeave={() => setTold(null)}
              onClick={() => navigate(pairPath(edge.a, edge.b))}
            />
          );
        })}
        {view.nodes.map((node) => (
          <Node
            key={node.code}
            node={node}
            at={at(node.code)}
            most={mostActs}
            label={width < 600 ? node.code : nameOf(node.code)}
            isLit={isNear(node.code)}
            isChosen={node.code === of}
            onChoose={onChoose}
          />
        ))}
      </svg>
      {told && (
        <Tip x={told.x} y={told.y}>
          {nameOf(told.edge.a)} and {nameOf(told.edge.b)}
          <small>
            closeness {formatSigned(told.edge.closeness)} · {formatPlural(told.edge.acts, "act")} · press for the
            relation
          </small>
        </Tip>
      )}
    </div>
  );
}

interface NodeProps {
  readonly node: NetworkView["nodes"][number];
  readonly at: { readonly x: number; readonly y: number };
  readonly most: number;
  readonly label: string;
  readonly isLit: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (code: string | null) => void;
}

function Node({ node, at: { x, y }, most, label, isLit, isChosen, onChoose }: NodeProps) {
  const radius = 3 + 9 * Math.sqrt(node.acts / most);
  return (
    <g class="node" opacity={isLit ? 1 : 0.25} onClick={() => onChoose(isChosen ? null : node.code)}>
      <circle
        cx={x.toFixed(1)}
        cy={y.toFixed(1)}
        r={radius.toFixed(1)}
        fill="var(--sheet)"
        stroke="var(--ink)"
        stroke-width={isChosen ? 2.5 : 1.2}
      />
      <text
        x={x.toFixed(1)}
        y={(y - radius - 4).toFixed(1)}
        text-anchor="middle"
        class={node.acts > most / 6 ? "strong" : ""}
      >
        {label}
      </text>
    </g>
  );
}

function hueOf(closeness: number | null): string {
  if (closeness === null || Math.abs(closeness) < 0.05) return "var(--faint)";
  return closeness > 0 ? "var(--coop-2)" : "var(--conf-2)";
}
