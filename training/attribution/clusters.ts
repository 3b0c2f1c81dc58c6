/** Classes of words: as `learn_clusters.py` writes them, or out of weights that were learnt with them. */
import { readFileSync } from "node:fs";
import { wordNumber } from "../../src/statements/judge/feature-list.js";
import { readJudgeModel } from "../../src/statements/judge/judge-model.js";

/** Fine class times 256 plus coarse class, each counted from 1, by number of the word. */
export function readClasses(path: string): ReadonlyMap<number, number> {
  if (path.endsWith(".bin")) return readJudgeModel(readFileSync(path)).classes;
  const lines = readFileSync(path, "utf8").trimEnd().split("\n").slice(1);
  return new Map(
    lines.map((line) => {
      const [word, fine, coarse] = line.split("\t");
      return [wordNumber(word!), (Number(fine) + 1) * 256 + Number(coarse) + 1];
    }),
  );
}
