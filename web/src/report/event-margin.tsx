/** The margin: one card for each event, in the order of the text. */
import type { RefObject } from "preact";
import type { Reading } from "../../../src/reading/index.js";
import { EventCard } from "./event-card.js";

interface Props {
  readonly reading: Reading;
  /** Those of its events that are in sight. */
  readonly events: Reading["events"];
  readonly chosen: string | null;
  readonly occurrences: Readonly<Record<string, string>>;
  readonly list: RefObject<HTMLOListElement | null>;
  readonly onChoose: (id: string | null) => void;
}

export function EventMargin({ reading, events, chosen, occurrences, list, onChoose }: Props) {
  return (
    <aside class="margin" aria-label="Events">
      {reading.events.length === 0 && <p class="meta">No act of one upon another was found in this text.</p>}
      <ol class="cards" ref={list}>
        {events.map((event) => (
          <li key={event.id}>
            <EventCard
              reading={reading}
              event={event}
              isOpen={event.id === chosen}
              occurrence={occurrences[event.key]}
              onChoose={() => onChoose(event.id === chosen ? null : event.id)}
            />
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** On a narrow page there is no margin: the chosen event stands at the foot of the screen. */
export function EventSheet({ reading, chosen, occurrences, onChoose }: Omit<Props, "list" | "events">) {
  const event = reading.events.find((one) => one.id === chosen);
  if (!event) return null;
  return (
    <section class="sheet screen" aria-label="The chosen event">
      <button type="button" class="close" onClick={() => onChoose(null)}>
        close
      </button>
      <EventCard
        key={event.id}
        reading={reading}
        event={event}
        isOpen
        occurrence={occurrences[event.key]}
        onChoose={() => onChoose(null)}
      />
    </section>
  );
}
