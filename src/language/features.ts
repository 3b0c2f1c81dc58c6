/** What the network sees of a word: its number, hashed affixes and how it is written. `training/features.py` mirrors it. */

/** The first rows of the word table. */
export const UNKNOWN = 1;
export const ROOT = 2;

const AFFIX_BUCKETS = 16384;
/** Lengths of the hashed affixes, one slot each: prefixes positive, suffixes negative. */
const AFFIX_SLOTS = [1, 2, 3, -1, -2, -3, -4, -5] as const;

const CASINGS = 3;

/** The key under which a form is looked up: lower case, digits as 0, typographic quotes and dashes plain. */
export function normalForm(form: string): string {
  return form
    .toLowerCase()
    .replace(/[0-9]/g, "0")
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/–/g, "-")
    .replace(/—/g, "--");
}

/** Buckets of a normal form's affixes, in slot order. */
export function affixesOf(normal: string): number[] {
  const letters = normal.length > 16 ? endsOf(normal) : Array.from(normal);
  return AFFIX_SLOTS.map((length, slot) => {
    const piece = length > 0 ? letters.slice(0, length) : letters.slice(length);
    return hashAffix(slot, piece.join(""));
  });
}

/** Enough of a long form's code points for all affixes; cut where no pair of surrogates is broken. */
function endsOf(normal: string): string[] {
  return [...Array.from(normal.slice(0, 6)).slice(0, 3), ...Array.from(normal.slice(-11)).slice(-5)];
}

/** FNV-1a over the slot number and the UTF-16 units, folded into 1 … AFFIX_BUCKETS − 1. */
function hashAffix(slot: number, affix: string): number {
  let hash = Math.imul(0x811c9dc5 ^ slot, 0x01000193);
  for (let i = 0; i < affix.length; i++) hash = Math.imul(hash ^ affix.charCodeAt(i), 0x01000193);
  return 1 + ((((hash >>> 0) ^ (hash >>> 15)) >>> 0) % (AFFIX_BUCKETS - 1));
}

/** How a form is written. */
const pattern = {
  lower: 0,
  title: 1,
  capital: 2,
  capitals: 3,
  mixed: 4,
  digits: 5,
  digitsAndLetters: 6,
  number: 7,
  sign: 8,
  signs: 9,
} as const;

/** How a form's first 64 units are written. */
export function patternOf(form: string): number {
  const points = Array.from(form.length > 64 ? form.slice(0, 64) : form);
  const digits = points.filter((point) => point >= "0" && point <= "9").length;
  const letters = points.filter((point) => point.toLowerCase() !== point.toUpperCase());
  if (letters.length === 0) return patternOfSigns(digits, points.length);
  if (digits > 0) return pattern.digitsAndLetters;
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  if (capitals === 0) return pattern.lower;
  if (capitals === letters.length) return capitals === 1 ? pattern.capital : pattern.capitals;
  return capitals === 1 && points[0] !== points[0]!.toLowerCase() ? pattern.title : pattern.mixed;
}

function patternOfSigns(digits: number, points: number): number {
  if (digits > 0) return digits === points ? pattern.digits : pattern.number;
  return points === 1 ? pattern.sign : pattern.signs;
}

/** How a sentence is written: 0 plain, 1 most longer words begin with a capital, 2 most are capitals alone. */
function casingOf(forms: readonly string[], patterns: readonly number[]): number {
  let words = 0;
  let shouted = 0;
  let raised = 0;
  for (const [i, form] of forms.entries()) {
    const written = patterns[i]!;
    if (written > pattern.mixed || written === pattern.capital || codePointsExceed(form, 3) === false) continue;
    words++;
    if (written === pattern.capitals) shouted++;
    if (written !== pattern.lower) raised++;
  }
  if (words < 2) return 0;
  if (shouted * 10 >= words * 7) return 2;
  return raised * 10 >= words * 8 ? 1 : 0;
}

function codePointsExceed(form: string, count: number): boolean {
  return form.length > 2 * count || Array.from(form).length > count;
}

/** Row of the shape table of each word of a sentence, given the words' patterns; row 0 is the root's. */
export function shapesOf(forms: readonly string[], patterns: readonly number[]): number[] {
  const casing = casingOf(forms, patterns);
  return patterns.map((written, i) => 1 + (written * CASINGS + casing) * 2 + (i === 0 ? 1 : 0));
}
