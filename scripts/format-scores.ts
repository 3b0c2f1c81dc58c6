/** Writes docs/scores.md, and reads the figures of the last one back from it. */
import type { ScoreRow } from "../src/serve/index.js";

export interface Row {
  readonly scorer: string;
  readonly command: string;
  readonly figure: string;
  readonly floor: number | null;
  /** As the scorer printed it, "–" where it printed none, "failed" where it ended with an error. */
  readonly now: string;
  /** The figure of the run before, empty where there was none. */
  readonly before: string;
  /** Where the figure was taken. */
  readonly commit: string;
  readonly flag: "" | "fell" | "under the floor" | "failed";
}

export type OldFigure = Pick<Row, "now" | "before" | "commit" | "flag">;

const HEAD = ["scorer", "figure", "floor", "now", "before", "commit", "flag"];

/** A figure that takes too long for every run, or a machine of one's own: a row of `bench/figures.tsv`. */
export interface Taken {
  readonly measure: string;
  readonly figure: string;
  readonly floor: string;
  readonly aim: string;
  readonly now: string;
  readonly before: string;
  readonly commit: string;
  /** Load of the machine and whatever else one must know of the run. */
  readonly circumstances: string;
  readonly command: string;
}

const TAKEN = ["measure", "figure", "floor", "aim", "now", "before", "commit", "circumstances"] as const;

/** The page: a table of all figures, the command of each scorer, and the figures that were taken apart. */
export function formatScores(rows: readonly Row[], taken: readonly Taken[] = []): string {
  const cells = rows.map(({ scorer, figure, floor, now, before, commit, flag }) => {
    return [scorer, figure, String(floor ?? ""), now, before, commit, flag];
  });
  const commands = [...new Map(rows.map((row) => [row.scorer, row.command]))];
  return [
    "# Scores",
    "",
    "Made by `npm run scores`. `now` was taken at `commit` (`+` means with uncommitted changes in `src`, `data` or `models`),",
    "`before` in the run before it; what fell or misses its floor is flagged.",
    "The figures are those of the development sets; a rule is never fitted to a sentence of theirs.",
    "",
    ...formatTable([HEAD, ...cells]),
    "",
    "## Commands",
    "",
    'Each script of Python runs with `CHANCERY="node bin/chancery.js" python3 ../shared/bench/…`. Those that take many minutes run only',
    "where their name is given, `npm run scores -- million`. Of a cost the floor is the most that will do.",
    "",
    ...formatTable([["scorer", "command"], ...commands.map(([name, command]) => [name, `\`${command}\``])]),
    "",
    ...(taken.length > 0 ? formatTaken(taken) : []),
  ].join("\n");
}

function formatTaken(taken: readonly Taken[]): string[] {
  const commands = [...new Map(taken.map(({ measure, command }) => [measure, `\`${command}\``]))];
  return [
    "## Taken apart",
    "",
    "What takes long or a quiet machine; `bench/figures.tsv` keeps what the commands below printed.",
    "",
    ...formatTable([TAKEN, ...taken.map((row) => TAKEN.map((name) => row[name]))]),
    "",
    ...formatTable([["measure", "command"], ...commands]),
    "",
  ];
}

/** Figures by `scorer\nfigure`. */
export function readOldFigures(page: string): Map<string, OldFigure> {
  return new Map(
    readCells(page).map(([scorer, figure, , now = "", before = "", commit = "", flag = ""]) => {
      return [`${scorer}\n${figure}`, { now, before, commit, flag: flag as Row["flag"] }];
    }),
  );
}

/** The figures of the page, as the method page shows them. */
export function readFigures(page: string): ScoreRow[] {
  return readCells(page).map(([scorer = "", figure = "", floor = "", now = "", , commit = ""]) => {
    return { scorer, figure, floor: floor === "" ? null : Number(floor), now, commit };
  });
}

/** The cells of each figure's row, as `HEAD` names them. */
function readCells(page: string): string[][] {
  const rows = page.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return rows
    .filter((cells) => cells.length === HEAD.length + 2 && cells[1] !== HEAD[0] && !/^-+$/.test(cells[1] ?? ""))
    .map((cells) => cells.slice(1, -1));
}

/** Lines of a Markdown table with even columns, the head first. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(3, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (row: readonly string[]) => `| ${widths.map((width, i) => (row[i] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(rows[0]!), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.slice(1).map(line)];
}
