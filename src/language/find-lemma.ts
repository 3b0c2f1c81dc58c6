/** Finds the lemma of a form: a learnt exception, else what its tag and ending say to cut and append. */
import type { Weights } from "./read-weights.js";

const LONGEST_ENDING = 5;

/** The lemma of a form with that UPOS and XPOS; names keep their capitals. */
export type FindLemma = (form: string, upos: string, xpos: string) => string;

export function createLemmas(weights: Weights): FindLemma {
  const endings = new Map([...readPairs(weights, "endings")].map(([key, script]) => [key, readScript(script)]));
  const exceptions = readPairs(weights, "exceptions");
  return (form, upos, xpos) => {
    const key = form.toLowerCase().replace(/[’‘]/g, "'");
    if (xpos === "CD") return key.replace(/(?<=[0-9]),(?=[0-9])/g, "");
    const exception = exceptions.get(`${xpos} ${key}`);
    if (exception !== undefined) return upos === "PROPN" ? capitalise(exception, form) : exception;
    return cutEnding(upos === "PROPN" ? form : key, findScript(endings, xpos, key));
  };
}

interface Script {
  readonly cut: number;
  readonly append: string;
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
