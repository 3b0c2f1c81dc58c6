/** Texts of any length in shapes that no report has, but a broken or hostile input may. */

const grow = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const shape = (piece: string) => (length: number) => grow(piece, length);
const GOOD = "The foreign ministers of Peru and Chile met in Lima on Monday and signed a fishing accord. ";

/** Makes a text of about that many bytes, by shape. */
export const hostileShapes: Readonly<Record<string, (length: number) => string>> = {
  "one sentence again": shape(GOOD),
  "one word": shape("a"),
  "one word of capitals": shape("A"),
  digits: shape("7"),
  "digits and commas": shape("7,"),
  spaces: shape(" "),
  "line breaks": shape("\n"),
  "full stops": shape("."),
  "letters and full stops": shape("A."),
  "opening brackets": shape("("),
  "opening quotation marks": shape("“"),
  "straight quotation marks": shape('"'),
  "nested quotations": shape("“Peru accused ‘Chile "),
  "quotations that never close": shape("Peru said “Chile said "),
  hyphens: shape("a-"),
  apostrophes: shape("a'"),
  "one address": (length) => grow(`https://example.org${"/a".repeat(length / 2)}`, length),
  addresses: shape("https://example.org/a/b "),
  "mail addresses": shape("a@b.c "),
  "one mail address": shape("a.b@c."),
  "combining marks": (length) => `e${"\u0301".repeat(length / 2)}`,
  "zero-width signs": shape("a\u200b"),
  "right-to-left overrides": shape("\u202ePeru\u202c "),
  "lone surrogates": shape("\ud83d "),
  "no full stop": shape("Peru and Chile met in Lima while Bolivia accused Ecuador of "),
  names: shape("Peru "),
  "names and commas": shape("Peru, Chile, "),
  "capitals alone": shape("PERU ACCUSES CHILE OF SPYING. "),
  "title case": shape("Ana Torres Of The Foreign Ministry Of "),
  "sayings in sayings": shape("Peru said that "),
  "colons and lines": shape("Peru met Chile. The minister declared:\n"),
  "dashes and lines": shape("- Peru\n"),
  "short lines": shape("Peru\n\n"),
  dates: shape("3 May 2022 "),
  amounts: shape("$2 million and 43 people "),
  pronouns: shape("She told him that they had given it to her. "),
  base64: shape("QmFzZTY0aGVsbG8rd29ybGQ"),
  markup: shape("<p class='a'>Peru &amp; Chile</p> "),
  "another language": shape("两国外长周三在首都举行会谈。"),
};
