/** The masthead: name, pages, search, and the switch between light and dark. */
import { useEffect, useRef, useState } from "preact/hooks";
import { navigate } from "../url/location.js";
import { formatPath, type Page, type Route } from "../url/route.js";
import { isTyping } from "./keys.js";
import { readTheme, turnTheme } from "./theme.js";

const LINKS: readonly (readonly [string, string, readonly Page[]])[] = [
  ["/", "Desk", ["desk"]],
  ["/relations", "Relations", ["relations", "relation"]],
  ["/reports", "Reports", ["reports", "report", "occurrence"]],
  ["/map", "Map", ["map"]],
  ["/network", "Network", ["network"]],
  ["/words", "Words", ["words"]],
  ["/read", "Read a text", ["read"]],
  ["/method", "Method", ["method"]],
];

export function Mast({ route }: { route: Route }) {
  const [theme, setTheme] = useState(readTheme);
  return (
    <header class="mast">
      <a class="brand" href="/">
        Chancery
      </a>
      <nav aria-label="Pages">
        {LINKS.map(([href, label, pages]) => (
          <a key={href} href={href} aria-current={pages.includes(route.page) ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div class="tools">
        <SearchField route={route} />
        <button
          type="button"
          class="theme"
          onClick={() => setTheme(turnTheme())}
          title="Light, dark, or as the system has it"
        >
          <span class="unseen">Colours: </span>
          {theme}
        </button>
      </div>
    </header>
  );
}

function SearchField({ route }: { route: Route }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event)) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  const submit = (event: Event) => {
    event.preventDefault();
    navigate(formatPath(["search"], { q: field.current?.value ?? "" }));
  };
  const known = route.page === "search" ? (route.query.get("q") ?? "") : "";
  return (
    <search>
      <form onSubmit={submit}>
        <input
          key={known}
          ref={field}
          class="field"
          type="search"
          aria-label="Find reports, actors, acts"
          placeholder="Find reports, actors, acts   /"
          defaultValue={known}
        />
      </form>
    </search>
  );
}
