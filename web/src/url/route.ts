/** Which page an address asks for, and the address of a page: pure, so that every state can be a link. */

export type Page =
  | "desk"
  | "relations"
  | "relation"
  | "reports"
  | "report"
  | "read"
  | "occurrence"
  | "map"
  | "network"
  | "words"
  | "search"
  | "method"
  | "unknown";

export interface Route {
  readonly page: Page;
  readonly params: readonly string[];
  readonly query: URLSearchParams;
}

/** How many parts follow the page's name in its path. */
const PARTS: Readonly<Partial<Record<Page, number>>> = { relation: 2, report: 1, occurrence: 1 };
const PAGES: ReadonlySet<string> = new Set<Page>([
  "relations",
  "relation",
  "reports",
  "report",
  "read",
  "occurrence",
  "map",
  "network",
  "words",
  "search",
]).add("method");

export function parseRoute(path: string, search: string): Route {
  const [name = "", ...rest] = path
    .split("/")
    .filter((part) => part !== "")
    .map(decode);
  const query = new URLSearchParams(search);
  if (name === "") return { page: "desk", params: [], query };
  const isKnown = PAGES.has(name) && rest.length === (PARTS[name as Page] ?? 0);
  return { page: isKnown ? (name as Page) : "unknown", params: rest, query };
}

/** `formatPath(["report", key], { event: "1f" })`; values that are null or empty are left out. */
export function formatPath(parts: readonly string[], values: Readonly<Record<string, string | null>> = {}): string {
  const path = `/${parts.map(encodeURIComponent).join("/")}`;
  const query = changeQuery(new URLSearchParams(), values).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** A copy with these values set; null and the empty string take a value away. */
export function changeQuery(
  query: URLSearchParams,
  changes: Readonly<Record<string, string | readonly string[] | null>>,
): URLSearchParams {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    changed.delete(name);
    const values = typeof value === "string" ? [value] : (value ?? []);
    for (const one of values) if (one !== "") changed.append(name, one);
  }
  return changed;
}

/** A path may hold anything; what is no valid escape stays as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
