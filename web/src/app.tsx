/** The page: masthead, the page that the address asks for, and the foot. */

import type { Status } from "./api/types.js";
import { useApi } from "./api/use-api.js";
import { Countries, type Names } from "./components/countries.js";
import { KeyHelp } from "./components/key-help.js";
import { lazyPage } from "./components/lazy-page.js";
import { Mast } from "./components/mast.js";
import { Empty } from "./components/states.js";
import { DeskPage } from "./pages/desk.js";
import { useRoute } from "./url/location.js";
import type { Page, Route } from "./url/route.js";

const NO_NAMES: Names = {};

const RelationsPage = lazyPage(() => import("./pages/relations.js").then((module) => module.RelationsPage));
const RelationPage = lazyPage(() => import("./pages/relation.js").then((module) => module.RelationPage));
const ReportsPage = lazyPage(() => import("./pages/reports.js").then((module) => module.ReportsPage));
const ReportPage = lazyPage(() => import("./pages/report.js").then((module) => module.ReportPage));
const ReadPage = lazyPage(() => import("./pages/read.js").then((module) => module.ReadPage));
const OccurrencePage = lazyPage(() => import("./pages/occurrence.js").then((module) => module.OccurrencePage));
const MapPage = lazyPage(() => import("./pages/map.js").then((module) => module.MapPage));
const NetworkPage = lazyPage(() => import("./pages/network.js").then((module) => module.NetworkPage));
const WordsPage = lazyPage(() => import("./pages/words.js").then((module) => module.WordsPage));
const SearchPage = lazyPage(() => import("./pages/search.js").then((module) => module.SearchPage));
const MethodPage = lazyPage(() => import("./pages/method.js").then((module) => module.MethodPage));

export interface PageProps {
  readonly route: Route;
}

const PAGES: Readonly<Record<Page, (props: PageProps) => preact.ComponentChild>> = {
  desk: DeskPage,
  relations: RelationsPage,
  relation: RelationPage,
  reports: ReportsPage,
  report: ReportPage,
  read: ReadPage,
  occurrence: OccurrencePage,
  map: MapPage,
  network: NetworkPage,
  words: WordsPage,
  search: SearchPage,
  method: MethodPage,
  unknown: UnknownPage,
};

export function App() {
  const route = useRoute();
  const names = useApi<Names>("/api/countries");
  const status = useApi<Status>("/api/status");
  const Page = PAGES[route.page];
  return (
    <Countries.Provider value={names.data ?? NO_NAMES}>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <Mast route={route} />
      <main id="main" key={[route.page, ...route.params].join("/")}>
        <Page route={route} />
      </main>
      <footer class="foot">
        <span>{status.data?.engine ?? "chancery"}</span>
        <span>
          Nothing on this page leaves your machine.{" "}
          <a class="link" href="/method">
            How it is made
          </a>
        </span>
      </footer>
      <KeyHelp />
    </Countries.Provider>
  );
}

function UnknownPage() {
  return (
    <Empty title="There is no such page." isHead>
      <p>
        The <a href="/">desk</a> leads to all that there is; the <a href="/search">search</a> finds reports, actors and
        acts.
      </p>
    </Empty>
  );
}
