/** Whom an office or group sides with, told by the words around it: "rebel leader", "religious leaders", "members of parliament". */
import { childBy } from "../language/index.js";
import { nameOver } from "./name-cover.js";
import { type FinderContext, nounSectors } from "./reading-context.js";

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Sectors of the side, from the words before the head, else from what it is a member of; null where they tell nothing. */
export function findSideSectors(context: FinderContext, range: Range, head: number): readonly string[] | null {
  for (let token = head - 1; token >= range.first; token--) {
    const sectors = sectorsBefore(context, token);
    if (sectors) return sectors;
  }
  return nounSectors(context, head, "member") === null ? null : sectorsOfWhole(context, range, head);
}

function sectorsBefore(context: FinderContext, token: number): readonly string[] | null {
  const body = sectorsOfBody(context, token);
  if (body) return body;
  const role = context.parsed.upos[token] === "NOUN" ? nounSectors(context, token, "role") : null;
  if (role?.includes("REB")) return role;
  const organ = nounSectors(context, token, "organ");
  if (organ && organ[0] !== "GOV") return organ;
  return nounSectors(context, token, "attribute");
}

/** "Hezbollah commander", "CIA director": an IGO and a ministry make nobody more than an official. */
function sectorsOfBody({ cover }: FinderContext, token: number): readonly string[] | null {
  const name = nameOver(cover, token);
  if (name?.of !== "body" || name.body.kind === "igo" || name.body.sectors.length === 0) return null;
  return name.body.sectors[0] === "GOV" ? null : name.body.sectors;
}

/** "members of the security forces", "a commander of Hezbollah". */
function sectorsOfWhole(context: FinderContext, { last }: Range, head: number): readonly string[] | null {
  const { parsed } = context;
  const whole = childBy(parsed, head, "nmod");
  const preposition = whole < 0 || whole > last ? -1 : childBy(parsed, whole, "case");
  if (preposition < 0 || !/^(?:of|in|from)$/i.test(parsed.form[preposition]!)) return null;
  const body = sectorsOfBody(context, whole);
  if (body) return body;
  const sectors = nounSectors(context, whole, "organ") ?? nounSectors(context, whole, "group");
  return sectors && sectors.length > 0 && sectors[0] !== "GOV" ? sectors : null;
}
