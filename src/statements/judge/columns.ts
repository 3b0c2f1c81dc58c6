/** What the judge reads of each token, computed once for a text: numbers of words, tags and relations, and the rules' view. */
import type { Parsed } from "../../language/index.js";
import type { Candidate, Scene } from "../candidate.js";
import type { CueWord } from "../statement-knowledge.js";
import { type Branches, findBranches } from "./branches.js";
import { wordNumber } from "./feature-list.js";
import type { JudgeModel } from "./judge-model.js";
import { findProposals, type Proposals } from "./proposals.js";
import { WORD, wordKinds } from "./word-kinds.js";

export interface Columns extends Branches, Proposals {
  readonly scene: Scene;
  readonly parsed: Parsed;
  readonly lemma: Int32Array;
  readonly form: Int32Array;
  readonly xpos: Int32Array;
  readonly upos: Int32Array;
  readonly deprel: Int32Array;
  /** Bits of `word-kinds.ts`. */
  readonly kind: Uint16Array;
  /** Fine and coarse class of the form among words that stand alike, 0 where it is unknown. */
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
  /** Kind of cue word by the tables, 0 where it is none. */
  readonly lexicon: Int32Array;
  /** Kind of the entity that is mentioned with this head, and of speaker; 0 where neither. */
  readonly speaker: Int32Array;
}

type Numbering = (word: string) => number;

export function makeColumns(scene: Scene, candidates: readonly Candidate[], model: JudgeModel): Columns {
  const { parsed } = scene;
  const number = makeNumbering();
  const column = (read: (token: number) => number) => {
    const values = new Int32Array(parsed.length);
    for (let token = 0; token < parsed.length; token++) values[token] = read(token);
    return values;
  };
  const kind = wordKinds(parsed);
  const form = column((token) => number(parsed.form[token]!.toLowerCase()));
  const classes = column((token) => model.classes.get(form[token]!) ?? 0);
  return {
    scene,
    parsed,
    lemma: column((token) => number(parsed.lemma[token]!.toLowerCase())),
    form,
    xpos: column((token) => number(parsed.xpos[token]!)),
    upos: column((token) => number(parsed.upos[token]!)),
    deprel: column((token) => number(parsed.deprel[token]!)),
    kind,
    fine: classes.map((each) => each >> 8),
    coarse: classes.map((each) => each & 255),
    lexicon: lexiconColumn(scene, number),
    speaker: speakerColumn(scene, number),
    ...findBranches(scene, kind),
    ...findProposals(parsed, candidates),
  };
}

function makeNumbering(): Numbering {
  const numbers = new Map<string, number>();
  return (word) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const number = wordNumber(word);
    numbers.set(word, number);
    return number;
  };
}

function lexiconColumn({ parsed, knowledge }: Scene, number: Numbering): Int32Array {
  const tables: Readonly<Record<string, ReadonlyMap<string, CueWord>>> = {
    VERB: knowledge.verbs,
    AUX: knowledge.verbs,
    NOUN: knowledge.nouns,
    ADJ: knowledge.adjectives,
  };
  const signatures = new Map<CueWord, number>();
  const column = new Int32Array(parsed.length);
  for (let token = 0; token < parsed.length; token++) {
    const upos = parsed.upos[token]!;
    const cue = tables[upos]?.get(parsed.lemma[token]!.toLowerCase());
    if (!cue) continue;
    const known = signatures.get(cue) ?? number(`${upos} ${cue.act} ${cue.actorOnly} ${[...cue.frames].sort().join()}`);
    signatures.set(cue, known);
    column[token] = known;
  }
  return column;
}

function speakerColumn({ parsed, entities, knowledge }: Scene, number: Numbering): Int32Array {
  const kinds = new Map(entities.entities.map(({ id, kind }) => [id, kind]));
  const column = new Int32Array(parsed.length);
  for (let token = 0; token < parsed.length; token++) {
    const mention = entities.mentions[entities.mentionAt[token]!];
    const entity = mention ? (kinds.get(mention.entities[0] ?? "") ?? "many") : "";
    const noun = knowledge.speakers.get(parsed.lemma[token]!.toLowerCase()) ?? "";
    if (entity || noun) column[token] = number(`${entity} ${noun}`);
  }
  return column;
}

export function isWord(c: Columns, token: number): boolean {
  return (c.kind[token]! & WORD) !== 0;
}

/** The first word from `token` on. */
export function wordFrom(c: Columns, token: number): number {
  let at = token;
  while (at + 1 < c.parsed.length && !isWord(c, at)) at++;
  return at;
}

/** The last word up to `token`. */
export function wordUpTo(c: Columns, token: number): number {
  let at = token;
  while (at > 0 && !isWord(c, at)) at--;
  return at;
}

/** A column's value, 0 beyond the text. The bounds are asked for: code that reads beyond an array is compiled anew each time. */
export function valueAt(column: Int32Array, token: number): number {
  return token >= 0 && token < column.length ? column[token]! : 0;
}
