/** The browser's address as the page's one state: who changes it goes through here, who shows it is told. */
import { useEffect, useState } from "preact/hooks";
import { changeQuery, parseRoute, type Route } from "./route.js";

const listeners = new Set<() => void>();
let steps = 0;
const here = () => parseRoute(location.pathname, location.search);

export function useRoute(): Route {
  const [route, setRoute] = useState(here);
  useEffect(() => {
    const tell = () => setRoute(here());
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }, []);
  return route;
}

/** Whether the reader has moved since the page was loaded: only then may a new page take the focus. */
export const hasMoved = (): boolean => steps > 0;

export function navigate(href: string, isReplaced = false): void {
  const target = new URL(href, location.href);
  if (!isReplaced) steps += 1;
  if (isReplaced) history.replaceState(null, "", target);
  else history.pushState(null, "", target);
  for (const listener of listeners) listener();
  if (!isReplaced && target.hash === "") scrollTo(0, 0);
}

/** Sets values of the query in place: a switch is no new page, so going back leaves the page. */
export function setQuery(changes: Readonly<Record<string, string | readonly string[] | null>>): void {
  const query = changeQuery(new URLSearchParams(location.search), changes).toString();
  navigate(`${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`, true);
}

/** Follows links within the page without loading it anew; all others, and those opened aside, are the browser's. */
export function listenToLinks(): void {
  addEventListener("popstate", () => {
    steps += 1;
    for (const listener of listeners) listener();
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isOurs(link, event)) return;
    event.preventDefault();
    navigate(link.href);
  });
}

function isOurs(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isPage = link.origin === location.origin && !link.pathname.startsWith("/api/");
  const isWithin = link.pathname === location.pathname && link.hash !== "";
  return (
    isPlain && isPage && !isWithin && !event.defaultPrevented && link.target === "" && !link.hasAttribute("download")
  );
}
