/** Folds a place name to the key that the gazetteer is sorted by: ASCII lower case, single spaces, no marks. */

/** Letters that Unicode does not take apart into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  ß: "ss",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  ə: "a",
};

/** "St. Petersburg" and "Saint Petersburg" give "st petersburg", "Donets’k" gives "donetsk"; "" where no Latin letter is left. */
export function foldName(name: string): string {
  if (/^[a-z]+$/i.test(name)) return name.toLowerCase();
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[̀-ͯ'’‘`ʼʻʿʾ]/g, "")
    .replace(/[łøßđıæœþðə]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/\bsaint\b/g, "st")
    .replace(/\bmount\b/g, "mt")
    .replace(/\bfort\b/g, "ft");
}

const ARTICLE = /^(?:al|ar|as|ash|ad|adh|at|ath|an|az|el|er|es|esh|ed|et|en|ez) (?=[a-z])/;

/** The name without the Arabic article: "raqqah" for "ar raqqah". */
export function dropArticle(folded: string): string {
  return folded.replace(ARTICLE, "");
}
