/** The way through the tree from one party to the other: up to where they meet, and down again. */
import { type Parsed, pathToRoot } from "../../language/index.js";
import type { Question } from "./question.js";

export interface TreePath {
  /** From the actor's head upwards, the meeting point left out. */
  readonly up: readonly number[];
  /** Where both ways meet, −1 where they never do. */
  readonly top: number;
  /** From the recipient's head upwards, the meeting point left out. */
  readonly down: readonly number[];
}

/** The path between the parties; the trigger, else the sentence's first word, stands in for one that is not named. */
export function findPath(question: Pick<Question, "parsed" | "actor" | "recipient" | "trigger">): TreePath {
  const { parsed, trigger } = question;
  const from = question.actor?.head ?? Math.max(trigger, 0);
  const to = question.recipient?.head ?? Math.max(trigger, 0);
  return parsed.length === 0 ? { up: [], top: -1, down: [] } : meet(parsed, from, to);
}

function meet(parsed: Parsed, from: number, to: number): TreePath {
  const up = pathToRoot(parsed, from);
  const down = pathToRoot(parsed, to);
  const over = new Set(down);
  const at = up.findIndex((token) => over.has(token));
  if (at < 0) return { up, top: -1, down };
  const top = up[at]!;
  return { up: up.slice(0, at), top, down: down.slice(0, down.indexOf(top)) };
}

/** The words on the way, without the parties' own heads, the trigger among them. */
export function coreOf(path: TreePath, trigger: number): number[] {
  const tops = path.top < 0 ? [] : [path.top];
  const core = [...path.up.slice(1), ...tops, ...path.down.slice(1)];
  return trigger < 0 || core.includes(trigger) ? core : [...core, trigger];
}
