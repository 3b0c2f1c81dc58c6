/** What became of a run's inputs: how many were read, what failed and why, which ids stood for two reports. */
import type { Answer } from "./answer-job.js";
import { countFault, newTally, type Tally } from "./exit-status.js";
import { formatPlace } from "./fault.js";
import { IdTable } from "./id-table.js";
import { sanitizeShort } from "./sanitize.js";

export interface Summary {
  readonly tally: Tally;
  /** How often each fault occurred, by code. */
  readonly faults: Map<string, number>;
  readonly ids: IdTable;
  repeated: number;
}

/** So many ids given twice are named one by one; the rest is counted. */
const NAMED_IDS = 20;

/** `tally` counts what has failed already. */
export function newSummary(tally: Tally = newTally()): Summary {
  return { tally, faults: new Map(), ids: new IdTable(), repeated: 0 };
}

/** Counts an answer; gives back a line for standard error where its report's id was given before. */
export function countAnswer(summary: Summary, { fault, id, origin }: Answer): string | null {
  if (fault) {
    countFault(summary.tally, fault);
    summary.faults.set(fault.code, (summary.faults.get(fault.code) ?? 0) + 1);
    return null;
  }
  summary.tally.answered++;
  if (id === null || summary.ids.add(id)) return null;
  if (++summary.repeated > NAMED_IDS) return null;
  return `chancery: ${formatPlace(origin)}: the id "${sanitizeShort(id)}" was given before. Both reports were read.\n`;
}

/** "chancery: 97 read, 3 failed (2 not-json, 1 kill-notice)", empty where all of several, or a single input, went well. */
export function formatSummary({ tally, faults, repeated }: Summary): string {
  if (tally.answered + tally.failed < 2 || tally.failed + repeated === 0) return "";
  const causes = [...faults].map(([code, count]) => `${count} ${code}`).join(", ");
  const failed = tally.failed === 0 ? "none failed" : `${tally.failed} failed (${causes})`;
  const twice = repeated === 0 ? "" : `, ${repeated} under an id given before`;
  return `chancery: ${tally.answered} read, ${failed}${twice}\n`;
}
