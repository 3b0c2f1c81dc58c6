/** Sorts words by how they are written, as far as it matters to where sentences end. */

/** What a word can look like; the weights name shapes by these names, `edge` is beyond the paragraph. */
export const SHAPES = {
  edge: 0,
  small: 1,
  capital: 2,
  capitals: 3,
  letter: 4,
  initial: 5,
  title: 6,
  abbreviation: 7,
  number: 8,
  mixed: 9,
  initials: 10,
  stop: 11,
  question: 12,
  shout: 13,
  dots: 14,
  comma: 15,
  semicolon: 16,
  colon: 17,
  dash: 18,
  "open-bracket": 19,
  "close-bracket": 20,
  "open-quote": 21,
  "close-quote": 22,
  quote: 23,
  smiley: 24,
  address: 25,
  rule: 26,
  bullet: 27,
  sign: 28,
  "open-square": 29,
} as const;

export type Shape = (typeof SHAPES)[keyof typeof SHAPES];

const SIGNS: readonly (readonly [RegExp, Shape])[] = [
  [/^[.。．]$/u, SHAPES.stop],
  [/^[?？؟]+$/u, SHAPES.question],
  [/^(?=.*[!?！])[.!?！]+$/u, SHAPES.shout],
  [/^[.…]+$/u, SHAPES.dots],
  [/^[,،]$/u, SHAPES.comma],
  [/^;$/, SHAPES.semicolon],
  [/^:$/, SHAPES.colon],
  [/^(?:-{1,3}|[–—―]+)$/u, SHAPES.dash],
  [/^[({]$/, SHAPES["open-bracket"]],
  [/^\[$/, SHAPES["open-square"]],
  [/^[)\]}]$/, SHAPES["close-bracket"]],
  [/^(?:[“„«‘]|``|‘‘)$/u, SHAPES["open-quote"]],
  [/^(?:[”»’]|’’)$/u, SHAPES["close-quote"]],
  [/^(?:["']|'')$/, SHAPES.quote],
  [/^(?:>?[:;=]['-]?[()DPp/]|\(:|\^_+\^)$/, SHAPES.smiley],
  [/^[-=*~_#<>|+^]{3,}$/, SHAPES.rule],
  [/^[*•·●▪►+>|–#-]$/u, SHAPES.bullet],
];
/** Rarer words, in the order in which they are tried. */
const WORDS: readonly (readonly [RegExp, Shape])[] = [
  [/^\p{Lu}$/u, SHAPES.letter],
  [/^[+-]?[\d.,:/–-]+$/u, SHAPES.number],
  [/^(?:https?:|www\.|mailto:)|@|\.(?:com|org|net|gov|edu)$/i, SHAPES.address],
  [/^[\p{Lu}\p{N}&]+$/u, SHAPES.capitals],
  [/^[\p{Ll}'’`](?=.*\p{N})/u, SHAPES.mixed],
  [/^[\p{Ll}'’`]/u, SHAPES.small],
  [/^\p{Lu}/u, SHAPES.capital],
];

/** The shape of a form; `abbreviations` tells what must follow each. */
export function shapeOf(form: string, abbreviations: ReadonlyMap<string, string>): Shape {
  if (/^\p{Ll}+$/u.test(form)) return SHAPES.small;
  const lettered = /[\p{L}\p{N}]/u.test(form);
  if (!lettered || form.length === 2) {
    const sign = SIGNS.find(([pattern]) => pattern.test(form))?.[1];
    if (sign !== undefined || !lettered) return sign ?? SHAPES.sign;
  }
  if (/^\p{Lu}\p{Ll}+$/u.test(form)) return SHAPES.capital;
  if (form.endsWith(".")) return shapeWithStop(form, abbreviations);
  return WORDS.find(([pattern]) => pattern.test(form))?.[1] ?? SHAPES.mixed;
}

function shapeWithStop(form: string, abbreviations: ReadonlyMap<string, string>): Shape {
  const follow = abbreviations.get(form);
  if (follow) return follow === "capital" || follow === "digit" ? SHAPES.title : SHAPES.abbreviation;
  if (/^\p{Lu}\.$/u.test(form)) return SHAPES.initial;
  return /^\p{L}\./u.test(form) ? SHAPES.initials : SHAPES.abbreviation;
}
