/** What a marked word stands for, in a line or two: the value beside the words. */
import type { Reading } from "../../../src/reading/index.js";
import { formatType } from "../format/acts.js";
import { formatDate } from "../format/dates.js";
import { formatSigned } from "../format/numbers.js";
import type { Mark } from "./flatten-marks.js";

export interface Description {
  readonly title: string;
  readonly detail: string;
}

type Describe = (reading: Reading, id: string, nameOf: (code: string | null) => string) => Description | null;

const DESCRIBE: Readonly<Record<Mark["layer"], Describe>> = {
  event(reading, id) {
    const event = reading.events.find((one) => one.id === id);
    return event
      ? {
          title: formatType(event.type, event.modes),
          detail: `${event.status} · ${formatSigned(event.score)} · press for the reasons`,
        }
      : null;
  },
  entity(reading, id, nameOf) {
    const entity = reading.entities.find((one) => one.id === id);
    if (!entity) return null;
    const role =
      entity.role === null ? "" : [entity.role.title, nameOf(entity.role.of)].filter((part) => part !== "").join(", ");
    const parts = [entity.kind, role, nameOf(entity.country), entity.sectors.join(" ")];
    return {
      title: entity.name,
      detail: [...new Set(parts)].filter((part) => part !== "" && part !== entity.name).join(" · "),
    };
  },
  place(reading, id, nameOf) {
    const place = reading.places.find((one) => one.id === id);
    if (!place) return null;
    const where =
      place.latitude === null || place.longitude === null
        ? "no coordinates"
        : `${place.latitude.toFixed(2)}, ${place.longitude.toFixed(2)}`;
    return {
      title: place.name,
      detail: [place.admin1 ?? "", nameOf(place.country), where, place.precision]
        .filter((part) => part !== "" && part !== place.name)
        .join(" · "),
    };
  },
  time(reading, id) {
    const time = reading.times.find((one) => one.id === id);
    return time
      ? {
          title: time.value === null ? "not resolved" : formatDate(time.value),
          detail: [time.value ?? "", time.grain ?? ""].filter((part) => part !== "").join(" · "),
        }
      : null;
  },
  term(reading, id) {
    const term = reading.terms.find((one) => one.id === id);
    if (!term) return null;
    const users = term.users
      .map((user) => reading.entities.find((one) => one.id === user)?.name)
      .filter((name) => name !== undefined);
    const referent =
      term.referent === null ? "" : ` for “${reading.report.text.slice(term.referent.start, term.referent.end)}”`;
    return {
      title: `a word of ${users.length > 0 ? users.join(", ") : "somebody unnamed"}`,
      detail: `used${referent || " in its own right"}`,
    };
  },
  statement: () => null,
  chosen: () => null,
};

/** The first of the marks, by weight, that has something to tell. */
export function describeMarks(
  reading: Reading,
  marks: readonly Mark[],
  nameOf: (code: string | null) => string,
): Description[] {
  const told = marks.map((mark) => DESCRIBE[mark.layer](reading, mark.id, nameOf)).filter((one) => one !== null);
  return told.reverse();
}
