/** Exit statuses of the command line, and how one run's status follows from what failed in it. */

export const EXIT_OK = 0;
/** The call was wrong, or nothing of the input could be read. */
export const EXIT_UNUSABLE = 2;
/** Some inputs failed, each told in its place; the others were answered. */
export const EXIT_PARTIAL = 3;
/** Ended by Ctrl-C: 128 and the signal's number, as shells have it. */
export const EXIT_INTERRUPTED = 130;

/** Counts what was answered and what failed. */
export interface Tally {
  answered: number;
  failed: number;
  /** Faults of single lines: they leave the run as a whole usable, even where every line has one. */
  failedLines: number;
}

/** Status of a run: 0 without a fault, 2 where the only input is missing or unreadable, else 3. */
export function exitStatus(tally: Readonly<Tally>): number {
  if (tally.failed === 0) return EXIT_OK;
  return tally.answered > 0 || tally.failedLines > 0 ? EXIT_PARTIAL : EXIT_UNUSABLE;
}

export function newTally(): Tally {
  return { answered: 0, failed: 0, failedLines: 0 };
}

/** Counts one input's fault; `line` is null where a whole file failed. */
export function countFault(tally: Tally, fault: { readonly line: number | null }): void {
  tally.failed++;
  if (fault.line !== null) tally.failedLines++;
}
