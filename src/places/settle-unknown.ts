/** Gives a place that no table knows the coordinates of the one that the words put it in: "Cairo's Abbasiya neighbourhood". */
import type { Parsed } from "../language/index.js";
import type { PlaceDraft } from "./describe-place.js";
import type { FoundPlace } from "./find-places.js";

/** The places, those without coordinates settled in what holds them; said once in a report it counts for every mention. */
export function settleUnknown(parsed: Parsed, found: readonly FoundPlace[]): FoundPlace[] {
  const holders = new Map<string, PlaceDraft>();
  for (const [i, { draft, note }] of found.entries()) {
    if (note?.code !== "place-unknown" || draft.latitude !== null || holders.has(nameOf(draft))) continue;
    const holder = holderOf(parsed, found, i);
    if (holder) holders.set(nameOf(draft), holder.draft);
  }
  return found.map((place) => {
    const holder = place.note?.code === "place-unknown" ? holders.get(nameOf(place.draft)) : undefined;
    return holder ? { ...place, draft: within(place.draft, holder) } : place;
  });
}

const nameOf = ({ key }: PlaceDraft) => key.slice(0, key.indexOf("|"));

/** As precise as what holds it. */
function within(draft: PlaceDraft, { latitude, longitude, precision, country, admin1 }: PlaceDraft): PlaceDraft {
  return { ...draft, latitude, longitude, precision, country, admin1, key: `${nameOf(draft)}|${country}|${admin1}` };
}

/** "X, Tottenham", "X in the Karak district", "Cairo's X", "X of Sichuan province". */
function holderOf(parsed: Parsed, found: readonly FoundPlace[], i: number): FoundPlace | null {
  const { first, last } = found[i]!;
  const after = found[i + 1];
  if (after && isLinked(parsed, last, after.first) && isHolder(after)) return after;
  const before = found[i - 1];
  if (!before || !isHolder(before) || first - before.last > MOST_BETWEEN) return null;
  return /^['’]s?$/.test(parsed.form[before.last + 1] ?? "") ? before : null;
}

/** Words that may stand between a place and its owner: "Giza's crowded Haram district". */
const MOST_BETWEEN = 4;
const LINK = /^(?:,|in|of|the|\()$/i;

function isLinked(parsed: Parsed, last: number, next: number): boolean {
  if (next - last < 2 || next - last > MOST_BETWEEN || parsed.sentenceOf[last] !== parsed.sentenceOf[next])
    return false;
  for (let token = last + 1; token < next; token++) if (!LINK.test(parsed.form[token]!)) return false;
  return true;
}

function isHolder({ draft }: FoundPlace): boolean {
  return draft.latitude !== null && draft.precision !== "country" && draft.precision !== "region";
}
