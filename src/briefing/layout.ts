/** Lays styled words out in lines of a given width; the one place where strings become printable and get colour. */
import { letterWidth } from "./display-width.js";
import { makePrintable } from "./printable.js";

/** How words look where colour is asked; without colour all look the same. */
export type Style = "plain" | "strong" | "faint" | "cooperation" | "conflict" | "doubt";

/** Words of one style. They may hold anything: they are made printable when they are laid out. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** Where the lines of a block begin: columns before the first, and before the others. */
export interface Indent {
  readonly first: number;
  readonly rest: number;
}

export interface Page {
  /** Columns of a line. */
  readonly width: number;
  readonly colour: boolean;
}

const CODES: Readonly<Record<Style, string>> = {
  plain: "",
  strong: "1",
  faint: "2",
  cooperation: "36",
  conflict: "31",
  doubt: "33",
};

/** Columns below which words are not squeezed to make room beside them. */
const NARROW = 24;

export function makeRun(text: string, style: Style = "plain"): Run {
  return { text, style };
}

/** The lines of a block: words wrapped at spaces, a word longer than a line cut. No words, no lines. */
export function layOut(runs: readonly Run[], indent: Indent, page: Page): string[] {
  return wrapRuns(runs, indent, page.width).map((line) => paintLine(line, page.colour));
}

/**
 * The same with `end` flush right on the last line. Where it does not fit there the words are wrapped narrower, so that
 * it stands beside some of them; in a page too narrow for that, below them.
 */
export function layOutWithEnd(runs: readonly Run[], end: readonly Run[], indent: Indent, page: Page): string[] {
  const [tail] = wrapRuns(end, { first: 0, rest: 0 }, page.width - indent.rest);
  if (!tail) return layOut(runs, indent, page);
  const taken = widthOf(tail.letters);
  const room = (line: Line | undefined) => page.width - (line ? line.indent + widthOf(line.letters) : 0) - taken;
  const wide = wrapRuns(runs, indent, page.width);
  const narrow = Math.max(page.width - taken - 2, NARROW);
  const lines = room(wide.at(-1)) >= 2 ? wide : wrapRuns(runs, indent, narrow);
  const last = room(lines.at(-1)) >= 2 ? lines.pop() : undefined;
  const start = last ?? { indent: page.width - taken, letters: [] };
  const gap = blankLetters(Math.max(0, room(start)));
  const closing = { indent: start.indent, letters: [...start.letters, ...gap, ...tail.letters] };
  return [...lines, closing].map((line) => paintLine(line, page.colour));
}

interface Line {
  readonly indent: number;
  readonly letters: readonly Letter[];
}

function wrapRuns(runs: readonly Run[], indent: Indent, width: number): Line[] {
  const lines: Line[] = [];
  let letters: Letter[] = [];
  const margin = () => (lines.length === 0 ? indent.first : indent.rest);
  let left = width - margin();
  const breakLine = () => {
    lines.push({ indent: margin(), letters });
    letters = [];
    left = width - margin();
  };
  for (const word of splitWords(runs)) {
    if (letters.length > 0 && 1 + widthOf(word) > left) breakLine();
    const gap = letters.length > 0 ? [{ text: " ", style: sharedStyle(letters.at(-1)!, word[0]!) }] : [];
    for (const letter of [...gap, ...word]) {
      if (letterWidth(letter.text) > left) breakLine();
      letters.push(letter);
      left -= letterWidth(letter.text);
    }
  }
  if (letters.length > 0) breakLine();
  return lines;
}

function blankLetters(count: number): Letter[] {
  return Array.from({ length: count }, () => ({ text: " ", style: "plain" }));
}

interface Letter {
  readonly text: string;
  readonly style: Style;
}

function splitWords(runs: readonly Run[]): Letter[][] {
  const words: Letter[][] = [[]];
  for (const run of runs) {
    for (const text of makePrintable(run.text)) {
      if (text === " ") words.push([]);
      else words.at(-1)!.push({ text: text === "\u00a0" ? " " : text, style: run.style });
    }
  }
  return words.filter((word) => word.length > 0);
}

function widthOf(word: readonly Letter[]): number {
  return word.reduce((sum, letter) => sum + letterWidth(letter.text), 0);
}

function sharedStyle(before: Letter, after: Letter): Style {
  return before.style === after.style ? before.style : "plain";
}

function paintLine(line: Line, colour: boolean): string {
  const margin = " ".repeat(line.indent);
  if (!colour) return margin + line.letters.map((letter) => letter.text).join("");
  let out = margin;
  let style: Style = "plain";
  for (const letter of line.letters) {
    out += switchStyle(style, letter.style) + letter.text;
    style = letter.style;
  }
  return out + switchStyle(style, "plain");
}

function switchStyle(from: Style, to: Style): string {
  if (from === to) return "";
  const close = from === "plain" ? "" : "\x1b[0m";
  return to === "plain" ? close : `${close}\x1b[${CODES[to]}m`;
}
