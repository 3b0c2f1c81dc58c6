/** Makes strings of a report safe to print: nothing that steers a terminal or hides from the eye passes. */

/** C0 without the white space, DEL, C1, bidirectional controls: shown as escapes, so that a reader sees the trick. */
const STEERING = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Marks without width that only hide or split words, and all other format characters: dropped. */
const INVISIBLE =
  /\p{Cf}|[\u115f\u1160\u3164\uffa0]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
/** Lone surrogates, private and unassigned code points: nobody knows how they would look. */
const UNKNOWN = /[\p{Cs}\p{Co}\p{Cn}]/gu;
/** More marks upon one letter than any script needs climb over the lines above. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * The words as they may be shown: white space of any kind is one space, a control becomes `\x1b` or `\u202e`, what has
 * no width is dropped, what no font can know is U+FFFD. A no-break space stays.
 */
export function makePrintable(words: string): string {
  return words
    .replace(/[^\S\u00a0\ufeff]+|\x85/g, " ")
    .replace(STEERING, escapeControl)
    .replace(INVISIBLE, "")
    .replace(UNKNOWN, "\ufffd")
    .replace(PILED_MARKS, "$1");
}

function escapeControl(control: string): string {
  const hex = control.charCodeAt(0).toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, "0")}` : `\\u${hex.padStart(4, "0")}`;
}
