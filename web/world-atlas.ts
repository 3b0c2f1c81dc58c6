/** A build step that hands the page Natural Earth's countries under their three-letter codes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const ID = "virtual:world";

interface Atlas {
  readonly objects: { readonly countries: { readonly geometries: Shape[] }; land?: unknown };
}
interface Shape {
  id?: string;
  properties?: { name: string };
}

/** `import world from "virtual:world"`: the topology of world-atlas, each country's id its ISO 3166-1 alpha-3 code. */
export function worldAtlas(root: string): Plugin {
  return {
    name: "world-atlas",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? `export const world = JSON.parse(${quote(readAtlas(root))});` : null),
  };
}

const quote = (atlas: Atlas) => JSON.stringify(JSON.stringify(atlas));

function readAtlas(root: string): Atlas {
  const path = join(root, "node_modules", "world-atlas", "countries-110m.json");
  const atlas: Atlas = JSON.parse(readFileSync(path, "utf8"));
  const codes = readCodes(root);
  delete atlas.objects.land;
  for (const shape of atlas.objects.countries.geometries) rename(shape, codes);
  return atlas;
}

function rename(shape: Shape, codes: ReadonlyMap<string, string>): void {
  const code = codes.get(shape.properties?.name ?? "");
  delete shape.id;
  delete shape.properties;
  if (code) shape.id = code;
}

/** Our own names of countries, and the atlas's short forms beside them. */
function readCodes(root: string): ReadonlyMap<string, string> {
  const rows = [
    ...readRows(join(root, "data", "countries.tsv")),
    ...readRows(join(root, "data", "countries-atlas.tsv")),
  ];
  const named = rows.flatMap(([name, code, others]) =>
    [name, ...(others ?? "").split("|")].map((one) => [one ?? "", code ?? ""] as const),
  );
  return new Map(named.filter(([name]) => name !== ""));
}

const readRows = (path: string) =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
