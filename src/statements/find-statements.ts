/** The statements stage: sources, cues and contents found, nested and ascribed to speakers. */
import { type EntityLayer, joinParties, resolveParty } from "../entities/index.js";
import { type Parsed, tokenAt } from "../language/index.js";
import { makeKey, roundNumber, type Span, type Statement, type StatementForm } from "../reading/index.js";
import type { Candidate, Scene } from "./candidate.js";
import { findQuotations, type Quotation } from "./find-quotations.js";
import { matchAccording } from "./match-according.js";
import { matchBlock } from "./match-blocks.js";
import { matchHeadline } from "./match-headlines.js";
import { matchLabel } from "./match-labels.js";
import { matchQuotations } from "./match-quotations.js";
import { matchVerb } from "./match-verbs.js";
import { matchAdjective, matchNoun, matchPhrase } from "./match-words.js";
import { compareCandidates, nestStatements, withoutTwins } from "./nest-statements.js";
import { firstOverlap } from "./phrase-spans.js";
import type { StatementKnowledge } from "./statement-knowledge.js";
import type { StatementAnchor, TracedStatements } from "./statement-layer.js";
import { tellsNothing } from "./tells-nothing.js";
import { traceOf, weighCandidates } from "./weigh-candidates.js";
import { yieldWords } from "./yield-words.js";

/** Every statement of the text, in text order, with the trees' anchors and a note for each quotation left open. */
export function findStatements(
  parsed: Parsed,
  entities: EntityLayer,
  textHash: string,
  knowledge: StatementKnowledge,
): TracedStatements {
  if (parsed.length === 0) return { statements: [], anchors: [], notes: [], traces: [] };
  const { quotations, notes } = findQuotations(parsed);
  const scene = makeScene(parsed, entities, quotations, knowledge);
  const weighed = weighCandidates(scene, collectCandidates(scene)).filter((each) => !tellsNothing(scene, each));
  const candidates = yieldWords(scene, withoutTwins(weighed)).sort(compareCandidates);
  const within = nestStatements(candidates);
  const statements = nameStatements(scene, candidates, within, textHash);
  const anchors = candidates.map((candidate, i) => anchorOf(parsed, candidate, statements[i]!.id));
  const traces = candidates.map((candidate, i) => traceOf(candidate, statements[i]!.id, knowledge));
  return { statements, anchors, notes, traces };
}

/** What the finders read, made once for a text. */
export function makeScene(
  parsed: Parsed,
  entities: EntityLayer,
  quotations: readonly Quotation[],
  knowledge: StatementKnowledge,
): Scene {
  const persons = new Set(entities.entities.filter(({ kind }) => kind === "person").map(({ id }) => id));
  return { parsed, entities, quotations, quotationAt: quotationColumn(parsed, quotations), persons, knowledge };
}

/** Every finder's candidates, the surest finders first: the first to name a cue or a content has it. */
export function collectCandidates(scene: Scene): Candidate[] {
  const { parsed } = scene;
  const found: Candidate[] = matchQuotations(scene);
  for (const [i, sentence] of parsed.sentences.entries()) {
    const block = matchBlock(scene, i);
    if (block) found.push(block);
    found.push(...matchHeadline(scene, sentence));
  }
  for (let token = 0; token < parsed.length; token++) {
    found.push(...matchAccording(scene, token), ...matchLabel(scene, token), ...matchPhrase(scene, token));
    found.push(...matchAdjective(scene, token), ...matchVerb(scene, token), ...matchNoun(scene, token));
  }
  return found;
}

/** Number of the quotation at each token, its marks included; −1 outside. */
function quotationColumn(parsed: Parsed, quotations: readonly Quotation[]): Int32Array {
  const column = new Int32Array(parsed.length).fill(-1);
  for (const [i, { outer }] of quotations.entries()) {
    for (let token = tokenAt(parsed, outer.start); token < parsed.length && parsed.start[token]! < outer.end; token++) {
      column[token] = i;
    }
  }
  return column;
}

/** Ids, keys, forms and speakers; an "I" or "we" within another's words is that speaker's. */
function nameStatements(
  scene: Scene,
  candidates: readonly Candidate[],
  within: readonly number[],
  textHash: string,
): Statement[] {
  const { parsed, knowledge } = scene;
  const speakers = candidates.map((candidate) => partyOf(scene, [candidate.sourceToken]));
  for (const [i, candidate] of candidates.entries()) {
    if (speakers[i]!.length === 0 && isFirstPerson(parsed, candidate.sourceToken) && within[i]! >= 0) {
      speakers[i] = speakers[within[i]!]!;
    }
  }
  recallDocuments(scene, candidates, speakers);
  return candidates.map((candidate, i) => ({
    id: `s${i + 1}`,
    key: makeKey(textHash, "statement", candidate.act, candidate.content),
    speakers: speakers[i]!,
    source: candidate.source,
    cue: candidate.cue,
    content: candidate.content,
    form: formOf(scene, candidate),
    act: candidate.act,
    addressees: partyOf(scene, candidate.addressees).filter((id) => !speakers[i]!.includes(id)),
    within: within[i]! < 0 ? null : `s${within[i]! + 1}`,
    confidence: roundNumber(candidate.confidence ?? knowledge.confidence.get(candidate.frame) ?? 0.5),
  }));
}

/** "the statement said", "it said": whoever issued the document that was last said to say something. */
function recallDocuments(scene: Scene, candidates: readonly Candidate[], speakers: (readonly string[])[]): void {
  const issuers = new Map<string, readonly string[]>();
  for (const [i, { sourceToken }] of candidates.entries()) {
    if (sourceToken < 0) continue;
    const name = documentName(scene, sourceToken);
    if (name === null) issuers.delete("it");
    else {
      if (speakers[i]!.length === 0) speakers[i] = issuers.get(name) ?? [];
      issuers.set(name, speakers[i]!).set("it", speakers[i]!);
    }
  }
}

/** "it", or the lemma of a document: "statement"; null for any other source. */
function documentName({ parsed, knowledge }: Scene, source: number): string | null {
  if (parsed.form[source]!.toLowerCase() === "it") return "it";
  const lemma = parsed.lemma[source]!;
  return knowledge.speakers.get(lemma) === "document" ? lemma : null;
}

function partyOf(scene: Scene, tokens: readonly number[]): readonly string[] {
  const heads = tokens.filter((token) => token >= 0);
  return joinParties(heads.map((token) => resolveParty(scene.parsed, scene.entities, token))).entities;
}

function isFirstPerson(parsed: Parsed, token: number): boolean {
  return token >= 0 && /^(I|we)$/i.test(parsed.form[token]!);
}

/** Direct where the content is quoted whole, mixed where some of it is, as seen from outside the cue's own quotation. */
function formOf(scene: Scene, candidate: Candidate): StatementForm {
  const own = candidate.cueToken < 0 ? -1 : scene.quotationAt[candidate.cueToken]!;
  if (/^(quote|orphan|signature|block)$/.test(candidate.frame)) return "direct";
  let quoted = 0;
  let some = false;
  for (const span of candidate.content) {
    const shares = quotedParts(scene, span, own);
    some ||= shares.some;
    if (shares.whole) quoted++;
  }
  if (quoted === candidate.content.length) return "direct";
  return some ? "mixed" : "indirect";
}

function quotedParts(scene: Scene, span: Span, own: number): { readonly some: boolean; readonly whole: boolean } {
  const { quotations } = scene;
  let some = false;
  for (let i = firstOverlap(quotations, span); i < quotations.length && quotations[i]!.outer.start < span.end; i++) {
    if (i === own) continue;
    some = true;
    if (quotations[i]!.outer.start <= span.start && span.end <= quotations[i]!.outer.end) return { some, whole: true };
  }
  return { some, whole: false };
}

function anchorOf(parsed: Parsed, candidate: Candidate, id: string): StatementAnchor {
  const content = candidate.content.map((span) => ({
    first: tokenAt(parsed, span.start),
    last: Math.min(tokenAt(parsed, span.end - 1), parsed.length - 1),
  }));
  return { statement: id, cue: candidate.cueToken, source: candidate.sourceToken, content };
}
