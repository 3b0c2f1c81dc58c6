/** One event in the margin: shut, who does what to whom; open, who claims it, when, how sure, and why. */
import { useState } from "preact/hooks";
import type { Event, Reading } from "../../../src/reading/index.js";
import { postJson } from "../api/client.js";
import { asFault } from "../api/use-api.js";
import { formatList, formatType } from "../format/acts.js";
import { formatDate, formatShort } from "../format/dates.js";
import { formatSigned, formatSure } from "../format/numbers.js";
import { nameSpeaker } from "./speaker-name.js";
import { chainOf } from "./statements-shown.js";

interface Props {
  readonly reading: Reading;
  readonly event: Event;
  readonly isOpen: boolean;
  readonly occurrence: string | undefined;
  readonly onChoose: () => void;
}

export function EventCard({ reading, event, isOpen, occurrence, onChoose }: Props) {
  const namesOf = (ids: readonly string[]) =>
    formatList([...new Set(ids.map((id) => reading.entities.find((one) => one.id === id)?.name ?? id))]);
  const [from, to] = [namesOf(event.actors), namesOf(event.recipients)];
  return (
    <div class={`card q${event.quad}${isOpen ? " on" : ""}`}>
      <button type="button" class="card-head" aria-expanded={isOpen} onClick={onChoose}>
        <span class="card-who">
          <bdi>{from || "somebody"}</bdi>
          {to !== "" && (
            <>
              {" "}
              → <bdi>{to}</bdi>
            </>
          )}
        </span>
        <span class="card-type">{formatType(event.type, event.modes)}</span>
      </button>
      {isOpen ? (
        <OpenCard reading={reading} event={event} occurrence={occurrence} />
      ) : (
        <p>{shortLine(reading, event)}</p>
      )}
    </div>
  );
}

/** Where, when, whose word: what a shut card has room for. */
function shortLine(reading: Reading, event: Event): string {
  const place = reading.places.find((one) => one.id === event.places[0])?.name;
  const due = event.due === null ? null : `due ${formatShort(event.due)}`;
  const date = event.date === null ? null : formatShort(event.date);
  const claim =
    event.statement === null ? "the report’s own word" : `claimed by ${claimants(reading, event)[0] ?? "somebody"}`;
  const status = event.status === "actual" ? null : event.status;
  return [place, due ?? date, status, claim].filter((part) => part !== undefined && part !== null).join(" · ");
}

function claimants(reading: Reading, event: Event): string[] {
  return chainOf(reading, event.statement).map((statement) => nameSpeaker(reading, statement).name);
}

function OpenCard({ reading, event, occurrence }: { reading: Reading; event: Event; occurrence: string | undefined }) {
  const chain = claimants(reading, event);
  const { text } = reading.report;
  return (
    <>
      <p class="card-quote">
        <bdi>“{text.slice(event.evidence.start, event.evidence.end)}”</bdi>
      </p>
      <dl>
        <Pair name={event.status === "negated" ? "denied by" : "claimed by"}>
          {chain.length === 0 ? "the report itself" : <bdi>{chain.join(", as told by ")}</bdi>}
        </Pair>
        <Pair name="status">{event.status}</Pair>
        {event.date !== null && <Pair name="date">{formatDate(event.date)}</Pair>}
        {event.due !== null && <Pair name="due">{formatDate(event.due)}</Pair>}
        {event.places.length > 0 && (
          <Pair name="where">
            <bdi>{formatList(event.places.map((id) => reading.places.find((one) => one.id === id)?.name ?? id))}</bdi>
          </Pair>
        )}
        {event.quantities.length > 0 && (
          <Pair name="how many">
            {event.quantities.map((one) => `${text.slice(one.span.start, one.span.end)} (${one.kind})`).join(", ")}
          </Pair>
        )}
        {event.contexts.length > 0 && <Pair name="context">{event.contexts.join(", ")}</Pair>}
        <Pair name="score">
          <span class="num">{formatSigned(event.score)}</span>{" "}
          <span class="meta">
            {event.cameo !== null && `CAMEO ${event.cameo}`}
            {event.goldstein !== null && `, Goldstein ${formatSigned(event.goldstein)}`}
          </span>
        </Pair>
        <Pair name="sure">
          <span class="bar">
            <i style={{ width: `${event.confidence * 100}%` }} />
          </span>{" "}
          &nbsp;{formatSure(event.confidence)}
        </Pair>
        <Pair name="why">
          <code>{event.rule}</code>
        </Pair>
      </dl>
      <Explanation reading={reading} event={event} />
      {occurrence !== undefined && (
        <a class="card-link screen" href={`/occurrence/${occurrence}`} data-occurrence>
          all tellings of it
        </a>
      )}
    </>
  );
}

function Pair({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Explanation({ reading, event }: { reading: Reading; event: Event }) {
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const [isAsked, setAsked] = useState(false);
  const ask = () => {
    const { text, published } = reading.report;
    postJson<{ lines: string[] }>("/api/explain", { text, published, event: event.id })
      .then((answer) => setLines(answer.lines))
      .catch((cause: unknown) => setLines([asFault(cause).message]));
  };
  const explain = () => {
    if (!isAsked) ask();
    setAsked(!isAsked);
  };
  return (
    <>
      <button type="button" class="card-link screen" data-explain aria-expanded={isAsked} onClick={explain}>
        {isAsked ? "hide the explanation" : "explain"}
      </button>
      {isAsked && (
        <pre class="explanation" tabIndex={0}>
          {lines === null ? "…" : lines.join("\n")}
        </pre>
      )}
    </>
  );
}
