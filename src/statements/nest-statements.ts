/** Nests statements by their contents, and settles which of two readings of the same words stands. */
import type { Span } from "../reading/index.js";
import type { Candidate } from "./candidate.js";

/** Text order: by content, the longer first, then by cue. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  const [one, other] = [anchorOf(a), anchorOf(b)];
  return one.start - other.start || lengthOf(b) - lengthOf(a) || (a.cue?.start ?? 0) - (b.cue?.start ?? 0);
}

/** Where a statement stands in the text: at whichever of its words come first. */
function anchorOf(candidate: Candidate): Span {
  const spans = [candidate.source, candidate.cue, ...candidate.content].filter((span) => span !== null);
  return spans.reduce((first, span) => (span.start < first.start ? span : first));
}

function lengthOf(candidate: Candidate): number {
  return candidate.content.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** For each statement the number of the innermost one whose content holds its cue and content, −1 where none. */
export function nestStatements(statements: readonly Candidate[]): number[] {
  const spans = statements.flatMap((statement, i) => statement.content.map((span) => ({ ...span, i })));
  spans.sort((a, b) => a.start - b.start || b.end - a.end || a.i - b.i);
  const lengths = statements.map(lengthOf);
  const order = statements
    .map((_, i) => i)
    .sort((a, b) => hold(statements[a]!).start - hold(statements[b]!).start || a - b);
  const within = statements.map(() => -1);
  let open: (typeof spans)[number][] = [];
  let next = 0;
  for (const i of order) {
    const own = hold(statements[i]!);
    while (next < spans.length && spans[next]!.start <= own.start) open.push(spans[next++]!);
    open = open.filter((span) => span.end > own.start);
    let best = -1;
    for (const span of open) {
      const holds = span.i !== i && span.end >= own.end && isLonger(lengths, span.i, i);
      if (holds && (best < 0 || lengths[span.i]! < lengths[best]!)) best = span.i;
    }
    within[i] = best;
  }
  return within;
}

function isLonger(lengths: readonly number[], outer: number, inner: number): boolean {
  return lengths[outer]! > lengths[inner]! || (lengths[outer] === lengths[inner] && outer < inner);
}

/** The words that must lie within another's content for the statement to be part of it: cue and first content. */
function hold(statement: Candidate): Span {
  const first = statement.content[0]!;
  const cue = statement.cue ?? statement.source ?? first;
  return { start: Math.min(first.start, cue.start), end: Math.max(first.end, cue.end) };
}

/** One statement for one cue, and one for one content: the frame named first stands. */
export function withoutTwins(candidates: readonly Candidate[]): Candidate[] {
  const cues = new Set<string>();
  const contents = new Set<string>();
  return candidates.filter((candidate) => {
    const cue = candidate.cueToken < 0 ? "" : `${candidate.cueToken}`;
    const content = `${candidate.act} ${candidate.content.map((span) => `${span.start}-${span.end}`).join(" ")}`;
    if ((cue && cues.has(cue)) || contents.has(content)) return false;
    cues.add(cue);
    contents.add(content);
    return true;
  });
}
