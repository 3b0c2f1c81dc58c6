/** How far a run is: a bar with rate and time left on a terminal, plain lines elsewhere. */
import { createReadStream } from "node:fs";
import { formatOf } from "../../inputs/index.js";
import type { Source } from "../sources.js";
import type { Counts } from "./ingest.js";

export interface Progress {
  /** Hears of each batch that is on disk. */
  readonly kept: (counts: Readonly<Counts>) => void;
  readonly end: () => void;
}

/** Plain lines come no more often than that. */
const LINE_MS = 1000;

/** A bar where standard error is a terminal; `sources` tell how much there is to do. */
export async function startProgress(sources: readonly Source[]): Promise<Progress> {
  return process.stderr.isTTY ? startBar(await countReports(sources)) : startLines();
}

function startLines(): Progress {
  let last = Number.NEGATIVE_INFINITY;
  return {
    kept: ({ new: fresh, known, failed }) => {
      if (performance.now() - last < LINE_MS) return;
      last = performance.now();
      const done = fresh + known + failed;
      process.stderr.write(`chancery: ${done} done: ${fresh} new, ${known} there already, ${failed} failed\n`);
    },
    end: () => undefined,
  };
}

async function startBar(total: number): Promise<Progress> {
  const { default: library } = await import("cli-progress");
  const format =
    "{bar} {percentage}% · {value} of {total} · {rate}/s · {eta_formatted} left · {new} new, {failed} failed";
  const bar = new library.SingleBar({
    format,
    stream: process.stderr,
    etaBuffer: 200,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0, { rate: 0, new: 0, failed: 0 });
  const begun = performance.now();
  return {
    kept: ({ new: fresh, known, failed }) => {
      const done = fresh + known + failed;
      // A packed file holds more than one report: the total grows with what is found.
      if (done > bar.getTotal()) bar.setTotal(done);
      const rate = Math.round(done / ((performance.now() - begun) / 1000));
      bar.update(done, { rate, new: fresh, failed });
    },
    end: () => bar.stop(),
  };
}

/** One for each file, and the lines of those that have a report a line. */
async function countReports(sources: readonly Source[]): Promise<number> {
  let total = 0;
  for (const source of sources) {
    const isLines = source.kind === "file" && source.file !== null && formatOf(source.file) === "lines";
    total += isLines ? await countLines(source.file!) : 1;
  }
  return total;
}

async function countLines(file: string): Promise<number> {
  let lines = 0;
  try {
    for await (const chunk of createReadStream(file)) for (const byte of chunk as Uint8Array) if (byte === 10) lines++;
  } catch {
    return 1; // the run itself says what is wrong with the file
  }
  return Math.max(1, lines);
}
