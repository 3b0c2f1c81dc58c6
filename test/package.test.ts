/** What must hold of the package as a whole: version, packed files, sizes, layers, rule ids. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { parseTable } from "../src/assets/index.js";
import { VERSION } from "../src/version.js";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

function filesUnder(folder: string, ending: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return entries
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

const sources = filesUnder("src", ".ts").filter((path) => !path.endsWith(".test.ts"));
const manifest = JSON.parse(read("package.json"));

describe("the manifest", () => {
  test("has the version that every reading names", () => {
    expect(manifest.version).toBe(VERSION);
    expect(JSON.parse(read("package-lock.json")).version).toBe(VERSION);
    expect(read("CHANGELOG.md")).toContain(`## ${VERSION}`);
  });

  const plain = manifest.files.filter((path: string) => !/[*!]/.test(path));
  test.each([...plain, ...Object.values(manifest.bin)])("packs %s, which exists", (path) => {
    expect(existsSync(join(root, path))).toBe(true);
  });

  test.each(readdirSync(join(root, "models")))("%s has weights, licence and card", (name) => {
    const weights = name.startsWith("splitting-") ? "splitting.bin" : "model.bin";
    for (const file of ["LICENSE", "MODEL_CARD.md", weights]) {
      expect(existsSync(join(root, "models", name, file))).toBe(true);
    }
  });

  test("names every runtime dependency in CONTRIBUTING with its reason", () => {
    const guide = read("CONTRIBUTING.md");
    const names = Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});

/** More than ten entries: an array of strings, or a string to be split into one. */
const LONG_LISTS = [/\[\s*(?:"[^"\n]*"\s*,\s*){10,}"/, /"(?:[^"\s]+ ){10,}[^"]*"\s*\.split\(/];

describe("each source file", () => {
  test("has at most 400 lines", () => {
    expect(sources.filter((path) => read(path).split("\n").length > 401)).toEqual([]);
  });

  test("says in its first line what it is", () => {
    expect(sources.filter((path) => !read(path).startsWith("/** "))).toEqual([]);
  });

  test("holds no list of more than ten words: these are data", () => {
    expect(sources.filter((path) => LONG_LISTS.some((list) => list.test(read(path))))).toEqual([]);
  });

  test("is a door of at most 20 lines where it is called index", () => {
    const doors = sources.filter((path) => path.endsWith("/index.ts"));
    expect(doors.filter((path) => read(path).trimEnd().split("\n").length > 20)).toEqual([]);
    expect(doors.filter((path) => /^\s*(?:function|const|let|class)\b/m.test(read(path)))).toEqual([]);
  });
});

const RANKS: Readonly<Record<string, number>> = {
  errors: 0,
  reading: 0,
  version: 0,
  assets: 1,
  language: 2,
  report: 2,
  names: 3,
  entities: 4,
  places: 4.5,
  times: 4.5,
  statements: 5,
  events: 6,
  terms: 6,
  engine: 7,
  occurrences: 8,
  relations: 8.5,
  inputs: 8,
  archive: 9,
  briefing: 10,
  serve: 11,
  cli: 12,
};
const rankOf = (layer: string) => RANKS[layer] ?? Number.NaN;
const layerOf = (path: string) => relative("src", path).split("/")[0]!.replace(/\.ts$/, "");
const isTop = (path: string) => /^src\/(?:index.*|version)\.ts$/.test(path);
const importsOf = (path: string) =>
  [...read(path).matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g)].map((found) => found[1] ?? found[2]!);

/** Within a layer, or a door of a lower one; files at the top of `src` are doors themselves. */
function mayImport(path: string, target: string): boolean {
  const from = join(path, "..", target.replace(/\.js$/, ".ts"));
  if (!from.startsWith("src/")) return false;
  if (layerOf(from) === layerOf(path)) return true;
  const isDoor = from.endsWith("/index.ts") || from.split("/").length === 2;
  return isDoor && (rankOf(layerOf(from)) < rankOf(layerOf(path)) || layerOf(from) === "errors");
}

describe("the layers", () => {
  test("all have a rank", () => {
    const layers = new Set(sources.filter((path) => !isTop(path)).map(layerOf));
    expect([...layers].filter((layer) => Number.isNaN(rankOf(layer)))).toEqual([]);
  });

  test("import from lower ranks alone, through their doors", () => {
    const faults = sources
      .filter((path) => !isTop(path))
      .flatMap((path) => {
        const targets = importsOf(path).filter((target) => target.startsWith("."));
        return targets.filter((target) => !mayImport(path, target)).map((target) => `${path} imports ${target}`);
      });
    expect(faults).toEqual([]);
  });

  test("use nothing of Node below the command line, the server, the inputs and the archive", () => {
    const below = sources.filter(
      (path) => !["cli", "serve", "inputs", "archive"].includes(layerOf(path)) && path !== "src/index.ts",
    );
    expect(below.filter((path) => importsOf(path).some((target) => target.startsWith("node:")))).toEqual([]);
  });

  test("have no default export", () => {
    expect(sources.filter((path) => /^export default\b/m.test(read(path)))).toEqual([]);
  });
});

test("no two rules share an id", () => {
  const ids = filesUnder("data", ".tsv").flatMap((path) => {
    const table = parseTable(path, read(path));
    return table.columns.includes("id") ? table.rows.map((row) => row.cells.id ?? "") : [];
  });
  const seen = new Set<string>();
  expect(ids.filter((id) => seen.size === seen.add(id).size)).toEqual([]);
});
