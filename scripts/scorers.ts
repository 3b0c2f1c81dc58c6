/** The scorers that apply now: how each is called, and where its figures stand in what it prints. */

export interface Figure {
  readonly name: string;
  /** Finds the figure as its first group in the scorer's output. */
  readonly pattern: RegExp;
  /** The least that will do; null where none is set. */
  readonly floor: number | null;
  /** Whether less is better: seconds, MiB. */
  readonly isCost?: boolean;
  /** Whether it hangs on the machine's load: told, never flagged as a fall. */
  readonly isLoose?: boolean;
}

export interface Scorer {
  readonly name: string;
  /** Script of the bench folder. */
  readonly script: string;
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
];
