/** Pairs of countries with their turns told: what the desk and the list of relations show. */
import type { Archive, PairSummary, Turn } from "../../archive/index.js";
import type { PairAnswer, PairList, ToldTurn } from "../answers.js";
import type { Question, Route } from "../route.js";

export const PAIR_ROUTES: readonly Route[] = [
  {
    path: "/api/relations",
    about: "all pairs of countries that the archive tells of, those with the most acts first",
    parameters: [],
    answer: "PairList",
    handle: listPairs,
  },
];

async function listPairs({ archive }: Question): Promise<PairList> {
  const pairs = await archive.busiestPairs();
  const turns = await tellTurns(archive, lastTurnsOf(pairs));
  return { rows: pairs.map((pair) => answerPair(pair, turns)) };
}

export function lastTurnsOf(pairs: readonly PairSummary[]): readonly Turn[] {
  return pairs.flatMap(({ lastTurn }) => lastTurn ?? []);
}

/** The turns, each with the sentence of the act that weighs most in it. */
export async function tellTurns(archive: Archive, turns: readonly Turn[]): Promise<readonly ToldTurn[]> {
  const sentences = await archive.sentences(turns.flatMap(({ because }) => because.slice(0, 1)));
  const byKey = new Map(sentences.map((sentence) => [sentence.occurrence, sentence]));
  return turns.map((turn) => ({ ...turn, headline: byKey.get(turn.because[0] ?? "") ?? null }));
}

/** The pair as the page shows it, its last turn told. */
export function answerPair(pair: PairSummary, told: readonly ToldTurn[]): PairAnswer {
  const { a, b, acts, tellings, closeness, low, high, quarters } = pair;
  const lastTurn = told.find((turn) => turn.a === a && turn.b === b && turn.date === pair.lastTurn?.date) ?? null;
  return { a, b, acts, tellings, closeness, low, high, lastTurn, spark: quarters };
}
