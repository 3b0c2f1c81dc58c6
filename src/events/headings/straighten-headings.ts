/** Mends the trees of headlines, whose telegraphic style leads a parser that was taught on sentences astray. */
import type { Parsed, Sentence } from "../../language/index.js";
import { cutTail } from "./cut-tail.js";
import { closeDraft, type Draft, type HeadingWords, makeDraft, restoreUnlessTree } from "./draft.js";
import { joinList } from "./join-list.js";
import { namePairs } from "./name-pairs.js";
import { markPassives, raiseInfinitive, raisePast, raiseVerb } from "./raise-verb.js";
import { settleObjects } from "./settle-objects.js";

/** A copy of the text's trees with its headlines mended, and sentences whose only verb was taken for an adjective. */
export function straightenHeadings(parsed: Parsed, words: HeadingWords): Parsed {
  const draft = makeDraft(parsed, words);
  for (const sentence of parsed.sentences) {
    if (sentence.heading) straighten(draft, sentence);
    else raisePast(draft, sentence);
    settleObjects(draft, sentence);
    restoreUnlessTree(draft, sentence);
  }
  return closeDraft(draft);
}

function straighten(draft: Draft, sentence: Sentence): void {
  const end = cutTail(draft, sentence);
  namePairs(draft, sentence, end);
  raiseInfinitive(draft, sentence, end);
  joinList(draft, sentence, end);
  raiseVerb(draft, sentence, end);
  markPassives(draft, sentence, end);
}
