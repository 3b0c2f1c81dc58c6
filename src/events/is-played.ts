/** Tells sport and fiction from politics: what is only played is no act. */
import { childrenBy } from "../language/index.js";
import { findSurfaceSubject, hasCase, isPassive } from "./find-subject.js";
import type { FrameView } from "./match-frame.js";

/** How far into a sentence a word of sport counts, in tokens. */
const LONGEST = 40;

/** Whether the sentence is about a game ("Volleyball: Poland defeat Britain") or tells a plot ("The film tells of …"). */
export function isPlayed(view: FrameView, token: number): boolean {
  return isSport(view, token) || isPlot(view, token);
}

function isSport(view: FrameView, token: number): boolean {
  const { first, last } = view.parsed.sentences[view.parsed.sentenceOf[token]!]!;
  const end = Math.min(last, first + LONGEST);
  for (let at = first; at <= end; at++) if (hasClass(view, at, "sport")) return true;
  return false;
}

/** The clause or the one that it hangs from is the film's own, or set "in the film"; a film banned or shown is none. */
function isPlot(view: FrameView, token: number): boolean {
  const { parsed } = view;
  let at = token;
  for (let step = 0; step < LONGEST && at >= 0; step++) {
    const subject = isPassive(parsed, at) ? -1 : findSurfaceSubject(parsed, at, 1);
    const scenes = childrenBy(parsed, at, "obl").filter((phrase) => hasCase(parsed, phrase, "in"));
    if ([subject, ...scenes].some((word) => word >= 0 && hasClass(view, word, "fiction"))) return true;
    at = parsed.head[at]!;
  }
  return false;
}

function hasClass(view: FrameView, token: number, name: string): boolean {
  return view.classesOf(view.parsed.lemma[token]!.toLowerCase()).has(name);
}
