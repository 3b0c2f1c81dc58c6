/** Reads a user's actors from a tab-separated table: one term a line, lines of one name are one actor. */
import type { EntityKind } from "../reading/index.js";
import type { ActorFault, ActorList, ActorTerm, ListedActor } from "./actor-list.js";

const KINDS: ReadonlySet<string> = new Set<EntityKind>([
  "state",
  "government",
  "person",
  "igo",
  "organization",
  "armed-group",
  "media",
  "group",
  "other",
]);
const COLUMNS = ["name", "names", "kind", "country", "sectors", "title", "surname", "from", "until"] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;

/** Whether the first line that says something is a header of ours. */
export function isActorTable(lines: readonly string[]): boolean {
  const header = lines.find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  return header === "name" || header.startsWith("name\t");
}

/** The actors in the table's order, and the lines that are none. */
export function readActorTable(lines: readonly string[]): ActorList {
  const faults: ActorFault[] = [];
  const actors = new Map<string, ListedActor>();
  let header: readonly string[] | null = null;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cells = line.split("\t").map((cell) => cell.trim());
    if (!header) {
      header = cells;
      continue;
    }
    const read = cellsUnder(header, cells);
    const fault = faultOf(read, header, cells);
    if (fault) faults.push({ line: i + 1, message: fault });
    else addTerm(actors, read);
  }
  return { actors: [...actors.values()], faults };
}

function cellsUnder(header: readonly string[], cells: readonly string[]): Cells {
  const cellOf = (column: Column) => cells[header.indexOf(column)] ?? "";
  return Object.fromEntries(COLUMNS.map((column) => [column, cellOf(column)])) as Record<Column, string>;
}

const DAY = /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?$/;

/** What is wrong with the line, null where nothing is. */
function faultOf(read: Cells, header: readonly string[], cells: readonly string[]): string | null {
  if (cells.length > header.length) return `has ${cells.length} cells under ${header.length} columns`;
  if (!/[\p{L}\p{N}]/u.test(read.name)) return "has no name";
  if (read.kind !== "" && !KINDS.has(read.kind)) return `"${read.kind}" is no kind of entity`;
  if (!/^(?:[A-Z]{3})?$/.test(read.country)) return `"${read.country}" is no country code`;
  if (!read.sectors.split("|").every((sector) => /^(?:[A-Z]{3})?$/.test(sector)))
    return `"${read.sectors}" are no sectors`;
  const day = [read.from, read.until].find((one) => !DAY.test(one));
  return day === undefined ? null : `"${day}" is no date`;
}

const partsOf = (cell: string) => (cell === "" ? [] : cell.split("|").map((part) => part.trim()));

function addTerm(actors: Map<string, ListedActor>, read: Cells): void {
  const { country, title, from, until } = read;
  const term: ActorTerm = { country: country || null, sectors: partsOf(read.sectors), title, cameo: "", from, until };
  const known = actors.get(read.name);
  const isPerson = title !== "" || read.surname !== "";
  actors.set(read.name, {
    names: [...new Set([...(known?.names ?? [read.name]), ...partsOf(read.names)])],
    kind: known?.kind ?? ((read.kind || (isPerson ? "person" : "organization")) as EntityKind),
    surname: known?.surname || read.surname,
    terms: [...(known?.terms ?? []), term],
  });
}
