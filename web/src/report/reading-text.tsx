/** The report's text with its marks. The text is hostile: it is shown as text, never as markup. */

import type { Reading, Span } from "../../../src/reading/index.js";
import { memo } from "../components/memo.js";
import { flattenMarks, type Mark, type Piece, shareMarks } from "./flatten-marks.js";
import type { ShownStatement } from "./statements-shown.js";

interface Props {
  readonly reading: Reading;
  readonly statements: readonly ShownStatement[];
  readonly marks: readonly Mark[];
  readonly chosen: string | null;
  readonly paragraphs: readonly Span[];
}

export const ReadingText = memo(function ReadingText({ reading, statements, marks, chosen, paragraphs }: Props) {
  const { text } = reading.report;
  const shares = shareMarks(paragraphs, marks);
  const looks = new Map<string, string>([
    ...statements.map(({ id, hue, depth }) => [id, `said sp-${hue} d-${Math.min(depth, 2)}`] as const),
    ...reading.events.map(({ id, quad }) => [id, `v q${quad}${id === chosen ? " on" : ""}`] as const),
  ]);
  return (
    <>
      {paragraphs.map(({ start, end }, i) => (
        <p key={start} dir="auto">
          {flattenMarks(start, end, shares[i] ?? []).map((piece) => (
            <PieceView key={piece.start} text={text} piece={piece} looks={looks} />
          ))}
        </p>
      ))}
    </>
  );
});

const PLAIN: Readonly<Partial<Record<Mark["layer"], string>>> = {
  entity: "e",
  place: "t",
  time: "t",
  term: "w",
  chosen: "role",
};

function PieceView({ text, piece, looks }: { text: string; piece: Piece; looks: ReadonlyMap<string, string> }) {
  const words = text.slice(piece.start, piece.end);
  if (piece.marks.length === 0) return <>{words}</>;
  const names = new Set(piece.marks.map((mark) => PLAIN[mark.layer] ?? looks.get(mark.id) ?? ""));
  // The innermost statement's shade is the one that counts: later marks of the layer lie within earlier ones.
  const saids = [...names].filter((name) => name.startsWith("said"));
  const look = [...[...names].filter((name) => !name.startsWith("said")), saids.at(-1) ?? ""].join(" ").trim();
  const told = piece.marks.filter((mark) => mark.layer !== "statement" && mark.layer !== "chosen");
  const starts = told.find((mark) => mark.layer === "event" && mark.start === piece.start);
  if (told.length === 0) return <span class={look}>{words}</span>;
  const role = told.some((mark) => mark.layer === "event") ? "button" : undefined;
  return (
    <span class={look} data-at={piece.start} data-event={starts?.id} role={role} tabIndex={starts ? 0 : -1}>
      {words}
    </span>
  );
}
