/** The words of attribution: verbs, nouns and phrases that link a source to what it says. */
import { cellOf, listOf, type Row, type Table, tableFault, tableOf } from "../assets/index.js";
import type { StatementAct } from "../reading/index.js";
import { type JudgeModel, readJudgeModel } from "./judge/judge-model.js";

/** One word that links a source to what it says, and the shapes its content takes. */
export interface CueWord {
  /** "say", "point out", "claim". */
  readonly lemma: string;
  readonly act: StatementAct;
  /** Names of the rows of `data/statements/frames.tsv`. */
  readonly frames: ReadonlySet<string>;
  /** Whether the source must be somebody who can speak: "figures show" is none. */
  readonly actorOnly: boolean;
  /** "obj", or the prepositions before the addressee: "called on Iran to". */
  readonly addressee: readonly string[];
  /** Prepositions that open the content: "warned of". */
  readonly preps: readonly string[];
}

/** A verb that is a cue only together with another word: "express hope", "make clear". */
export interface CuePhrase extends CueWord {
  readonly verb: string;
  readonly word: string;
}

/** Words that tell how far a noun phrase goes. */
export interface PhraseWords {
  /** Nouns of where or when something is said: "interview", "Monday". */
  readonly venues: ReadonlySet<string>;
  /** Prepositions of phrases that may belong to the noun before them: "support for Iraq". */
  readonly prepositions: ReadonlySet<string>;
}

/** What a common noun that names a source is: somebody, or words that somebody wrote. */
export type SpeakerKind = "person" | "document";

export interface StatementKnowledge {
  readonly verbs: ReadonlyMap<string, CueWord>;
  /** Forms of the verbs: "shouted" to "shout". */
  readonly inflections: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, CueWord>;
  readonly adjectives: ReadonlyMap<string, CueWord>;
  /** By verb and word: "express hope". */
  readonly phrases: ReadonlyMap<string, CuePhrase>;
  readonly speakers: ReadonlyMap<string, SpeakerKind>;
  /** Those speakers that stand alone at the end of a headline: "official", "sources". */
  readonly headlineSpeakers: ReadonlySet<string>;
  /** Frames whose content is a clause or an infinitive, which takes in all that follows it. */
  readonly clausal: ReadonlySet<string>;
  /** Frames whose statements stand as the rules find them, whatever the judge makes of their cues. */
  readonly ruled: ReadonlySet<string>;
  readonly phraseWords: PhraseWords;
  /** Probability that a statement found by that frame is right. */
  readonly confidence: ReadonlyMap<string, number>;
  /** Openings of a paragraph that follows a press statement and is no part of it: "notes to editors". */
  readonly closers: readonly string[];
  /** Kind of act of words that the tables of cue words lack: "criticize". */
  readonly acts: ReadonlyMap<string, StatementAct>;
  /** The learnt judge; null without weights: the rules judge alone. */
  readonly judge: JudgeModel | null;
}

const ACTS: ReadonlySet<string> = new Set(["says", "thinks", "wants", "asks", "promises", "denies", "doubts"]);

/** Builds and checks the knowledge; throws AssetError that names file and line. Without weights there is no judge. */
export function createStatementKnowledge(
  tables: ReadonlyMap<string, Table>,
  weights: Uint8Array = new Uint8Array(),
): StatementKnowledge {
  const table = (name: string) => tableOf({ tables }, `statements/${name}`);
  const confidence = readConfidence(table("frames"));
  const words = (name: string) => readWords(table(name), confidence);
  const verbs = words("verbs");
  return {
    verbs,
    inflections: new Map([...verbs.keys()].flatMap((lemma) => inflect(lemma).map((form) => [form, lemma] as const))),
    nouns: words("nouns"),
    adjectives: words("adjectives"),
    phrases: readPhrases(table("phrases"), confidence),
    speakers: readSpeakers(table("speakers")),
    confidence,
    headlineSpeakers: new Set(
      table("speakers")
        .rows.filter((row) => row.cells.headline === "yes")
        .map(firstCell),
    ),
    clausal: framesWith(table("frames"), "content", "clause"),
    ruled: framesWith(table("frames"), "decides", "rule"),
    phraseWords: {
      venues: new Set(table("venues").rows.map(firstCell)),
      prepositions: new Set(table("noun-prepositions").rows.map(firstCell)),
    },
    closers: table("closers").rows.map((row) => cellOf(table("closers"), row, "opening")),
    acts: readActs(table("acts")),
    judge: weights.length === 0 ? null : readJudgeModel(weights),
  };
}

function framesWith(frames: Table, column: string, value: string): Set<string> {
  return new Set(frames.rows.filter((row) => cellOf(frames, row, column) === value).map(firstCell));
}

function firstCell(row: Row): string {
  return Object.values(row.cells)[0] ?? "";
}

/** Regular forms of a verb, its last consonant doubled or not. */
function inflect(lemma: string): string[] {
  const stem = lemma.replace(/e$/, "");
  const past = lemma.endsWith("y") ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const present = lemma.endsWith("y")
    ? `${lemma.slice(0, -1)}ies`
    : /(?:s|sh|ch|x)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`;
  const doubled = `${lemma}${lemma.at(-1)}`;
  return [present, past, `${stem}ing`, `${doubled}ed`, `${doubled}ing`, `${lemma}ed`, `${lemma}s`];
}

function readWords(table: Table, known: ReadonlyMap<string, number>): Map<string, CueWord> {
  return new Map(table.rows.map((row) => [cellOf(table, row, "lemma"), readCue(table, row, known)]));
}

function readPhrases(table: Table, known: ReadonlyMap<string, number>): Map<string, CuePhrase> {
  const phrases = new Map<string, CuePhrase>();
  for (const row of table.rows) {
    const verb = cellOf(table, row, "verb");
    const word = cellOf(table, row, "word");
    phrases.set(`${verb} ${word}`, { ...readCue(table, row, known), verb, word });
  }
  return phrases;
}

function readActs(table: Table): Map<string, StatementAct> {
  return new Map(table.rows.map((row) => [cellOf(table, row, "lemma"), actIn(table, row)]));
}

function actIn(table: Table, row: Row): StatementAct {
  const act = cellOf(table, row, "act");
  if (!isAct(act)) throw tableFault(table, row, `unknown act "${act}"`);
  return act;
}

function readCue(table: Table, row: Row, known: ReadonlyMap<string, number>): CueWord {
  const act = actIn(table, row);
  const frames = listOf(table, row, "frames");
  const strange = frames.find((frame) => !known.has(frame));
  if (strange !== undefined) throw tableFault(table, row, `frame "${strange}" is not in statements/frames`);
  return {
    lemma: row.cells.lemma ?? row.cells.phrase ?? "",
    act,
    frames: new Set(frames),
    actorOnly: row.cells.source === "actor",
    addressee: "addressee" in row.cells ? listOf(table, row, "addressee") : [],
    preps: listOf(table, row, "preps"),
  };
}

function isAct(act: string): act is StatementAct {
  return ACTS.has(act);
}

function readSpeakers(table: Table): Map<string, SpeakerKind> {
  return new Map(
    table.rows.map((row) => {
      const kind = cellOf(table, row, "kind");
      if (kind !== "person" && kind !== "document") throw tableFault(table, row, `unknown kind "${kind}"`);
      return [cellOf(table, row, "lemma"), kind];
    }),
  );
}

function readConfidence(table: Table): Map<string, number> {
  return new Map(
    table.rows.map((row) => {
      const confidence = Number(cellOf(table, row, "confidence"));
      if (!(confidence > 0 && confidence < 1)) throw tableFault(table, row, "confidence is not between 0 and 1");
      return [cellOf(table, row, "frame"), confidence];
    }),
  );
}
