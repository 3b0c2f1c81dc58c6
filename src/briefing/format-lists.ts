/** The short lists of a briefing: who calls it what, where and when, what was not understood. */
import { type Mention, type Note, type Place, type Span, type Term, type Time, wordsOf } from "../reading/index.js";
import { formatChain } from "./format-chain.js";
import { formatDate } from "./format-date.js";
import { areSeveral, capitalize, formatNames } from "./format-parties.js";
import { layOut, makeRun, type Page, type Run } from "./layout.js";
import { quoteSpans } from "./quote.js";
import type { Scene } from "./scene.js";

const MAX_LISTED = 12;
const MAX_NOTES = 3;
const LABEL_COLUMNS = 7;

/** `Russia calls “the war” “special military operation”` */
export function formatTerms(scene: Scene, page: Page): string[] {
  return scene.reading.terms.flatMap((term) => {
    const users = formatNames(term.users, scene) ?? "somebody";
    const ending = areSeveral(term.users, scene) ? "" : "s";
    const verb = term.referent ? ` call${ending} ${nameReferent(term.referent, scene)} ` : ` speak${ending} of `;
    const runs = [makeRun(capitalize(users), "strong"), makeRun(verb), makeRun(quote(scene, term.label), "strong")];
    return layOut([...runs, ...tellTermSource(term, users, scene)], { first: 3, rest: 5 }, page);
  });
}

/** The words for it; a pronoun says nothing by itself, so its entity's name: "Sergei Lavrov" for "him". */
function nameReferent(referent: Span, scene: Scene): string {
  const isPronoun = ({ start, end, type }: Mention) =>
    type === "pronoun" && start === referent.start && end === referent.end;
  const meant = scene.reading.entities.filter(({ mentions }) => mentions.some(isPronoun)).map(({ id }) => id);
  return formatNames(meant, scene) ?? quote(scene, referent);
}

/** Who tells of the usage, unless it is the user alone. */
function tellTermSource(term: Term, users: string, scene: Scene): Run[] {
  const innermost = term.statement === null ? undefined : scene.statements.get(term.statement);
  const isOwn = innermost !== undefined && formatNames(innermost.speakers, scene) === users;
  const chain = formatChain(isOwn ? innermost.within : term.statement, scene);
  return chain === null ? [] : [makeRun(` — according to ${chain}`, "faint")];
}

/** A line for places and one for times. */
export function formatWhereWhen(scene: Scene, page: Page): string[] {
  const { places, times, report } = scene.reading;
  const where = places.map((place) => namePlace(place, scene));
  const when = times.map((time) => tellTime(time, report.text));
  return [...formatList("Where", where, page), ...formatList("When", when, page)];
}

/** Notes by kind: the message, and the words it is about. */
export function formatNotes(scene: Scene, page: Page): string[] {
  const kinds = new Map<string, Note[]>();
  for (const note of scene.reading.notes) kinds.set(note.message, [...(kinds.get(note.message) ?? []), note]);
  return [...kinds.values()].flatMap((notes) => layOut(tellNotes(notes, scene), { first: 3, rest: 5 }, page));
}

function tellNotes(notes: readonly Note[], scene: Scene): Run[] {
  const spans = notes.flatMap((note) => (note.span && !holdsWords(note, scene) ? note.span : []));
  const quotes = spans.slice(0, MAX_NOTES).map((span) => quote(scene, span));
  const more = spans.length > MAX_NOTES ? ` and ${spans.length - MAX_NOTES} more` : "";
  const where = quotes.length === 0 ? "" : ` ${quotes.join(", ")}${more}`;
  return [makeRun(notes[0]!.message), makeRun(where, "faint")];
}

/** Whether the message quotes the words itself. */
function holdsWords({ message, span }: Note, scene: Scene): boolean {
  return span !== null && message.includes(wordsOf(scene.reading.report.text, span));
}

function formatList(label: string, items: readonly string[], page: Page): string[] {
  const known = [...new Set(items)];
  if (known.length === 0) return [];
  const more = known.length > MAX_LISTED ? ` · and ${known.length - MAX_LISTED} more` : "";
  const words = known.slice(0, MAX_LISTED).join(" · ") + more;
  const runs = [makeRun(label.padEnd(LABEL_COLUMNS, "\u00a0"), "faint"), makeRun(words)];
  return layOut(runs, { first: 3, rest: 3 + LABEL_COLUMNS }, page);
}

/** "Tunxi, Anhui, China" */
function namePlace(place: Place, scene: Scene): string {
  const country = place.country === null ? null : (scene.words.countries.get(place.country) ?? place.country);
  const isTold = country !== null && place.name.endsWith(country);
  const parts = [place.name, place.admin1, isTold ? null : country].filter((part) => part !== null);
  return [...new Set(parts)].join(", ");
}

/** "Wednesday = 30 Mar 2022", or the words alone where they are the value. */
function tellTime(time: Time, text: string): string {
  const words = wordsOf(text, time)
    .slice(0, 60)
    .replace(/[.,;:]+$/, "");
  if (time.value === null) return `${words} = ?`;
  const value = formatDate(time.value).replace(/ /g, "\u00a0");
  return words === value ? value : `${words} = ${value}`;
}

function quote(scene: Scene, span: Span): string {
  return quoteSpans(scene.reading.report.text, [span], 60);
}
