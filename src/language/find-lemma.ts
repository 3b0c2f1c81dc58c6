/** Finds the lemma of a form: an irregular one of the table, a learnt exception, else what its tag and ending say. */
import { cellOf, type Table, tableOf } from "../assets/index.js";
import type { Weights } from "./read-weights.js";
import { createBaseChooser } from "./regular-bases.js";

const LONGEST_ENDING = 5;

/** The lemma of a form with that UPOS and XPOS; names keep their capitals. */
export type FindLemma = (form: string, upos: string, xpos: string) => string;

/** Reads the learnt rules and the table `language-lemmas`; throws AssetError where it is missing. */
export function createLemmas(weights: Weights, tables: ReadonlyMap<string, Table>): FindLemma {
  const endings = new Map([...readPairs(weights, "endings")].map(([key, script]) => [key, readScript(script)]));
  const exceptions = new Map([...readPairs(weights, "exceptions"), ...readIrregular(tables)]);
  const chooseBase = createBaseChooser(new Set(weights.lines("words")));
  return (form, upos, xpos) => {
    const key = form.toLowerCase().replace(/[’‘]/g, "'");
    if (xpos === "CD") return key.replace(/(?<=[0-9]),(?=[0-9])/g, "");
    const exception = exceptions.get(`${xpos} ${key}`);
    if (exception !== undefined) return upos === "PROPN" ? capitalise(exception, form) : exception;
    if (upos === "PROPN") return cutEnding(form, findScript(endings, xpos, key));
    return chooseBase(key, xpos, cutEnding(key, findScript(endings, xpos, key)));
  };
}

interface Script {
  readonly cut: number;
  readonly append: string;
}

function readIrregular(tables: ReadonlyMap<string, Table>): [string, string][] {
  const table = tableOf({ tables }, "language-lemmas");
  const cell = (row: (typeof table.rows)[number], name: string) => cellOf(table, row, name);
  return table.rows.map((row) => [`${cell(row, "xpos")} ${cell(row, "form")}`, cell(row, "lemma")]);
}

function readPairs(weights: Weights, name: string): Map<string, string> {
  const pairs = weights.lines(name).map((line) => line.split("\t") as [string, string]);
  return new Map(pairs);
}

function readScript(script: string): Script {
  const colon = script.indexOf(":");
  return { cut: Number(script.slice(0, colon)), append: script.slice(colon + 1) };
}

function findScript(endings: ReadonlyMap<string, Script>, xpos: string, key: string): Script | undefined {
  for (let size = Math.min(LONGEST_ENDING, key.length); size >= 0; size--) {
    const script = endings.get(`${xpos} ${key.slice(key.length - size)}`);
    if (script) return script;
  }
  return undefined;
}

function cutEnding(form: string, script: Script | undefined): string {
  if (!script || script.cut >= form.length) return form;
  return form.slice(0, form.length - script.cut) + script.append;
}

/** The lemma with the capitals of its form. */
function capitalise(lemma: string, form: string): string {
  if (form.length > 1 && form === form.toUpperCase()) return lemma.toUpperCase();
  return form[0] === form[0]!.toLowerCase() ? lemma : lemma[0]!.toUpperCase() + lemma.slice(1);
}
