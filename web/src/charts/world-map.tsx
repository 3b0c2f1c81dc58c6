/** The world in an equal-area projection: countries shaded by how much they have to do with others, places by what was done there. */

import { world } from "virtual:world";
import { type ExtendedFeatureCollection, type GeoPermissibleObjects, geoEqualEarth, geoPath } from "d3-geo";
import { useMemo, useState } from "preact/hooks";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { MapPlace, MapView } from "../api/types.js";
import { useNames } from "../components/countries.js";
import { Tip } from "../components/tip.js";
import { formatCount, formatPlural } from "../format/numbers.js";
import { dominantQuad } from "./dominant-quad.js";

const HUES = ["", "var(--coop-1)", "var(--coop-2)", "var(--conf-1)", "var(--conf-2)"];
const MOST_RADIUS = 17;
const LEAST_MOST = 20;

export type Region = "world" | "europe" | "middle-east" | "south-asia" | "east-asia" | "africa" | "americas";

/** West, south, east, north, in degrees. */
export const REGIONS: Readonly<Record<Region, { name: string; box: readonly [number, number, number, number] }>> = {
  world: { name: "World", box: [-168, -54, 178, 76] },
  europe: { name: "Europe", box: [-12, 35, 48, 66] },
  "middle-east": { name: "Middle East", box: [24, 12, 64, 43] },
  "south-asia": { name: "South Asia", box: [58, 4, 100, 42] },
  "east-asia": { name: "East Asia", box: [96, 16, 148, 52] },
  africa: { name: "Africa", box: [-20, -36, 52, 38] },
  americas: { name: "Americas", box: [-130, -56, -32, 60] },
};

const topology = world as Topology<{ countries: GeometryCollection }>;
const countries = feature(topology, topology.objects.countries);
const borders = mesh(topology, topology.objects.countries);

interface Props {
  readonly view: MapView;
  readonly region: Region;
  readonly width: number;
  readonly chosen: string | null;
  readonly onChoose: (place: string | null) => void;
}

interface Told {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly detail: string;
}

export function WorldMap({ view, region, width, chosen, onChoose }: Props) {
  const [told, setTold] = useState<Told | null>(null);
  const { height, path, point } = useMemo(() => project(region, width), [region, width]);
  const shapes = useMemo(
    () => countries.features.map((one) => ({ id: String(one.id ?? ""), d: path(one) ?? "" })),
    [path],
  );
  const lines = useMemo(() => path(borders) ?? "", [path]);
  const mostActs = Math.max(1, ...view.countries.map((country) => country.acts));
  const actsOf = new Map(view.countries.map((country) => [country.code, country]));
  const nameOf = useNames();
  const tellCountry = (code: string) => (event: PointerEvent) => {
    const acts = actsOf.get(code);
    setTold(
      acts
        ? {
            x: event.clientX,
            y: event.clientY,
            title: nameOf(code),
            detail: `${formatPlural(acts.acts, "act")}: ${formatCount(acts.cooperation)} cooperation, ${formatCount(acts.conflict)} conflict`,
          }
        : null,
    );
  };
  return (
    <div class="map" onPointerLeave={() => setTold(null)}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Map of where acts happened; the tables hold the same"
      >
        <clipPath id="map-edge">
          <rect width={width} height={height} />
        </clipPath>
        <g clip-path="url(#map-edge)">
          {shapes.map(({ id, d }, i) => (
            <path key={i} d={d} fill="var(--land)" onPointerMove={tellCountry(id)} />
          ))}
          {shapes.map(({ id, d }, i) => {
            const acts = actsOf.get(id)?.acts ?? 0;
            return acts === 0 ? null : (
              <path
                key={i}
                d={d}
                fill="var(--ink)"
                opacity={0.05 + 0.2 * Math.sqrt(acts / mostActs)}
                pointer-events="none"
              />
            );
          })}
          <path d={lines} fill="none" stroke="var(--sheet)" stroke-width=".7" />
          <Places places={view.places} point={point} chosen={chosen} onChoose={onChoose} onTell={setTold} />
        </g>
      </svg>
      {told && (
        <Tip x={told.x} y={told.y}>
          {told.title}
          <small>{told.detail}</small>
        </Tip>
      )}
    </div>
  );
}

interface PlacesProps extends Pick<Props, "chosen" | "onChoose"> {
  readonly places: readonly MapPlace[];
  readonly point: (place: MapPlace) => readonly [number, number] | null;
  readonly onTell: (told: Told | null) => void;
}

/** Large marks first, so that small ones lie on top of them. */
function Places({ places, point, chosen, onChoose, onTell }: PlacesProps) {
  // A lone act is small, however few there are to compare it with.
  const most = Math.max(LEAST_MOST, ...places.map((place) => place.acts));
  const sorted = useMemo(() => [...places].sort((a, b) => b.acts - a.acts), [places]);
  return (
    <>
      {sorted.map((place) => {
        const at = point(place);
        if (!at) return null;
        const quad = dominantQuad(place.quad);
        const id = placeId(place);
        const tell = (event: PointerEvent) =>
          onTell({
            x: event.clientX,
            y: event.clientY,
            title: place.name,
            detail: `${formatPlural(place.acts, "act")} · press to list them`,
          });
        return (
          <circle
            key={id}
            class="place"
            cx={at[0].toFixed(1)}
            cy={at[1].toFixed(1)}
            r={(2.4 + (MOST_RADIUS - 2.4) * Math.sqrt(place.acts / most)).toFixed(1)}
            fill={HUES[quad]}
            opacity={chosen === id ? 1 : 0.8}
            stroke={chosen === id ? "var(--ink)" : "var(--sheet)"}
            stroke-width={chosen === id ? 2 : 0.7}
            onPointerMove={tell}
            onPointerLeave={() => onTell(null)}
            onClick={() => onChoose(chosen === id ? null : id)}
          />
        );
      })}
    </>
  );
}

export const placeId = (place: MapPlace): string => [place.name, place.country ?? ""].join("|");

/** A projection that fits the region into the width; places outside of it are not drawn. */
function project(region: Region, width: number) {
  const [west, south, east, north] = REGIONS[region].box;
  const frame = { type: "MultiPoint" as const, coordinates: edge(west, south, east, north) };
  const projection = geoEqualEarth()
    .rotate([-(west + east) / 2, 0])
    .fitWidth(width, frame);
  const bounds = geoPath(projection).bounds(frame);
  const height = Math.min(Math.ceil(bounds[1][1] - bounds[0][1]), Math.max(360, Math.round(width * 0.72)));
  projection.fitExtent(
    [
      [0, 0],
      [width, height],
    ],
    frame,
  );
  const path = geoPath(projection).digits(1) as (
    shape: GeoPermissibleObjects | ExtendedFeatureCollection,
  ) => string | null;
  const point = (place: MapPlace) => {
    const at = projection([place.longitude, place.latitude]);
    return at && at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height ? at : null;
  };
  return { height, path, point };
}

function edge(west: number, south: number, east: number, north: number): [number, number][] {
  const middle = (west + east) / 2;
  return [south, (south + north) / 2, north].flatMap((latitude) =>
    [west, middle, east].map((longitude): [number, number] => [longitude, latitude]),
  );
}
