/** Names the actors that a filter asks for and the archive does not have, with the nearest that it has. */
import { unknown } from "./codebook.js";
import { type Filter, matchName } from "./filter.js";
import { type Asked, findRows } from "./query-rows.js";

/** Throws ArchiveError `filter-unknown` for a name that no actor of the archive has; codes and keys may be of nobody. */
export async function demandActors(asked: Asked, { actor, recipient, claimedBy }: Filter, path: string): Promise<void> {
  for (const name of [...(actor ?? []), ...(recipient ?? []), ...(claimedBy ?? [])]) {
    if (name === "report" || /^(?:[A-Z]{3}|[0-9a-f]{16})$/.test(name)) continue;
    const word = name.toLowerCase();
    const sql = `SELECT 1 AS found FROM store.actors WHERE ${matchName("$word")} LIMIT 1`;
    if ((await findRows(asked, sql, path, { word })).length > 0) continue;
    throw unknown(name, "actor", await findNear(asked, word, path));
  }
}

async function findNear(asked: Asked, word: string, path: string): Promise<readonly string[]> {
  const sql = `SELECT name, least(damerau_levenshtein(lower(name), $word),
      damerau_levenshtein(list_last(string_split(lower(name), ' ')), $word)) AS distance
    FROM store.actors ORDER BY distance, name LIMIT 1`;
  const [near] = await findRows<{ name: string; distance: number }>(asked, sql, path, { word });
  return near && near.distance <= Math.max(1, word.length / 3) ? [near.name] : [];
}
