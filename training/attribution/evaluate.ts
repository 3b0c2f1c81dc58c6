/** Exact and overlap F1 of sources, cues and contents on tokens, as the bench counts them on characters. */
import type { TokenRange } from "../../src/statements/candidate.js";
import type { Judged } from "../../src/statements/judge/judge.js";
import type { GoldCue } from "./examples.js";

const ROLES = ["source", "cue", "content"] as const;
export type Spans = Readonly<Record<(typeof ROLES)[number], readonly TokenRange[]>>;

/** Counts of one role: exact hits, found, gold, found that meet gold, gold that is met. */
type Counts = [exact: number, found: number, gold: number, foundMet: number, goldMet: number];

export class Tally {
  readonly counts: Record<(typeof ROLES)[number], Counts> = {
    source: [0, 0, 0, 0, 0],
    cue: [0, 0, 0, 0, 0],
    content: [0, 0, 0, 0, 0],
  };

  add(found: Spans, gold: Spans): void {
    for (const role of ROLES) {
      const p = unique(found[role]);
      const g = unique(gold[role]);
      const keys = new Set(g.map(keyOf));
      const counts = this.counts[role];
      counts[0] += p.filter((each) => keys.has(keyOf(each))).length;
      counts[1] += p.length;
      counts[2] += g.length;
      counts[3] += p.filter((each) => g.some((other) => meet(each, other))).length;
      counts[4] += g.filter((each) => p.some((other) => meet(each, other))).length;
    }
  }

  /** Sum of the exact F1. */
  total(): number {
    return ROLES.reduce((sum, role) => sum + this.exact(role), 0);
  }

  exact(role: (typeof ROLES)[number]): number {
    const [hits, found, gold] = this.counts[role];
    return (200 * hits) / Math.max(1, found + gold);
  }

  line(): string {
    return ROLES.map((role) => {
      const [exact, found, gold, foundMet, goldMet] = this.counts[role];
      const [p, r] = [foundMet / found, goldMet / gold];
      const share = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
      const overlap = ((200 * p * r) / (p + r)).toFixed(1);
      return `${role} P ${share(exact, found)} R ${share(exact, gold)} F1 ${this.exact(role).toFixed(2)} overlap ${overlap}`;
    }).join(" | ");
  }
}

const keyOf = ({ first, last }: TokenRange) => `${first}-${last}`;
const meet = (a: TokenRange, b: TokenRange) => a.first <= b.last && b.first <= a.last;

function unique(ranges: readonly TokenRange[]): TokenRange[] {
  return [...new Map(ranges.map((range) => [keyOf(range), range])).values()];
}

export function spansOf(statements: readonly (GoldCue | Judged)[]): Spans {
  return {
    source: statements.flatMap(({ source }) => (source ? [source] : [])),
    cue: statements.map(({ words }) => words),
    content: statements.flatMap(({ content }) => content),
  };
}

/** Those that stand in no other's content. */
export function outermost(judged: readonly Judged[]): Judged[] {
  const size = ({ content }: Judged) => content.reduce((sum, range) => sum + range.last - range.first + 1, 0);
  return judged.filter((each) => {
    const first = Math.min(each.cue, each.content[0]!.first);
    const last = Math.max(each.cue, each.content[0]!.last);
    const holds = (range: TokenRange) => range.first <= first && last <= range.last;
    return !judged.some((other) => other !== each && size(other) > size(each) && other.content.some(holds));
  });
}
