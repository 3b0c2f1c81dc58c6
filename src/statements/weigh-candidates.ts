/** Settles which statements stand: the judge's in running text, the rules' where the judge has no say. */
import { tokenAt } from "../language/index.js";
import type { StatementAct } from "../reading/index.js";
import type { Candidate, Scene, TokenRange } from "./candidate.js";
import { type Columns, makeColumns } from "./judge/columns.js";
import { CUE_EVIDENCE } from "./judge/cue-features.js";
import { type Judged, judgeStatements } from "./judge/judge.js";
import type { JudgeModel } from "./judge/judge-model.js";
import { contentSpanOf, wordSpan } from "./judge/judged-spans.js";
import { type Proposal, tokensOf } from "./judge/proposals.js";
import { TENSED } from "./judge/word-kinds.js";
import { verbCue } from "./match-verbs.js";
import type { StatementKnowledge } from "./statement-knowledge.js";
import type { StatementTrace } from "./statement-layer.js";
import { addresseesBy } from "./verb-frames.js";

/** Frame of a statement that no rule proposes. */
const JUDGED = "judged";

/** The rules' candidates and the judge's together; without a model the rules' alone. */
export function weighCandidates(scene: Scene, candidates: readonly Candidate[]): Candidate[] {
  const { judge } = scene.knowledge;
  if (!judge) return [...candidates];
  const columns = makeColumns(scene, candidates, judge);
  return settle(columns, candidates, judgeStatements(columns, judge, judge.thresholds.proposed), judge);
}

/** What stands of the candidates and of what the judge found. */
export function settle(
  columns: Columns,
  candidates: readonly Candidate[],
  judged: readonly Judged[],
  judge: JudgeModel,
): Candidate[] {
  const { scene, proposals } = columns;
  const ruled = [...proposals.values()].filter(({ candidate }) => scene.knowledge.ruled.has(candidate.frame));
  const decided = new Set(ruled.map(({ candidate }) => candidate.cueToken));
  const likely = judged.filter(
    (each) => !isHeading(scene, each.cue) && !decided.has(each.cue) && isLikely(columns, each, judge),
  );
  const depth = coverOf(columns, [...likely, ...ruled]);
  const stands = likely.filter(({ cue }) => depth[cue] === 0 || columns.frames[cue] !== 0);
  const cues = new Set([...decided, ...stands.map(({ cue }) => cue)]);
  const made = stands.map((each) => makeCandidate(columns, each, judge)).filter((each) => each !== null);
  const ascribed = coverOf(columns, fromOutside(columns, candidates, [...likely, ...ruled]));
  const kept = candidates.filter((each) => isKept(scene, each, { depth, ascribed, cues }));
  return [...ruled.map(({ candidate }) => candidate), ...kept, ...made];
}

/** Whether the score is enough for a statement of that kind. */
function isLikely(c: Columns, { cue, content, score }: Judged, { thresholds }: JudgeModel): boolean {
  if (c.frames[cue] !== 0) return score >= thresholds.proposed;
  return score >= (content.some((range) => isClause(c, range)) ? thresholds.clause : thresholds.noun);
}

/** Whether the words hold a verb with tense or an infinitive, or a quotation's beginning. */
function isClause(c: Columns, { first, last }: TokenRange): boolean {
  const quotation = c.scene.quotationAt[first]!;
  if (quotation >= 0 && c.quoteFirst[quotation] === first) return true;
  for (let token = first; token <= last; token++) {
    if (c.kind[token]! & TENSED || c.parsed.xpos[token] === "VB") return true;
  }
  return false;
}

/** Headings are left to the rules: the training articles have none. */
function isHeading({ parsed }: Scene, token: number): boolean {
  return parsed.sentences[parsed.sentenceOf[token]!]!.heading;
}

type Said = Pick<Judged, "content">;

/** The statements that are no part of speech without a cue: "I think it failed" in a quotation ascribes itself to nobody. */
function fromOutside(c: Columns, candidates: readonly Candidate[], statements: readonly (Said | Proposal)[]): Said[] {
  const own = new Int32Array(c.parsed.length).fill(-1);
  for (const [i, { cueToken, content }] of candidates.entries()) {
    if (cueToken >= 0) continue;
    for (const span of content) {
      const { first, last } = tokensOf(c.parsed, span);
      own.fill(i, first, last + 1);
    }
  }
  return statements.filter((each) => {
    const cue = "cue" in each ? (each as Judged).cue : (each as Proposal).candidate.cueToken;
    return own[cue]! < 0 || each.content.some(({ first }) => own[first] !== own[cue]);
  });
}

/** How many of the contents each token stands in. */
function coverOf({ parsed }: Columns, statements: readonly Said[]): Int32Array {
  const edges = new Int32Array(parsed.length + 1);
  for (const { content } of statements) {
    for (const { first, last } of content) {
      edges[first]!++;
      edges[last + 1]!--;
    }
  }
  const depth = new Int32Array(parsed.length);
  let open = 0;
  for (let token = 0; token < parsed.length; token++) depth[token] = open += edges[token]!;
  return depth;
}

/** What the judge made of a text. */
interface Verdict {
  readonly depth: Int32Array;
  /** The same without what is said within speech that has no cue. */
  readonly ascribed: Int32Array;
  /** Cues that are settled. */
  readonly cues: ReadonlySet<number>;
}

/**
 * A rule's statement stands beside the judge's in a heading, within what somebody says (the training articles do not nest),
 * and where it has no cue and the judge has nothing for its words from outside them.
 */
function isKept(scene: Scene, { cueToken, content }: Candidate, { depth, ascribed, cues }: Verdict): boolean {
  if (cueToken >= 0) return !cues.has(cueToken) && (isHeading(scene, cueToken) || depth[cueToken]! > 0);
  const { parsed } = scene;
  const { start, end } = content[0]!;
  for (let token = tokenAt(parsed, start); token < parsed.length && parsed.start[token]! < end; token++) {
    if (ascribed[token]! > 0) return false;
  }
  return true;
}

function makeCandidate(c: Columns, judged: Judged, model: JudgeModel): Candidate | null {
  const { scene } = c;
  const { cue, words, source } = judged;
  const proposal = c.proposals.get(cue)?.candidate;
  const content = judged.content.map((range) => contentSpanOf(c, range)).filter((span) => span !== null);
  if (content.length === 0) return null;
  return {
    act: proposal?.act ?? actOf(scene, judged),
    frame: proposal?.frame ?? JUDGED,
    cue: wordSpan(c, words),
    cueToken: cue,
    source: source && wordSpan(c, source),
    sourceToken: speakerOf(c, judged),
    content,
    addressees: (proposal?.addressees ?? addresseesOf(scene, cue)).filter((token) => !isIn(source, token)),
    judged,
    confidence: confidenceOf(model, judged.score),
  };
}

function isIn(range: Judged["source"], token: number): boolean {
  return range !== null && range.first <= token && token <= range.last;
}

/** The head that tells who speaks: what "who" stands for, by the rules or by the tree. */
function speakerOf(c: Columns, { cue, sourceToken }: Judged): number {
  if (sourceToken < 0 || !/^(WP|WDT)/.test(c.parsed.xpos[sourceToken]!)) return sourceToken;
  const proposed = c.proposals.get(cue)?.candidate.sourceToken ?? -1;
  return proposed >= 0 ? proposed : c.parsed.head[cue]!;
}

/** By the tables of cue words, with the last word of the cue where the two make another: "called on". */
function actOf(scene: Scene, { cue, words }: Judged): StatementAct {
  const { parsed, knowledge } = scene;
  const lemma = parsed.lemma[cue]!.toLowerCase();
  const both = knowledge.acts.get(`${lemma} ${parsed.form[words.last]!.toLowerCase()}`);
  if (both) return both;
  const word = verbCue(scene, cue) ?? knowledge.nouns.get(lemma) ?? knowledge.adjectives.get(lemma);
  return word?.act ?? knowledge.acts.get(lemma) ?? "says";
}

function addresseesOf(scene: Scene, cue: number): number[] {
  const word = verbCue(scene, cue);
  return word ? addresseesBy(scene.parsed, cue, word) : [];
}

/** Share of statements with such a score that are right: between two measured scores a straight line. */
export function confidenceOf({ calibration }: JudgeModel, score: number): number {
  let before = calibration[0]!;
  for (const point of calibration) {
    if (score < point[0]) {
      const width = point[0] - before[0];
      return width <= 0 ? point[1] : before[1] + ((point[1] - before[1]) * (score - before[0])) / width;
    }
    before = point;
  }
  return before[1];
}

/** Why the candidate stands, for `explain`. */
export function traceOf(candidate: Candidate, statement: string, { judge }: StatementKnowledge): StatementTrace {
  const { judged, frame } = candidate;
  if (!judged || !judge) return { statement, rule: frame, judged: null };
  const logits = (units: number) => units / judge.scale;
  return {
    statement,
    rule: frame === JUDGED ? null : frame,
    judged: {
      score: logits(judged.score),
      threshold: logits(judge.thresholds.proposed),
      evidence: CUE_EVIDENCE.map(([kind], i) => [kind, logits(judged.evidence[i]!)]),
      choices: judged.choices.map((choice) => ({ ...choice, margin: logits(choice.margin) })),
    },
  };
}
