/** Gives a reported act the side that only its report names: who says that others will be expelled expels them. */
import type { Party } from "../entities/index.js";
import { childrenBy, hasRelation } from "../language/index.js";
import type { EventType } from "../reading/index.js";
import type { Act } from "./act.js";
import { isPassive } from "./find-subject.js";
import { findSpeaker, isNobody, type SideView } from "./resolve-sides.js";

/** Acts that only a state can announce of itself; force that is foretold in a passive is mostly feared from others. */
const ANNOUNCED: readonly EventType[] = ["COERCE", "CONCEDE", "RETREAT", "SANCTION", "AID", "MOBILIZE"];

/** Harm that a headline's speaker tells of is mostly harm to the speaker: "Oslo firm says Chad police raid office". */
const SUFFERED: readonly EventType[] = ["ASSAULT", "COERCE"];

/** Auxiliaries of what is yet to come or left open. */
const AHEAD = ["will", "would", "shall", "may", "might", "could", "can"];

/** Lends the act its missing side where it stands in what somebody of another country says. */
export function lendFromSpeaker(view: SideView, act: Act): void {
  if (act.type === null || !hasRelation(view.parsed, act.clause, "ccomp", "parataxis")) return;
  const speaker = findSpeaker(view, act.clause);
  if (speaker.entities.length !== 1) return;
  if (isNobody(act.actors)) {
    if (isAnnounced(view, act) && areForeign(view, speaker, act.recipients)) act.actors = speaker;
  } else if (isSuffered(view, act) && areForeign(view, speaker, act.actors)) act.recipients = speaker;
}

/** "said that four envoys would be expelled", "says he could be arrested". */
function isAnnounced({ parsed }: SideView, act: Act): boolean {
  const isAhead = childrenBy(parsed, act.clause, "aux").some((aux) => AHEAD.includes(parsed.lemma[aux]!));
  return ANNOUNCED.includes(act.type!) && isAhead && isPassive(parsed, act.clause);
}

function isSuffered({ parsed }: SideView, act: Act): boolean {
  const isHeading = parsed.sentences[parsed.sentenceOf[act.token]!]!.heading;
  return isHeading && SUFFERED.includes(act.type!) && isNobody(act.recipients);
}

/** Whether both are of a country and not of the same; a side that nobody fills is of none. */
function areForeign(view: SideView, one: Party, other: Party): boolean {
  const countryOf = (id: string) => view.entityOf(id)?.country ?? "";
  const own = countryOf(one.entities[0]!);
  return own !== "" && !isNobody(other) && other.entities.every((id) => countryOf(id) !== "" && countryOf(id) !== own);
}
