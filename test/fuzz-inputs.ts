/** For tests: random inputs of every kind, and what must hold of each. */
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { answerJob, type Task } from "../src/cli/answer-job.js";
import { readBlocks } from "../src/cli/conllu-blocks.js";
import type { Reader } from "../src/cli/load-reader.js";
import { InputError } from "../src/errors.js";
import { annotateBlock } from "../src/language/index.js";
import { engine } from "./engine.js";
import { CSV, makeZip, XZ, ZSTD } from "./packed.js";
import { readInput } from "./read-input.js";

const WORDS =
  "Peru Chile’s minister met accused said in on Monday . , “ ” ( ) — \n \n\n 3 % 2022 the The of \u2028 \u0085 \ud83d ﬁ e\u0301 \u202e".split(
    " ",
  );
const HTML =
  "<p> </p> <div> </div> <article> <h1> </h1> <br> <script> </script> <table> <td> <li> <!-- --> &amp; &#x41; &nbsp; <time\u0020datetime=2022-03-30> <meta\u0020charset=utf-16> <a\u0020href=x> class=comments".split(
    " ",
  );
const XML =
  '<rss> <channel> <item> </item> <title> </title> <link> <description> <![CDATA[ ]]> <feed> <entry> </entry> <urlset> <url> <loc> &lt;p&gt; &x; <!DOCTYPE\u0020a[<!ENTITY\u0020x\u0020"y">]> <?xml?>'.split(
    " ",
  );
const WARC =
  "WARC/1.0\r\n|WARC-Type: response\r\n|Content-Length: 20\r\n|Content-Length: 3\r\n|\r\n\r\n|\r\n|HTTP/1.1 200 OK\r\n|Content-Type: text/html\r\n|<p>Peru met Chile.".split(
    "|",
  );
const MAIL =
  'Subject: a\r\n|Content-Type: multipart/mixed; boundary="x"\r\n|\r\n\r\n|--x\r\n|--x--|Content-Transfer-Encoding: base64\r\n|Date: 1 Mar 2022\r\n|=?utf-8?q?=C3?=|QUJD'.split(
    "|",
  );
const TABLE = 'text|title|,|;|"|""|\n|\r\n|\t|Peru met|\ufeff'.split("|");
const CONLLU = "1|2|1-2|1.1|\t|\t_|\n|\n\n|# text = a|Peru|NOUN|nsubj|0|99999|-1".split("|");
const JSON_PIECES =
  '{"text":|"Peru met Chile."|,|"id":|1|null|[|]|{|}|"published":"2022-02-30"|"\\ud800"|"\u2028"|\u0000|"title":|"language":"en"'.split(
    "|",
  );

const jumble = (pieces: readonly string[], glue = "") =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces) },
        { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
      ),
      { maxLength: 50 },
    )
    .map((all) => all.join(glue));

/** Bytes, written as letters of their number, with a few of them changed. */
const damaged = (bytes: Buffer) =>
  fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 4 }).map((changes) => {
    const copy = Buffer.from(bytes);
    for (const [at, byte] of changes) copy[at] = byte;
    return copy.toString("latin1");
  });

const ZIP = makeZip(
  { name: "a.csv", content: Buffer.from(CSV) },
  { name: "b/c.html", content: Buffer.from("<p>Peru met Chile."), method: 0 },
  { name: "d.csv.zst", content: ZSTD },
);

type Packed = "gzip" | "zip" | "zstd" | "xz";
export type FuzzKind = "text" | "json" | "html" | "xml" | "warc" | "mail" | "table" | "conllu" | Packed;

/** What each kind of input is made of. */
export const arbitraries: Readonly<Record<FuzzKind, fc.Arbitrary<string>>> = {
  text: jumble(WORDS, " "),
  json: jumble(JSON_PIECES),
  html: jumble(HTML, " "),
  xml: jumble(XML),
  warc: jumble(WARC),
  mail: jumble(MAIL),
  table: jumble(TABLE),
  conllu: jumble(CONLLU),
  gzip: jumble(TABLE),
  zip: damaged(ZIP),
  zstd: damaged(ZSTD),
  xz: damaged(XZ),
};

/** Milliseconds of processor time that any input may take, and each of its code units besides; the collector's count too. */
const MOST_TIME = { input: 1000, unit: 2 };
/** The same for what is packed: a few bytes may honestly unpack to a megabyte. */
const MOST_PACKED_TIME = { input: 10_000, unit: 2 };
const PACKED: ReadonlySet<FuzzKind> = new Set(["gzip", "zip", "zstd", "xz"]);
const TASK: Task = { question: "read", format: "line", minConfidence: 0, width: 80, colour: false, actors: null };
const READER = { engine, words: {} } as unknown as Reader;

/** Throws where an input gives neither an answer nor a fault by name, or takes too long twice. */
export async function checkInput(kind: FuzzKind, input: string): Promise<void> {
  const { unit, ...most } = PACKED.has(kind) ? MOST_PACKED_TIME : MOST_TIME;
  const limit = most.input + unit * input.length;
  // The first input of a kind loads its reader, and any may meet the collector.
  if ((await timeCheck(kind, input)) <= limit) return;
  const time = await timeCheck(kind, input);
  if (time > limit) throw new Error(`it takes ${time} ms`);
}

async function timeCheck(kind: FuzzKind, input: string): Promise<number> {
  const start = process.cpuUsage();
  await CHECKS[kind](input);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const viaFile =
  (name: string, pack: (bytes: Buffer) => Uint8Array = (bytes) => bytes) =>
  async (input: string) => {
    const { reports, faults, passed } = await readInput(name, pack(Buffer.from(input)));
    for (const report of reports) if (typeof report.text !== "string") throw new Error("a report without text");
    if (name.endsWith(".html") && reports.length + faults.length + passed.length === 0)
      throw new Error("a silent zero");
  };

const toBytes = (letters: Buffer) => Buffer.from(letters.toString(), "latin1");

const CHECKS: Readonly<Record<FuzzKind, (input: string) => Promise<void>>> = {
  text: async (input) => {
    const { report } = engine.read({ text: input, language: "en" });
    if (report.text !== input) throw new Error("the text was altered");
  },
  json: async (input) => {
    const { output, fault } = answerJob(READER, TASK, { kind: "line", text: input, file: null, line: 1, listed: true });
    if (fault?.code === "reading-failed") throw new Error(fault.message);
    JSON.parse(output ?? "");
  },
  html: viaFile("a.html"),
  xml: viaFile("a.xml"),
  warc: viaFile("a.warc"),
  mail: viaFile("a.eml"),
  table: viaFile("a.csv"),
  // A few bytes of what was packed are lost: the damage must be told, and no more than that.
  zip: viaFile("a.zip", toBytes),
  zstd: viaFile("a.csv.zst", toBytes),
  xz: viaFile("a.csv.xz", toBytes),
  gzip: viaFile("a.csv.gz", (bytes) => gzipSync(bytes).subarray(0, 12 + bytes.length)),
  conllu: async (input) => {
    try {
      for await (const block of readBlocks(Readable.from([Buffer.from(input)]))) {
        annotateBlock(engine.language, block.lines, block.line);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  },
};
