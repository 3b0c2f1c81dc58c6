/** For the crash test: writes readings into an archive, recodes it, or brings an older one up to date; tells what is on disk. */
import { type Archive, openArchive } from "../../src/archive/index.js";
import { makeReadings } from "./make-readings.js";

const [path, mode, count] = process.argv.slice(2) as [string, "ingest" | "recode" | "migrate", string];
const readings = makeReadings(Number(count));
if (mode === "migrate") process.stdout.write("open\n"); // the opening is what is killed
const archive = await openArchive(path, { readOnly: false, create: true });
if (mode !== "migrate") process.stdout.write("open\n");
if (mode === "ingest") await ingest(archive);
if (mode === "recode") await recode(archive);
await archive.close();
process.stdout.write("done\n");

async function ingest(open: Archive): Promise<void> {
  const writer = await open.writer();
  const run = await writer.startRun("crash", {}, "2031-01-01T00:00:00Z");
  for (let from = 0; from < readings.length; from += 5) {
    const batch = readings.slice(from, from + 5);
    await writer.add(
      run,
      batch.map((reading) => ({ kind: "reading", reading })),
    );
    process.stdout.write(`${from + batch.length}\n`);
    if (from % 100 === 95) await writer.index();
  }
  await writer.index();
  await writer.finishRun(run, "2031-01-01T00:00:01Z");
  await open.gather();
}

async function recode(open: Archive): Promise<void> {
  const writer = await open.writer();
  for (let from = 0; from < readings.length; from += 5) {
    await writer.replace(readings.slice(from, from + 5).map((reading) => ({ ...reading, engine: "crash 2" })));
    process.stdout.write(`${from + 5}\n`);
  }
  await open.gather(true);
}
