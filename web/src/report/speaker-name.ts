/** Who makes a statement, in words: the entities that speak, else the words that name the source, else nobody's name. */
import type { Reading, Statement } from "../../../src/reading/index.js";
import { formatList } from "../format/acts.js";

export interface SpeakerName {
  /** The same for all statements of the same speaker. */
  readonly id: string;
  readonly name: string;
}

export const UNNAMED = "somebody unnamed";
/** Letters of a source's own words that are shown before they are cut. */
const LONGEST = 60;

export function nameSpeaker(reading: Reading, { speakers, source }: Statement): SpeakerName {
  const names = speakers.flatMap((id) => reading.entities.find((one) => one.id === id)?.name ?? []);
  if (names.length > 0) return { id: speakers[0] ?? "", name: formatList(names) };
  if (source === null) return { id: "", name: UNNAMED };
  const words = reading.report.text.slice(source.start, source.end).replace(/\s+/g, " ").trim();
  return { id: `“${words.toLowerCase()}”`, name: `“${cut(words)}”` };
}

/** Whole words of a text, with a mark where some are left out. */
function cut(words: string): string {
  if (words.length <= LONGEST) return words;
  const end = words.lastIndexOf(" ", LONGEST);
  return `${words.slice(0, end > 0 ? end : LONGEST)} …`;
}
