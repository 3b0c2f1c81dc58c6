/** Who deals with whom in an act: the one definition, for events as for the occurrences that they tell of. */

/** One pair of countries in an act: `a` does it to `b` or, where `mutual`, both do it together. */
export interface Dealing {
  readonly a: string;
  /** Where `mutual`, behind `a` in the alphabet. */
  readonly b: string;
  readonly mutual: boolean;
}

/** Types whose actors act towards one another even where somebody else is told of as recipient: all meet all. */
const MUTUAL: ReadonlySet<string> = new Set(["CONSULT", "AGREE", "COOPERATE"]);

/**
 * Types whose actors act towards one another where nobody is told of as recipient: what is friendly is done together, and
 * two who use force do it to each other ("Kenya and Chad clashed"). Two who condemn or punish have the same opponent,
 * whom the report tells of elsewhere.
 */
const TOGETHER: ReadonlySet<string> = new Set([...MUTUAL, "AID", "ASSAULT", "CONCEDE", "RETREAT", "SUPPORT"]);

type Countries = readonly (string | null)[];

/**
 * Each actor's country with each recipient's; then the actors' among themselves, where the type is one of doing it together.
 * Allies who accuse a third do nothing to each other. The countries are those of
 * the parties, null for a party of none, which is a recipient all the same.
 */
export function dealingsOf(type: string, actors: Countries, recipients: Countries): readonly Dealing[] {
  const [from, to] = [known(actors), known(recipients)];
  const directed = from.flatMap((a) => to.map((b) => ({ a, b, mutual: false })));
  if (!(recipients.length > 0 ? MUTUAL : TOGETHER).has(type)) return directed;
  const together = from.flatMap((one, i) =>
    from.slice(i + 1).map((other) => ({ ...inOrder(one, other), mutual: true })),
  );
  return [...directed, ...together];
}

/** What two countries do in an act, seen from `a`, the first in the alphabet. */
export interface Direction {
  readonly a: string;
  readonly b: string;
  readonly direction: "forth" | "back" | "both";
}

/** The dealings of an act by pair of two different countries, each pair once. */
export function directionsOf(dealings: readonly Dealing[]): readonly Direction[] {
  const found = new Map<string, Direction>();
  for (const { a: one, b: other, mutual } of dealings) {
    if (one === other) continue;
    const pair = inOrder(one, other);
    const direction = mutual ? "both" : one === pair.a ? "forth" : "back";
    const before = found.get(pairKey(one, other))?.direction ?? direction;
    found.set(pairKey(one, other), { ...pair, direction: before === direction ? direction : "both" });
  }
  return [...found.values()];
}

/** What a pair is found by, in whichever direction: "CHN-RUS". Its seven letters fit into what DuckDB keeps as bounds. */
export function pairKey(one: string, other: string): string {
  const { a, b } = inOrder(one, other);
  return `${a}-${b}`;
}

function inOrder(one: string, other: string): { readonly a: string; readonly b: string } {
  return one < other ? { a: one, b: other } : { a: other, b: one };
}

function known(countries: Countries): string[] {
  return [...new Set(countries.filter((country) => country !== null))];
}
