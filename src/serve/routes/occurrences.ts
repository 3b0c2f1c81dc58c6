/** One act with all its tellings: who says so, who denies it, through whom we have it. */
import type { Archive, Sentence } from "../../archive/index.js";
import { RequestError } from "../../errors.js";
import type { OccurrenceAnswer, TellingAnswer } from "../answers.js";
import { inPath, key } from "../parameters.js";
import type { Question, Route } from "../route.js";

export const OCCURRENCE_ROUTES: readonly Route[] = [
  {
    path: "/api/occurrences/{key}",
    about: "an act, however often it is told, with all its tellings",
    parameters: [inPath(key("key", "key of the occurrence", 16))],
    answer: "OccurrenceAnswer",
    handle: showOccurrence,
  },
];

async function showOccurrence({ archive, values }: Question): Promise<OccurrenceAnswer> {
  const name = values.text("key")!;
  const [occurrence] = await archive.occurrences([name]);
  if (occurrence === undefined) {
    const remedy = "It may have been joined with another one: look for its words with /api/search.";
    throw new RequestError("record-unknown", 404, `there is no occurrence ${name}`, remedy);
  }
  return { occurrence, tellings: await findTellings(archive, name) };
}

interface Told {
  readonly report: string;
  readonly event: string;
  readonly claim: TellingAnswer["claim"];
  readonly by: readonly string[];
  readonly chain: number;
  readonly confidence: number;
  readonly rule: string;
}

const TELLINGS = `SELECT t.report, t.event, t.claim, t."by", t.chain, e.confidence, e.rule
  FROM tellings t JOIN events e ON e.number = t.number AND e.n = t.eventNumber WHERE t.occurrence = $name ORDER BY t.n`;

interface Link {
  readonly event: string;
  readonly report: string;
  readonly link: number;
  readonly act: string;
  readonly name: string;
}

const CHAINS = `SELECT c.event, c.report, c.link, s.act, c.name
  FROM tellings t JOIN claims c ON c.number = t.number AND c.n = t.eventNumber
  JOIN statements s ON s.number = c.number AND s.id = c.statement
  WHERE t.occurrence = $name ORDER BY t.n, c.link, c.name`;

async function findTellings(archive: Archive, name: string): Promise<readonly TellingAnswer[]> {
  const told = await archive.query<Told>(TELLINGS, { name });
  const links = await archive.query<Link>(CHAINS, { name });
  const sentences = new Map(
    (await archive.sentences([name], true)).map((each) => [`${each.report} ${each.event}`, each]),
  );
  return told.map((telling) => {
    const sentence: Sentence | null = sentences.get(`${telling.report} ${telling.event}`) ?? null;
    const { publisher = null, published = null, title = null } = sentence ?? {};
    const own = links.filter(({ report, event }) => report === telling.report && event === telling.event);
    return { ...telling, by: telling.by ?? [], publisher, published, title, sentence, claimChain: chainOf(own) };
  });
}

/** One entry a link, its speakers together. */
function chainOf(links: readonly Link[]): TellingAnswer["claimChain"] {
  const numbers = [...new Set(links.map(({ link }) => link))];
  return numbers.map((number) => {
    const own = links.filter(({ link }) => link === number);
    return { speakers: own.map(({ name }) => name), act: own[0]!.act };
  });
}
