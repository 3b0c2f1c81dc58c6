/** Packs the pieces of words by which languages in Latin letters are told apart, from the package `eld`. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = join(import.meta.dirname, "..", "node_modules", "eld", "src");

/** Languages of `eld` that are written in Latin letters; the others are told by their script. */
const LATIN = "az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi yo";

interface Database {
  readonly languages: Readonly<Record<string, string>>;
  /** Scores of a piece by the language's number; less what every piece that a language has is worth. */
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What `eld` takes off each score to save space. */
const BASE_SCORE = 53;

/** The table `report-pieces`: a language a line, its pieces as "piece=score" with a space between, "_" for a word's end. */
export async function compilePieces(): Promise<string> {
  const load = (name: string) => import(pathToFileURL(join(FOLDER, name)).href);
  const { ngramsData } = (await load("ngrams/extrasmall.js")) as { ngramsData: Database };
  const { dictionary } = (await load("dictionary.js")) as { dictionary: readonly string[] };
  const bytes = new Map(
    dictionary.flatMap((sign, byte) => (byte >= 0x80 && sign !== " " ? [[sign, byte] as const] : [])),
  );
  const decode = (piece: string) =>
    piece.replace(/[^a-z']/g, (sign) => (sign === " " ? "_" : String.fromCharCode(bytes.get(sign) ?? 0)));
  const rows = LATIN.split(" ").map((language) => {
    const id = Object.keys(ngramsData.languages).find((key) => ngramsData.languages[key] === language)!;
    const scored = Object.entries(ngramsData.ngrams).flatMap(([piece, scores]) => {
      const score = scores[id];
      return score === undefined ? [] : [`${decode(piece)}=${score + BASE_SCORE}`];
    });
    return `${language}\t${scored.sort().join(" ")}`;
  });
  return `language\tpieces\n${rows.join("\n")}\n`;
}
