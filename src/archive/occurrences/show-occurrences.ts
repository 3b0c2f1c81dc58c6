/** Occurrences for people: who takes part by name, and the sentence of the first telling. */
import { type Asked, findRows } from "../query-rows.js";
import { findSentences, type Sentence } from "../relations/find-sentences.js";

/** Somebody who takes part. */
export interface NamedParty {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
}

/** The contract's occurrence with names for keys. */
export interface NamedOccurrence {
  readonly key: string;
  readonly type: string;
  readonly modes: readonly string[];
  readonly actors: readonly NamedParty[];
  readonly recipients: readonly NamedParty[];
  readonly date: string | null;
  readonly dateEnd: string | null;
  readonly places: readonly string[];
  readonly quad: number;
  readonly score: number;
  readonly goldstein: number | null;
  readonly status: string;
  /** How many tellings there are. */
  readonly tellings: number;
  readonly outlets: number;
  /** Key of the report that told it first. */
  readonly first: string;
  readonly merged: string;
  /** Of its first telling. */
  readonly sentence: Sentence | null;
}

type Bare = Omit<NamedOccurrence, "actors" | "recipients" | "sentence">;

const ACTS = `SELECT store.hex16(act) AS key, "type", modes, day::VARCHAR AS date, day_end::VARCHAR AS dateEnd, places, quad,
    score, goldstein, status, tellings, outlets, first, merged
  FROM store.acts WHERE act IN (SELECT ('0x' || unnest(string_split($keys, ',')))::UBIGINT)`;

const SIDES = `SELECT store.hex16(s.act) AS occurrence, s.side, store.hex16(s.actor) AS key,
    coalesce(k.name, s.country, '') AS name, s.country
  FROM store.act_sides s LEFT JOIN store.actors k ON k.key = s.actor
  WHERE s.act IN (SELECT ('0x' || unnest(string_split($keys, ',')))::UBIGINT) ORDER BY s.act, s.side, s.n`;

type Side = NamedParty & { readonly occurrence: string; readonly side: "actor" | "recipient" };

/** Those of the keys that there are, in the order given. */
export async function showOccurrences(
  asked: Asked,
  path: string,
  keys: readonly string[],
): Promise<readonly NamedOccurrence[]> {
  const good = keys.filter((key) => /^[0-9a-f]{16}$/.test(key));
  if (good.length === 0) return [];
  const list = { keys: good.join(",") };
  const acts = new Map((await findRows<Bare>(asked, ACTS, path, list)).map((act) => [act.key, act]));
  const sides = await findRows<Side>(asked, SIDES, path, list);
  const sentences = new Map(
    (await findSentences(asked, path, good)).map((sentence) => [sentence.occurrence, sentence]),
  );
  const partiesOf = (occurrence: string, side: Side["side"]) =>
    sides
      .filter((each) => each.occurrence === occurrence && each.side === side)
      .map(({ key, name, country }) => ({ key, name, country }));
  return good.flatMap((key) => {
    const act = acts.get(key);
    if (act === undefined) return [];
    const sentence = sentences.get(key) ?? null;
    return [{ ...act, actors: partiesOf(key, "actor"), recipients: partiesOf(key, "recipient"), sentence }];
  });
}
