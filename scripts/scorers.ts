/** The scorers that apply now: how each is called, and where its figures stand in what it prints. */

export interface Figure {
  readonly name: string;
  /** Finds the figure as its first group in the scorer's output. */
  readonly pattern: RegExp;
  /** The least that will do, of costs the most; null where none is set. */
  readonly floor: number | null;
  /** Whether less is better: seconds, MiB. */
  readonly isCost?: boolean;
  /** Whether it hangs on the machine's load: told, never flagged as a fall. */
  readonly isLoose?: boolean;
}

export interface Scorer {
  readonly name: string;
  /** Script of the bench folder, or of package.json where it is our own. */
  readonly script: string;
  readonly isOwn?: true;
  /** Whether it takes many minutes of a machine that does nothing else: it runs only where its name is given. */
  readonly isLong?: true;
  /** Files, as globs below the shared folder. */
  readonly files: readonly string[];
  readonly figures: readonly Figure[];
}

const LAYERS = ["mentions", "places", "times", "statements", "events", "events-type", "terms"];

function layerFigures(floors: Readonly<Record<string, number>>): Figure[] {
  return LAYERS.map((name) => ({
    name: `${name} F1`,
    pattern: new RegExp(`^F1 .*?\\b${name} ([\\d.]+)`, "m"),
    floor: floors[name] ?? null,
  }));
}

function treeFigures(las: number | null): Figure[] {
  return ["UPOS", "lemma", "UAS", "LAS"].map((name) => ({
    name,
    pattern: new RegExp(`\\b${name} ([\\d.]+)`),
    floor: name === "LAS" ? las : null,
  }));
}

const tokenFigures = ["tokens", "sentences"].map((name) => {
  return { name: `${name} F1`, pattern: new RegExp(`\\b${name} F1 ([\\d.]+)`), floor: null };
});

/** What our own benches tell of the inputs: see docs/inputs.md. */
const INPUT_SCORERS: readonly Scorer[] = [
  {
    name: "inputs",
    script: "bench:inputs",
    isOwn: true,
    files: [],
    figures: [
      { name: "saved pages: body words kept %", pattern: /body words kept ([\d.]+)/, floor: 95 },
      { name: "saved pages: foreign words %", pattern: /foreign\s+([\d.]+) %/, floor: 5, isCost: true },
      { name: "foreign headlines taken %", pattern: /foreign headlines taken .*?: ([\d.]+)/, floor: 3, isCost: true },
      { name: "English headlines taken %", pattern: /English headlines taken .*?: ([\d.]+)/, floor: 99.5 },
      { name: "English paragraphs taken %", pattern: /English paragraphs taken .*?: ([\d.]+)/, floor: 99.5 },
      { name: "inputs fuzzed", pattern: /inputs fuzzed: (\d+)/, floor: 1_000_000 },
    ],
  },
  {
    name: "the same bytes, 2,000 texts",
    script: "same-bytes",
    isOwn: true,
    isLong: true,
    files: [],
    figures: [{ name: "runs with one hash", pattern: /one hash over (\d+) runs/, floor: 9 }],
  },
  {
    name: "a million headlines",
    script: "bench:memory",
    isOwn: true,
    isLong: true,
    files: [],
    figures: [
      { name: "peak MiB", pattern: /^peak (\d+) MiB/m, floor: 700, isCost: true, isLoose: true },
      {
        name: "peak MiB of the first half",
        pattern: /half of the lines (\d+)/,
        floor: 700,
        isCost: true,
        isLoose: true,
      },
    ],
  },
  {
    name: "two threads against one",
    script: "bench:threads",
    isOwn: true,
    isLong: true,
    files: [],
    figures: [{ name: "times", pattern: /against one: ([\d.]+)/, floor: 1.7, isLoose: true }],
  },
  {
    name: "time against length, 1 KB to 5 MB",
    script: "bench:growth",
    isOwn: true,
    isLong: true,
    files: [],
    figures: [{ name: "greatest factor", pattern: /greatest factor ([\d.]+)/, floor: 2, isCost: true, isLoose: true }],
  },
];

export const SCORERS: readonly Scorer[] = [
  {
    name: "the seed",
    script: "gold.py",
    files: ["gold/seed.json"],
    figures: layerFigures({ events: 65, statements: 60, mentions: 75 }),
  },
  {
    name: "the 35 other reports",
    script: "gold.py",
    files: ["gold/re3d*.json", "gold/trnews*.json", "gold/polnear*.json"],
    figures: layerFigures({ events: 30, statements: 35, mentions: 55 }),
  },
  { name: "180 headlines", script: "gold.py", files: ["gold/headlines.jsonl"], figures: layerFigures({ events: 35 }) },
  { name: "trees, EWT dev", script: "parse.py", files: ["data/ud/en_ewt-dev.conllu"], figures: treeFigures(80) },
  { name: "trees, GUM dev", script: "parse.py", files: ["data/ud/en_gum-dev.conllu"], figures: treeFigures(null) },
  { name: "tokens, EWT dev", script: "tokens.py", files: ["data/ud/en_ewt-dev.conllu"], figures: tokenFigures },
  { name: "tokens, GUM dev", script: "tokens.py", files: ["data/ud/en_gum-dev.conllu"], figures: tokenFigures },
  {
    name: "attribution, PolNeAR dev",
    script: "attribution.py",
    files: ["data/polnear/dev"],
    figures: [
      { name: "source exact F1", pattern: /^exact F1 ([\d.]+)/m, floor: null },
      { name: "cue exact F1", pattern: /^exact F1 [\d.]+ ([\d.]+)/m, floor: null },
      { name: "content exact F1", pattern: /^exact F1 [\d.]+ [\d.]+ ([\d.]+)/m, floor: null },
    ],
  },
  {
    name: "labelled pairs, PLV dev",
    script: "pairs.py",
    files: ["data/plv/plv_dev.tsv"],
    figures: [
      { name: "root macro F1", pattern: /root macro F1 ([\d.]+)/, floor: null },
      { name: "quad macro F1", pattern: /quad macro F1 ([\d.]+)/, floor: null },
    ],
  },
  {
    name: "places, TR-News",
    script: "geo.py",
    files: ["data/geo/TR-News.xml"],
    figures: [
      { name: "found", pattern: /^found ([\d.]+)/m, floor: null },
      { name: "precision", pattern: /precision ([\d.]+)/, floor: null },
      { name: "right within 161 km, of all", pattern: /of all ([\d.]+)/, floor: null },
    ],
  },
  {
    name: "the whole run, PolNeAR train",
    script: "speed.py",
    files: ["data/polnear/train"],
    figures: [
      { name: "words/s, one thread", pattern: /^(\d+) words\/s/m, floor: null, isLoose: true },
      { name: "peak MiB", pattern: /peak (\d+) MiB/, floor: null, isCost: true, isLoose: true },
      { name: "start-up s", pattern: /start-up (-?[\d.]+) s/, floor: null, isCost: true, isLoose: true },
    ],
  },
  ...INPUT_SCORERS,
];
