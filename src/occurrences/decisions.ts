/** What people decided about the gathering: tellings of one act, tellings of two. Kept by telling, so it outlives a recoding. */
import type { Candidate } from "./candidate.js";
import { type Gathered, join } from "./gathered.js";

/** `[one, other]`: keys of two tellings, as `tellingKey` makes them. */
export type TellingPair = readonly [string, string];

export interface Decisions {
  /** Tellings that are of one act, whatever the program thinks. */
  readonly joined: readonly TellingPair[];
  /** Tellings that are of two acts. A later decision on the same two goes before an earlier one. */
  readonly split: readonly TellingPair[];
}

export const NO_DECISIONS: Decisions = { joined: [], split: [] };

/** Whether nobody split the candidate from a member of the act. */
export function mayShare(candidate: Candidate, act: Gathered, { split }: Decisions): boolean {
  if (split.length === 0) return true;
  const members = new Set(act.members.map(({ key }) => key));
  return !split.some(
    ([one, other]) => (one === candidate.key && members.has(other)) || (other === candidate.key && members.has(one)),
  );
}

/** The acts after what people joined: of two, the one founded first takes the other's tellings. */
export function applyJoins(acts: readonly Gathered[], { joined }: Decisions): readonly Gathered[] {
  if (joined.length === 0) return acts;
  const home = new Map(acts.flatMap((act) => act.members.map(({ key }) => [key, act] as const)));
  const gone = new Set<Gathered>();
  for (const [one, other] of joined) {
    const [first, second] = [home.get(one), home.get(other)];
    if (first === undefined || second === undefined || first === second) continue;
    const [keeper, giver] = acts.indexOf(first) < acts.indexOf(second) ? [first, second] : [second, first];
    for (const member of giver.members) {
      join(keeper, member, "joined by hand");
      home.set(member.key, keeper);
    }
    gone.add(giver);
  }
  return acts.filter((act) => !gone.has(act));
}
