/** Whether a clause of running text tells what lies behind the news rather than the news itself. */
import { childrenBy, hasRelation, type Parsed } from "../../language/index.js";
import { formAt, isVerbal } from "./clauses.js";
import { hasTense } from "./find-beside.js";

/** "originally detained", "long opposed": begun or done on a day that nobody tells. */
const EARLIER = ["originally", "initially", "previously", "formerly", "once", "long", "repeatedly", "often"];

/** "members who opposed the deal", "claims that troops had fired", "was originally detained": no day of its own. */
export function isBackground(parsed: Parsed, verb: number): boolean {
  if (isHeading(parsed, verb)) return false;
  if (childrenBy(parsed, verb, "advmod").some((word) => EARLIER.includes(formAt(parsed, word)))) return true;
  const top = firstJoined(parsed, verb);
  return parsed.deprel[top] === "acl:relcl" || isContentOfNoun(parsed, top) || isOfPerfect(parsed, top);
}

/** "has said that he ordered it": said on no day that is told, and done before that. */
function isOfPerfect(parsed: Parsed, verb: number): boolean {
  const head = parsed.head[verb]!;
  if (head < 0 || parsed.xpos[verb] !== "VBD" || !hasRelation(parsed, verb, "ccomp")) return false;
  return childrenBy(parsed, head, "aux").some((aux) => ["has", "have", "'ve", "’ve"].includes(formAt(parsed, aux)));
}

/** "did not criticise him": what the report itself says was not done has no day; what somebody denies has the denial's. */
export function isPlainlyUndone(parsed: Parsed, verb: number): boolean {
  return !isHeading(parsed, verb) && childrenBy(parsed, verb, "aux").some((aux) => formAt(parsed, aux) === "did");
}

function isHeading(parsed: Parsed, token: number): boolean {
  return parsed.sentences[parsed.sentenceOf[token]!]!.heading;
}

/** The first of verbs that are joined: what holds of it holds of all. */
function firstJoined(parsed: Parsed, verb: number): number {
  let at = verb;
  while (parsed.deprel[at] === "conj" && parsed.head[at]! >= 0 && isVerbal(parsed, parsed.head[at]!))
    at = parsed.head[at]!;
  return at;
}

/** "the claim that Oslo paid": told by a noun, of some day before. */
function isContentOfNoun(parsed: Parsed, verb: number): boolean {
  const head = parsed.head[verb]!;
  const isContent = hasRelation(parsed, verb, "ccomp", "acl") && head >= 0 && parsed.upos[head] === "NOUN";
  return isContent && hasTense(parsed, verb) && childrenBy(parsed, verb, "mark").length > 0;
}
