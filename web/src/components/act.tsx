/** One occurrence as a row: its sentence, what it is, when, and how often it was told. */
import type { ComponentChildren } from "preact";
import type { OccurrenceRow, Sentence } from "../api/types.js";
import { formatActors, formatType } from "../format/acts.js";
import { formatShort } from "../format/dates.js";
import { formatPlural } from "../format/numbers.js";
import { Quote } from "./sentence.js";

interface Props {
  readonly row: OccurrenceRow;
  readonly sentence?: Sentence | null;
  readonly side?: ComponentChildren;
}

export function Act({ row, sentence = row.sentence, side }: Props) {
  const quad = row.quad;
  return (
    <article class={`act q${quad}`}>
      <Quote sentence={sentence} quad={quad} href={`/occurrence/${row.key}`} />
      {side !== undefined && <div class="side num">{side}</div>}
      <p class="meta">
        <span class="dot" />
        <bdi>{formatActors(row.actors)}</bdi>
        {row.recipients.length > 0 && (
          <>
            {" "}
            → <bdi>{formatActors(row.recipients)}</bdi>
          </>
        )}{" "}
        · {formatType(row.type, row.modes)} · <span class="nowrap">{formatShort(row.date)}</span>
        {row.status !== "actual" && <> · {row.status}</>} · {formatTellings(row)}
      </p>
    </article>
  );
}

export function formatTellings(row: OccurrenceRow): string {
  const told = formatPlural(row.tellings, "telling");
  return row.outlets > 1 ? `${told}, ${formatPlural(row.outlets, "outlet")}` : told;
}
