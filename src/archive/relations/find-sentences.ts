/** The words that tell of occurrences. */
import type { Claim } from "../../occurrences/index.js";
import { type Asked, findRows } from "../query-rows.js";

/** The clause or sentence that shows an event, and where in it the word stands that names the act. */
export interface Sentence {
  readonly occurrence: string;
  readonly report: string;
  readonly event: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly claim: Claim;
  readonly text: string;
  /** In UTF-16 code units of `text`. */
  readonly trigger: { readonly start: number; readonly end: number };
}

const SENTENCES = `
SELECT store.hex16(t.act) AS occurrence, lower(hex(r.key)) AS report, store.hex16(e.key) AS event, s.publisher, s.published,
  s.title, t.claim, store.words(r.text, e.evidence) AS text,
  struct_pack("start" := e."trigger"."start" - e.evidence."start", "end" := e."trigger"."end" - e.evidence."start") AS "trigger"
FROM store.tellings t JOIN store.events e ON e.report = t.report AND e.n = t.event
  JOIN store.reports r ON r.report = t.report
  LEFT JOIN store.sources s ON s.report = t.report AND s.n = 1
WHERE t.act IN (SELECT ('0x' || unnest(string_split($keys, ',')))::UBIGINT) AND (t.n = 1 OR $all)
ORDER BY t.act, t.n`;

/** Of each occurrence the sentence of its first telling, or those of all its tellings. */
export async function findSentences(
  asked: Asked,
  path: string,
  keys: readonly string[],
  all = false,
): Promise<readonly Sentence[]> {
  const good = keys.filter((key) => /^[0-9a-f]{16}$/.test(key));
  if (good.length === 0) return [];
  return findRows<Sentence>(asked, SENTENCES, path, { keys: good.join(","), all });
}
