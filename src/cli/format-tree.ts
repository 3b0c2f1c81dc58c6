/** Draws the part of a dependency tree that matters: branches that hold a marked word unfold, the others stay on one line. */

import { makePrintable, measureWidth } from "../briefing/index.js";
import { children, type Parsed } from "../language/index.js";

/** First and last token of the words to draw, inclusive. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** What is said beside a token, the one that the tree explains first: "trigger", "actor e1". */
export type Marks = ReadonlyMap<number, string>;

interface TreeRow {
  readonly label: string;
  readonly grammar: string;
  readonly mark: string;
}

/** Node still to be drawn: its own line's lead, and the lead of what hangs under it. */
interface OpenNode {
  readonly token: number;
  readonly lead: string;
  readonly below: string;
}

/** Columns that the words may take before the grammar's column. */
const LABEL_SHARE = 0.6;

/** Lines of the tree over a range of tokens: words, part of speech and relation, and the mark. */
export function formatTree(parsed: Parsed, range: TokenRange, marks: Marks, width: number): string[] {
  const unfolded = findUnfolded(parsed, range, marks);
  const rows: TreeRow[] = [];
  const open: OpenNode[] = findRoots(parsed, range).map((token) => ({ token, lead: "", below: "" }));
  for (let node = open.pop(); node; node = open.pop()) {
    rows.push(makeRow(parsed, node, unfolded.has(node.token) ? null : range, marks));
    if (unfolded.has(node.token)) open.push(...openChildren(parsed, node, range, unfolded));
  }
  return alignRows(rows, width);
}

/** Tokens that have a marked one below them; the first mark's own branch unfolds too, for it is what the tree explains. */
function findUnfolded(parsed: Parsed, range: TokenRange, marks: Marks): ReadonlySet<number> {
  const unfolded = new Set<number>();
  for (const [i, token] of [...marks.keys()].entries()) {
    for (
      let at = i === 0 ? token : parsed.head[token]!;
      isWithin(range, at) && !unfolded.has(at);
      at = parsed.head[at]!
    ) {
      unfolded.add(at);
    }
  }
  return unfolded;
}

/** Tokens of the range that hang on none in it, last first. */
function findRoots(parsed: Parsed, range: TokenRange): number[] {
  const roots: number[] = [];
  for (let token = range.last; token >= range.first; token--) {
    if (!isWithin(range, parsed.head[token]!)) roots.push(token);
  }
  return roots;
}

/** Dependants to draw, last first; a punctuation mark that nobody marked tells nothing. */
function openChildren(parsed: Parsed, node: OpenNode, range: TokenRange, unfolded: ReadonlySet<number>): OpenNode[] {
  const shown = children(parsed, node.token).filter(
    (child) => isWithin(range, child) && (unfolded.has(child) || parsed.deprel[child] !== "punct"),
  );
  const nodes = shown.map((token, i): OpenNode => {
    const isLast = i === shown.length - 1;
    return { token, lead: `${node.below}${isLast ? "└─ " : "├─ "}`, below: `${node.below}${isLast ? "   " : "│  "}` };
  });
  return nodes.reverse();
}

/** A row for the one word, or for the whole branch where `folded` is given. */
function makeRow(parsed: Parsed, node: OpenNode, folded: TokenRange | null, marks: Marks): TreeRow {
  const { token, lead } = node;
  const words = folded ? branchWords(parsed, token, folded) : parsed.form[token]!;
  const mark = marks.get(token);
  return {
    label: lead + makePrintable(words),
    grammar: `${parsed.upos[token]} ${parsed.deprel[token]}`,
    mark: mark === undefined ? "" : `  ◀ ${mark}`,
  };
}

/** Words of a branch in text order; what is passed over between them becomes "…". */
function branchWords(parsed: Parsed, token: number, range: TokenRange): string {
  const found: number[] = [];
  const open = [token];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...children(parsed, next).filter((child) => isWithin(range, child)));
  }
  found.sort((a, b) => a - b);
  while (found.length > 1 && parsed.upos[found[0]!] === "PUNCT") found.shift();
  let words = "";
  let before = -1;
  for (const at of found) {
    const gap = before < 0 ? "" : at === before + 1 ? parsed.text.slice(parsed.end[before]!, parsed.start[at]!) : " … ";
    words += gap + parsed.form[at]!;
    before = at;
  }
  return words;
}

function alignRows(rows: readonly TreeRow[], width: number): string[] {
  const most = Math.max(16, Math.floor(width * LABEL_SHARE));
  const labels = rows.map((row) => shorten(row.label, most));
  const column = Math.max(0, ...labels.map(measureWidth));
  return rows.map(
    (row, i) => `${labels[i]}${" ".repeat(column - measureWidth(labels[i]!))}  ${row.grammar}${row.mark}`,
  );
}

/** Cut to so many columns, with "…" at the end. */
function shorten(words: string, columns: number): string {
  if (measureWidth(words) <= columns) return words;
  let cut = "";
  let used = 1;
  for (const letter of words) {
    used += measureWidth(letter);
    if (used > columns) break;
    cut += letter;
  }
  return `${cut}…`;
}

function isWithin(range: TokenRange, token: number): boolean {
  return range.first <= token && token <= range.last;
}
