/** One act as a sentence, with its codes, and the words that show it with whoever says so. */
import type { Event, Quantity, Span } from "../reading/index.js";
import type { Phrase } from "./briefing-words.js";
import { formatChain } from "./format-chain.js";
import { formatDate } from "./format-date.js";
import { areSeveral, capitalize, formatParties } from "./format-parties.js";
import { type Act, isDoubtful } from "./group-events.js";
import { type Indent, layOut, layOutWithEnd, makeRun, type Page, type Run, type Style } from "./layout.js";
import { quoteAround, quoteSpans } from "./quote.js";
import type { Scene } from "./scene.js";

const MARGIN: Indent = { first: 0, rest: 3 };
const QUOTE: Indent = { first: 5, rest: 5 };
const MAX_TELLINGS = 3;
const OBJECT_COLUMNS = 40;
/** What the phrases say for a thing that the report does not name. */
const VAGUE = "something";
/** Longest preposition or article, in letters, that may stand between a trigger and a role: "during the". */
const LEADING_WORD = 11;

/** The sentence and up to three quotes under it. */
export function formatAct(act: Act, scene: Scene, page: Page): string[] {
  const lines = layOutWithEnd(tellAct(act, scene), codesOf(act.main), MARGIN, page);
  const seen = new Set<string>();
  const quotes = act.tellings.flatMap((event): Run[][] => {
    const quote = quoteEvent(event, scene, page);
    const words = quote.map((run) => run.text).join("");
    if (seen.has(words)) return [];
    seen.add(words);
    return [quote];
  });
  for (const quote of quotes.slice(0, MAX_TELLINGS)) lines.push(...layOut(quote, QUOTE, page));
  const more = quotes.length - MAX_TELLINGS;
  if (more > 0) lines.push(...layOut([makeRun(`and told ${more} more times`, "faint")], QUOTE, page));
  return lines;
}

/** The sentence alone, with whoever says so, for background and what comes late; a quote where it leaves a side open. */
export function formatActShort(act: Act, scene: Scene, page: Page): string[] {
  const event = act.main;
  const isOpen = event.actors.length === 0 || tellObject(event, phraseOf(event, scene), scene) === VAGUE;
  const source = isOpen ? [] : tellSource(event, scene);
  const lines = layOutWithEnd([...tellAct(act, scene), ...source], codesOf(event), MARGIN, page);
  return isOpen ? [...lines, ...layOut(quoteEvent(event, scene, page), QUOTE, page)] : lines;
}

function tellAct(act: Act, scene: Scene): Run[] {
  const event = act.main;
  const mark = event.quad <= 2 ? "+" : "−";
  const doubt = isDoubtful(act) ? makeRun("? ", "doubt") : makeRun("\u00a0 ");
  return [
    makeRun(mark, hueOf(event)),
    doubt,
    makeRun(tellSides(event, scene), "strong"),
    makeRun(tellRest(event, scene)),
  ];
}

/** "Russia and China met the United States", in the form that the status asks for. */
function tellSides(event: Event, scene: Scene): string {
  const phrase = phraseOf(event, scene);
  const actors = formatParties(event.actors, scene) ?? "someone";
  const object = tellObject(event, phrase, scene);
  const verb = verbOf(event, phrase, areSeveral(event.actors, scene));
  return capitalize([actors, verb, object, phrase.tail].filter((words) => words.trim() !== "").join(" "));
}

/** "with China"; where nobody is named the words that the act is about, or those after its trigger: “peace talks”. */
function tellObject(event: Event, phrase: Phrase, scene: Scene): string {
  const recipients = formatParties(event.recipients, scene);
  if (recipients !== null) return [phrase.link, recipients].join(" ").trim();
  if (phrase.alone === "") return "";
  const { text } = scene.reading.report;
  const about = event.roles.find((role) => role.role === "about")?.span;
  const object = about ?? (phrase.alone === VAGUE ? findObject(event, text) : null);
  return object === null ? phrase.alone : quoteSpans(text, [object], OBJECT_COLUMNS);
}

/**
 * The words that follow the trigger in its clause: "hegemony" of "we reject hegemony"; null where none do, or where they
 * tell who did it, when or where.
 */
function findObject({ trigger, evidence, roles }: Event, text: string): Span | null {
  const found = /^\s+([^,;:.()\n]{3,200})/u.exec(text.slice(trigger.end, Math.min(evidence.end, trigger.end + 200)));
  if (!found) return null;
  const start = trigger.end + found[0].length - found[1]!.length;
  const words = found[1]!.length > OBJECT_COLUMNS ? found[1]!.split(/ and /u, 1)[0]! : found[1]!;
  const end = start + words.trimEnd().length;
  const isTaken = roles.some(({ span }) => span.start < start + LEADING_WORD && span.end > start);
  return isTaken || end <= start ? null : { start, end };
}

function phraseOf(event: Event, scene: Scene): Phrase {
  const { phrases } = scene.words;
  const bare: Phrase = { past: event.type, base: event.type, link: "", alone: "", tail: "" };
  return phrases.get([event.type, event.modes[0] ?? ""].join(" ").trim()) ?? phrases.get(event.type) ?? bare;
}

function verbOf(event: Event, phrase: Phrase, isPlural: boolean): string {
  if (event.status === "future") return `${isPlural ? "are" : "is"} to ${phrase.base}`;
  if (event.status === "hypothetical") return `may ${phrase.base}`;
  return event.status === "negated" ? `did not ${phrase.base}` : phrase.past;
}

/** ", Tunxi, 30 Mar 2022, due 31 Mar 2022, at least 43 dead" */
function tellRest(event: Event, scene: Scene): string {
  const parties = new Set([...event.actors, ...event.recipients].map((id) => scene.entities.get(id)?.name));
  const place = event.places.flatMap((id) => scene.places.get(id)?.name ?? []).find((name) => !parties.has(name));
  const date = event.date === null ? [] : [keepWhole(formatDate(event.date))];
  const due = event.due === null ? [] : [keepWhole(`due ${formatDate(event.due)}`)];
  const parts = [
    ...(place ? [place] : []),
    ...date,
    ...due,
    ...event.quantities.flatMap((each) => tellQuantity(each) ?? []),
  ];
  return parts.map((part) => `, ${part}`).join("");
}

function tellQuantity(quantity: Quantity): string | null {
  const { low, high, kind, unit } = quantity;
  if (low === null && high === null) return null;
  const noun = kind === "money" ? (unit ?? "") : kind === "other" ? (unit ?? "in number") : kind;
  return `${tellRange(low, high)} ${noun}`.trim();
}

function tellRange(low: number | null, high: number | null): string {
  if (low === null) return `up to ${tellNumber(high!)}`;
  if (high === null) return `at least ${tellNumber(low)}`;
  return low === high ? tellNumber(low) : `${tellNumber(low)}–${tellNumber(high)}`;
}

/** "1,200", "2.5 million": groups of three by comma, whatever the locale. */
function tellNumber(value: number): string {
  if (Math.abs(value) >= 1e9) return `${Math.round(value / 1e7) / 100} billion`;
  if (Math.abs(value) >= 1e6) return `${Math.round(value / 1e4) / 100} million`;
  return String(value).replace(/\d(?=(?:\d{3})+$)/g, "$&,");
}

/** `CONSULT visit 042` */
function codesOf(event: Event): Run[] {
  const codes = [event.type, event.modes.join("+"), event.cameo ?? ""].filter((code) => code !== "").join(" ");
  return [makeRun(codes, hueOf(event))];
}

function quoteEvent(event: Event, scene: Scene, page: Page): Run[] {
  const columns = page.width - QUOTE.first - 8;
  return [
    ...quoteAround(scene.reading.report.text, event.evidence, event.trigger, columns),
    ...tellSource(event, scene),
  ];
}

function tellSource(event: Event, scene: Scene): Run[] {
  const chain = formatChain(event.statement, scene);
  return chain === null ? [] : [makeRun(` — according to ${chain}`, "faint")];
}

function hueOf(event: Event): Style {
  return event.quad <= 2 ? "cooperation" : "conflict";
}

function keepWhole(words: string): string {
  return words.replace(/ /g, "\u00a0");
}
