/** What the rules propose, on tokens: the judge weighs it as evidence. */
import { type Parsed, tokenAt } from "../../language/index.js";
import type { Span } from "../../reading/index.js";
import type { Candidate, TokenRange } from "../candidate.js";
import { wordNumber } from "./feature-list.js";

/** Words of one content that are marked as proposed, so that a text is judged in linear time. */
const MOST_MARKED = 160;

/** A statement that a rule proposes for a cue. */
export interface Proposal {
  readonly frame: number;
  readonly candidate: Candidate;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
}

export interface Proposals {
  /** The first that a rule proposes for the cue at a token. */
  readonly proposals: ReadonlyMap<number, Proposal>;
  /** Frames proposed at each token as one number, 0 where none. */
  readonly frames: Int32Array;
  /** Whether a token stands in the content proposed for a cue before it (1), after it (2). */
  readonly proposed: Uint8Array;
}

export function findProposals(parsed: Parsed, candidates: readonly Candidate[]): Proposals {
  const proposals = new Map<number, Proposal>();
  const frames = new Int32Array(parsed.length);
  const proposed = new Uint8Array(parsed.length);
  for (const candidate of candidates) {
    const { cueToken, frame } = candidate;
    if (cueToken < 0) continue;
    frames[cueToken] = Math.imul(frames[cueToken]! + 31, 131) + wordNumber(frame);
    if (proposals.has(cueToken)) continue;
    const proposal = proposalOf(parsed, candidate);
    proposals.set(cueToken, proposal);
    for (const range of proposal.content) markContent(proposed, range, cueToken);
  }
  return { proposals, frames, proposed };
}

function proposalOf(parsed: Parsed, candidate: Candidate): Proposal {
  return {
    frame: wordNumber(candidate.frame),
    candidate,
    source: candidate.source && tokensOf(parsed, candidate.source),
    content: candidate.content.map((span) => tokensOf(parsed, span)),
  };
}

/** The tokens that a span's words fall into. */
export function tokensOf(parsed: Parsed, span: Span): TokenRange {
  const first = Math.min(tokenAt(parsed, span.start), parsed.length - 1);
  return { first, last: Math.max(first, Math.min(tokenAt(parsed, span.end - 1), parsed.length - 1)) };
}

function markContent(proposed: Uint8Array, { first, last }: TokenRange, cue: number): void {
  const end = Math.min(last, first + MOST_MARKED);
  for (let at = first; at <= end; at++) proposed[at]! |= cue < at ? 1 : 2;
}
