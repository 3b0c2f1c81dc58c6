/** Why a closeness line moved: the sentences behind it and their share. */
import { roundNumber } from "../../reading/index.js";
import { DEFAULT_LINE, explainMove } from "../../relations/index.js";
import { formatDay } from "../../times/index.js";
import type { Asked } from "../query-rows.js";
import { type CountedAct, countActs, loadReports, type RelationOptions } from "./ask-relation.js";
import { dayNumberOf } from "./days.js";
import { findSentences, type Sentence } from "./find-sentences.js";
import { loadPair } from "./load-pair.js";

export interface ExplainedShare {
  readonly occurrence: string;
  readonly day: string;
  /** Score units by which the act moved the line, and its part of all moves. */
  readonly move: number;
  readonly share: number;
  readonly act: CountedAct;
  readonly sentence: Sentence | null;
}

export interface ExplainedMove {
  readonly a: string;
  readonly b: string;
  readonly from: string;
  readonly until: string;
  readonly before: number;
  readonly after: number;
  /** What no act did: older acts weigh less. */
  readonly fading: number;
  readonly shares: readonly ExplainedShare[];
}

/** `from` and `until` are the first and last day of the move; null where the archive has no dated report. */
export async function explainRelation(
  asked: Asked,
  path: string,
  pair: readonly [string, string],
  options: RelationOptions & { readonly limit?: number } = {},
): Promise<ExplainedMove | null> {
  const [a, b] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const reports = await loadReports(asked, path);
  if (reports === null) return null;
  const acts = countActs(await loadPair(asked, path, a, b), options);
  const from = options.from === undefined ? reports.first : dayNumberOf(options.from);
  const until = options.until === undefined ? reports.last : dayNumberOf(options.until);
  const move = explainMove(acts, from, until, options.line ?? DEFAULT_LINE);
  const named = move.shares.slice(0, options.limit ?? 20);
  const sentences = await findSentences(
    asked,
    path,
    named.map(({ key }) => key),
  );
  const byKey = new Map(sentences.map((sentence) => [sentence.occurrence, sentence]));
  const actOf = new Map(acts.map((act) => [act.key, act]));
  return {
    a,
    b,
    from: formatDay(from),
    until: formatDay(until),
    before: roundNumber(move.before),
    after: roundNumber(move.after),
    fading: roundNumber(move.fading),
    shares: named.map(({ key, move: moved, share }) => ({
      occurrence: key,
      day: formatDay(actOf.get(key)!.day),
      move: roundNumber(moved),
      share: roundNumber(share),
      act: actOf.get(key)!,
      sentence: byKey.get(key) ?? null,
    })),
  };
}
