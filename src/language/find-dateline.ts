/** Finds the dateline that opens a news report, "TUNXI, March 30 (Xinhua) --": no treebank has them, so no network knows. */
import type { WordSpan } from "./split-words.js";

/** Longest dateline, in words with its dash. */
const LONGEST = 14;
/** Fewest words of a sentence after its dateline. */
const FEWEST = 3;
/** Longest name of a place that stands alone before its dash: "RIO DE JANEIRO -". */
const LONGEST_NAME = 4;

/** Number of words of the dateline at a sentence's beginning, its dash included; 0 where there is none. */
export function datelineLength(text: string, words: readonly WordSpan[]): number {
  const forms = words.slice(0, LONGEST).map(({ start, end }) => text.slice(start, Math.min(end, start + 40)));
  if (!/^\p{Lu}{3}|^\p{Lu}\./u.test(forms[0] ?? "")) return 0;
  const dash = forms.findIndex(
    (form, i) => i > 0 && /^(?:--|[-–—])$/.test(form) && words[i]!.start > words[i - 1]!.end,
  );
  if (dash < 0 || words.length - dash - 1 < FEWEST) return 0;
  const before = forms.slice(0, dash);
  const marked = before.includes(",") || before.includes("(");
  const isOne = marked
    ? before.every((form) => /^[\p{Lu}\d,()/.]/u.test(form))
    : before.length <= LONGEST_NAME && before.every(isShouted) && isSentence(text, words.slice(dash + 1));
  return isOne ? dash + 1 : 0;
}

const isShouted = (form: string) => /^[\p{Lu}.'’-]+$/u.test(form);

/** Tells "HANOI - The two met on Monday." from a headline in two halves: a sentence begins large, goes on small and ends. */
function isSentence(text: string, words: readonly WordSpan[]): boolean {
  const body = text.slice(words[0]!.start, words.at(-1)!.end);
  return /^["“‘']?\p{Lu}/u.test(body) && / \p{Ll}+ /u.test(body) && /[.!?]["”’']?$/u.test(body);
}
