/** A relation in words for a terminal. */
import type { ExplainedMove, Relation } from "../../archive/index.js";
import { makePrintable } from "../../briefing/index.js";
import { formatTable } from "./table.js";

type NameOf = (code: string) => string;

/** Columns of the bar that stands for −10…10. */
const BAR = 21;

const sign = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;

/** The points as a table with a bar each, the turns and the alerts below. */
export function formatRelation(relation: Relation, nameOf: NameOf): readonly string[] {
  const { a, b, acts, points, turns, alerts } = relation;
  const tellings = acts.reduce((sum, act) => sum + act.tellings.length, 0);
  const head = `${nameOf(a)} and ${nameOf(b)}: ${count(acts.length, "act")} in ${count(tellings, "telling")}`;
  return [head, "", ...pointLines(points), ...turnLines(turns), ...alertLines(alerts)];
}

function pointLines(points: Relation["points"]): readonly string[] {
  return formatTable(
    points,
    [
      { head: "from", cell: ({ from }) => from, most: 10 },
      { head: "acts", cell: ({ events }) => String(events), most: 6, align: "right" },
      { head: "talk+", cell: ({ quad }) => blank(quad[0]), most: 6, align: "right" },
      { head: "deed+", cell: ({ quad }) => blank(quad[1]), most: 6, align: "right" },
      { head: "talk-", cell: ({ quad }) => blank(quad[2]), most: 6, align: "right" },
      { head: "deed-", cell: ({ quad }) => blank(quad[3]), most: 6, align: "right" },
      { head: "close", cell: ({ closeness }) => (closeness === null ? "" : sign(closeness)), most: 6, align: "right" },
      { head: "90 %", cell: formatInterval, most: 13 },
      { head: `${"apart".padEnd(8)}0${"closer".padStart(10)}`, cell: formatBar, most: BAR },
    ],
    200,
  );
}

const blank = (value: number) => (value === 0 ? "" : String(value));

function formatInterval({ low, high, coverage }: Relation["points"][number]): string {
  if (coverage === "none") return "nothing read";
  return low === null || high === null ? "" : `${sign(low)} ${sign(high)}`;
}

function formatBar({ closeness, coverage }: Relation["points"][number]): string {
  if (closeness === null) return coverage === "none" ? "" : "·";
  const middle = (BAR - 1) / 2;
  const at = middle + Math.round((closeness / 10) * middle);
  const cells: string[] = Array.from({ length: BAR }, (_, i) => (i === middle ? "|" : " "));
  for (let i = Math.min(at, middle); i <= Math.max(at, middle); i += 1) cells[i] = i === middle ? "|" : "=";
  return cells.join("");
}

function turnLines(turns: Relation["turns"]): readonly string[] {
  if (turns.length === 0) return ["", "No turn."];
  const lines = turns.map(({ date, direction, size, confidence, because }) => {
    const acts = because.slice(0, 3).join(" ");
    return `  ${date}  ${direction.padEnd(6)}  ${sign(size).padStart(5)}  p ${confidence.toFixed(2)}  ${acts}`;
  });
  return ["", "Turns, and the occurrences that made them:", ...lines];
}

const CLASSES = ["", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

function alertLines(alerts: Relation["alerts"]): readonly string[] {
  if (alerts.length === 0) return [];
  const lines = alerts.map(
    ({ quad, observed, expected }) =>
      `  ${observed} acts of ${CLASSES[quad]} in 28 days; ${expected.toFixed(1)} are usual`,
  );
  return ["", "Unusual now:", ...lines];
}

/** The sentences that moved the line, each with its move, share and source. */
export function formatMove(move: ExplainedMove, nameOf: NameOf, width: number): readonly string[] {
  const { a, b, from, until, before, after, fading, shares } = move;
  const head = `${nameOf(a)} and ${nameOf(b)}, ${from} to ${until}: ${sign(before)} to ${sign(after)}`;
  const faded = `${sign(fading)} of it because older acts weigh less`;
  if (shares.length === 0) return [head, faded, "", "Nothing that was read of these days moved the line."];
  const lines = shares.flatMap(({ day, move: moved, share, act, sentence }) => {
    const figures = `${sign2(moved).padStart(6)}  ${String(Math.round(share * 100)).padStart(3)} %  ${day}  `;
    const outlets = count(act.tellings.length, "telling");
    const source = sentence?.publisher == null ? "" : `, ${sentence.publisher} ${sentence.published ?? ""}`;
    const words = sentence === null ? "" : sentence.text;
    return [cut(`${figures}${words}`, width), cut(`                ${act.type}, ${outlets}${source}`, width)];
  });
  return [head, faded, "", ...lines];
}

const sign2 = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

function cut(words: string, width: number): string {
  const plain = makePrintable(words).replace(/\s+/g, " ");
  const indent = /^ */.exec(words)![0];
  const line = indent + plain.trim();
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
