/** Puts entries into an archive batch by batch and counts what became of them. */
import type { Added, Entry, Writer } from "../../archive/index.js";
import { countFault, type Tally } from "../exit-status.js";
import { formatFault } from "../fault.js";
import type { Ingested } from "./read-entries.js";

/** The index of words is brought up to date when it lacks so many reports, and at the end. */
const UNINDEXED = 2048;

/** A batch is written when it has so many entries, or has waited so long. */
const BATCH = 256;
const LONGEST_WAIT_MS = 2000;

export interface Counts {
  new: number;
  known: number;
  sources: number;
  failed: number;
}

/** What reports are handed to: the archive's own writer, or the server that has the archive open. */
export type ReportWriter = Pick<Writer, "has" | "startRun" | "add" | "index" | "finishRun">;

export interface IngestHooks {
  readonly tally: Tally;
  /** Hears of each batch once it is on disk. */
  readonly kept: (counts: Readonly<Counts>) => void;
  /** Whether to stop at the next report. */
  readonly isStopped: () => boolean;
}

/** Writes all entries; what it has counted when it is stopped is on disk. */
export async function ingestEntries(
  entries: AsyncIterable<Ingested>,
  writer: ReportWriter,
  run: number,
  { tally, kept, isStopped }: IngestHooks,
): Promise<Counts> {
  const counts: Counts = { new: 0, known: 0, sources: 0, failed: 0 };
  let batch: Entry[] = [];
  let indexed = 0;
  let since = performance.now();
  const write = async () => {
    if (batch.length > 0) addCounts(counts, await writer.add(run, batch));
    batch = [];
    since = performance.now();
    kept(counts);
    if (counts.new - indexed < UNINDEXED) return;
    await writer.index();
    indexed = counts.new;
  };
  for await (const { entry, fault } of entries) {
    if (fault) {
      countFault(tally, fault);
      process.stderr.write(formatFault(fault));
    } else tally.answered++;
    batch.push(entry);
    if (batch.length >= BATCH || performance.now() - since >= LONGEST_WAIT_MS) await write();
    if (isStopped()) break;
  }
  if (batch.length > 0) await write();
  await writer.index();
  return counts;
}

function addCounts(counts: Counts, added: Added): void {
  counts.new += added.new;
  counts.known += added.known;
  counts.sources += added.sources;
  counts.failed += added.failed;
}
