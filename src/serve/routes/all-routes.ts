/** All questions that the server answers from the archive. */
import type { Route } from "../route.js";
import { DESK_ROUTES } from "./desk.js";
import { LIST_ROUTES } from "./lists.js";
import { METHOD_ROUTES } from "./method.js";
import { OCCURRENCE_ROUTES } from "./occurrences.js";
import { OVERVIEW_ROUTES } from "./overview.js";
import { PAIR_ROUTES } from "./pairs.js";
import { RELATION_ROUTES } from "./relation.js";
import { REPORT_ROUTES } from "./reports.js";
import { SEARCH_ROUTES } from "./search.js";
import { WORD_ROUTES } from "./words.js";
import { WORLD_ROUTES } from "./world-views.js";

export const ROUTES: readonly Route[] = [
  ...OVERVIEW_ROUTES,
  ...DESK_ROUTES,
  ...PAIR_ROUTES,
  ...RELATION_ROUTES,
  ...OCCURRENCE_ROUTES,
  ...REPORT_ROUTES,
  ...LIST_ROUTES,
  ...WORLD_ROUTES,
  ...WORD_ROUTES,
  ...SEARCH_ROUTES,
  ...METHOD_ROUTES,
];
