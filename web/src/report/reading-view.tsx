/** The reading view: text with layers, brackets for who speaks, a card in the margin for each event, threads to its roles. */
import { useMemo, useRef } from "preact/hooks";
import type { Reading } from "../../../src/reading/index.js";
import { Tip } from "../components/tip.js";
import { setQuery } from "../url/location.js";
import { Brackets } from "./brackets.js";
import { collectMarks } from "./collect-marks.js";
import { EventMargin, EventSheet } from "./event-margin.js";
import { LayerPanel } from "./layer-panel.js";
import { LAYERS } from "./layers.js";
import { PartLinks } from "./part-links.js";
import { choosePart, contentOf, findParts } from "./parts.js";
import { ReadingText } from "./reading-text.js";
import { moveWithin, useReportKeys, useScrollToChosen } from "./report-keys.js";
import { listSpeakers, type ShownStatement, showStatements } from "./statements-shown.js";
import { Threads } from "./threads.js";
import { useReadingLayout } from "./use-reading-layout.js";
import { type Told, useTold } from "./use-told.js";

interface Props {
  readonly reading: Reading;
  readonly query: URLSearchParams;
  readonly occurrences: Readonly<Record<string, string>>;
  readonly children?: preact.ComponentChildren;
}

export function ReadingView({ reading, query, occurrences, children }: Props) {
  const refs = {
    root: useRef<HTMLDivElement>(null),
    text: useRef<HTMLElement>(null),
    cards: useRef<HTMLOListElement>(null),
  };
  const off = query.get("off") ?? "";
  const shown = useMemo(() => new Set(LAYERS.filter((layer) => !off.split(",").includes(layer))), [off]);
  const asked = query.get("event");
  const chosen = reading.events.find((event) => event.id === asked || event.key === asked) ?? null;
  const id = chosen?.id ?? null;
  const speakers = useMemo(() => listSpeakers(reading), [reading]);
  const statements = useMemo(
    () => (shown.has("statements") ? showStatements(reading, speakers) : []),
    [reading, shown],
  );
  const marks = useMemo(() => collectMarks(reading, shown, chosen), [reading, shown, chosen]);
  const parts = useMemo(() => findParts(reading.report.text), [reading]);
  const index = choosePart(parts, query.get("part"), chosen?.trigger ?? null);
  const part = parts[index]!;
  const seen = useMemo(
    () => contentOf(part, { events: reading.events, statements, marks }),
    [part, reading, statements, marks],
  );
  const { paragraphs } = part;
  const { brackets, threads } = useReadingLayout(refs, { ...seen, paragraphs, chosen });
  // An event brings its part with it; without one the part that is read stays.
  const choose = (event: string | null) =>
    setQuery({ event, part: event === null && index > 0 ? String(index + 1) : null });
  const { told, tell, hush } = useTold(reading, marks);
  useReportKeys(reading, id, shown, choose, refs.cards);
  useScrollToChosen(refs.text, id);
  const press = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-event]") : null;
    if (target?.dataset.event) choose(target.dataset.event === id ? null : target.dataset.event);
    else tell(event);
  };
  const listeners = { onPointerOver: tell, onPointerLeave: hush, onFocusIn: tell, onFocusOut: hush, onClick: press };
  return (
    <div class="reading" ref={refs.root}>
      <LayerPanel reading={reading} shown={shown} speakers={speakers} />
      <article class="report">
        {children}
        <PartLinks index={index} count={parts.length} />
        <section
          class="text"
          ref={refs.text}
          aria-label="Text of the report"
          {...listeners}
          onKeyDown={(event) => moveWithin(event, press)}
        >
          <ReadingText
            reading={reading}
            statements={seen.statements}
            marks={seen.marks}
            chosen={id}
            paragraphs={paragraphs}
          />
          <Brackets brackets={brackets} />
        </section>
        <PartLinks index={index} count={parts.length} />
        <Sayings reading={reading} statements={seen.statements} />
        <Notes reading={reading} />
      </article>
      <EventMargin
        reading={reading}
        events={seen.events}
        chosen={id}
        occurrences={occurrences}
        list={refs.cards}
        onChoose={choose}
      />
      <Threads paths={threads} quad={chosen?.quad ?? 0} />
      {told && <ToldTip told={told} />}
      <EventSheet reading={reading} chosen={id} occurrences={occurrences} onChoose={choose} />
    </div>
  );
}

function ToldTip({ told }: { told: Told }) {
  return (
    <Tip x={told.x} y={told.y}>
      {told.lines.map((line) => (
        <div key={line.title}>
          {line.title}
          <small>{line.detail}</small>
        </div>
      ))}
    </Tip>
  );
}

/** On paper, where no bracket can stand beside lines that break elsewhere: who says what, in a list. */
function Sayings({ reading, statements }: { reading: Reading; statements: readonly ShownStatement[] }) {
  if (statements.length === 0) return null;
  return (
    <section class="sayings paper">
      <h2>Who says what</h2>
      <ul>
        {statements.map(({ id, label, content }) => (
          <li key={id}>
            <b>
              <bdi>{label}</bdi>
            </b>{" "}
            <bdi>{content.map(({ start, end }) => reading.report.text.slice(start, end)).join(" … ")}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notes({ reading }: { reading: Reading }) {
  if (reading.notes.length === 0) return null;
  return (
    <section class="notes">
      <h2>Not understood</h2>
      <ul>
        {reading.notes.map((note, i) => (
          <li key={i}>
            <code>{note.code}</code> {note.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
