/** Mends the trees of headlines, whose telegraphic style leads a parser that was taught on sentences astray. */
import type { Parsed } from "../../language/index.js";
import { cutTail } from "./cut-tail.js";
import { closeDraft, type HeadingWords, makeDraft, restoreUnlessTree } from "./draft.js";
import { joinList } from "./join-list.js";
import { raiseInfinitive, raiseVerb } from "./raise-verb.js";

/** A copy of the text's trees with its headlines mended; the same trees where there is no headline. */
export function straightenHeadings(parsed: Parsed, words: HeadingWords): Parsed {
  const headings = parsed.sentences.filter((sentence) => sentence.heading);
  if (headings.length === 0) return parsed;
  const draft = makeDraft(parsed, words);
  for (const sentence of headings) {
    const end = cutTail(draft, sentence);
    raiseInfinitive(draft, sentence, end);
    joinList(draft, sentence, end);
    raiseVerb(draft, sentence, end);
    restoreUnlessTree(draft, sentence);
  }
  return closeDraft(draft);
}
