/** For tests: what a reading must be beyond its schema: spans that hold words, ids that lead somewhere, things in order. */
import type { Reading, Span, Statement } from "../src/reading/index.js";

/** Everything that is wrong with a reading, in words; empty for a good one. */
export function findFaults(reading: Reading): string[] {
  return [
    ...findBadSpans(reading),
    ...findBadIds(reading),
    ...findBadReferences(reading),
    ...findBadOrder(reading),
    ...findBadNesting(reading),
    ...findBadNumbers(reading),
  ];
}

interface NamedSpan extends Span {
  readonly what: string;
}

function spansOf(reading: Reading): NamedSpan[] {
  const name = (what: string, span: Span | null) => (span ? [{ what, start: span.start, end: span.end }] : []);
  return [
    ...reading.entities.flatMap((each) => each.mentions.flatMap((span) => name(`${each.id} mention`, span))),
    ...reading.places.flatMap((each) => each.mentions.flatMap((span) => name(`${each.id} mention`, span))),
    ...reading.times.flatMap((each) => name(each.id, each)),
    ...reading.statements.flatMap((each) => [
      ...name(`${each.id} source`, each.source),
      ...name(`${each.id} cue`, each.cue),
      ...each.content.flatMap((span) => name(`${each.id} content`, span)),
    ]),
    ...reading.events.flatMap((each) => [
      ...name(`${each.id} trigger`, each.trigger),
      ...name(`${each.id} evidence`, each.evidence),
      ...each.roles.flatMap((role) => name(`${each.id} ${role.role}`, role.span)),
      ...each.quantities.flatMap((quantity) => name(`${each.id} quantity`, quantity.span)),
    ]),
    ...reading.terms.flatMap((each) => [
      ...name(`${each.id} label`, each.label),
      ...name(`${each.id} referent`, each.referent),
    ]),
    ...reading.notes.flatMap((each) => name(each.code, each.span)),
  ];
}

function findBadSpans(reading: Reading): string[] {
  const { text } = reading.report;
  const splitsPair = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return spansOf(reading).flatMap(({ what, start, end }) => {
    const at = `${what} ${start}-${end}`;
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length)
      return [`${at} leaves the text`];
    if (text.slice(start, end).trim() === "") return [`${at} holds no words`];
    return splitsPair(start) || splitsPair(end) ? [`${at} cuts a letter in two`] : [];
  });
}

const LAYERS = [
  ["entities", "e"],
  ["places", "p"],
  ["times", "t"],
  ["statements", "s"],
  ["events", "v"],
  ["terms", "n"],
] as const;

function findBadIds(reading: Reading): string[] {
  const misnumbered = LAYERS.flatMap(([layer, letter]) =>
    reading[layer].flatMap(({ id }, i) => (id === `${letter}${i + 1}` ? [] : [`${layer}[${i}] has the id ${id}`])),
  );
  const keys = [...reading.statements, ...reading.events, ...reading.terms].map((each) => each.key);
  const lastAt = new Map(keys.map((key, i) => [key, i]));
  const twins = keys.filter((key, i) => lastAt.get(key) !== i || !/^[0-9a-f]{16}$/.test(key));
  return [...misnumbered, ...twins.map((key) => `key ${key} is double or malformed`)];
}

function findBadReferences(reading: Reading): string[] {
  const known = new Set(LAYERS.flatMap(([layer]) => reading[layer].map((each) => each.id)));
  const check = (from: string, letter: string, ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id === null || (id.startsWith(letter) && known.has(id)) ? [] : [`${from} names ${id}`]));
  const kinds: Readonly<Record<string, string>> = { actor: "e", recipient: "e", place: "p", date: "t", due: "t" };
  return [
    ...reading.entities.flatMap((each) => check(each.id, "e", [each.partOf])),
    ...reading.statements.flatMap((each) => [
      ...check(each.id, "e", [...each.speakers, ...each.addressees]),
      ...check(each.id, "s", [each.within]),
    ]),
    ...reading.events.flatMap((each) => [
      ...check(each.id, "e", [...each.actors, ...each.recipients]),
      ...check(each.id, "p", each.places),
      ...check(each.id, "s", [each.statement]),
      ...each.roles.flatMap((role) => check(`${each.id} ${role.role}`, kinds[role.role] ?? "none", [role.ref])),
    ]),
    ...reading.terms.flatMap((each) => [...check(each.id, "e", each.users), ...check(each.id, "s", [each.statement])]),
  ];
}

function findBadOrder(reading: Reading): string[] {
  const ordered = (what: string, starts: readonly (number | undefined)[]) =>
    starts.some((start, i) => start === undefined || start < (starts[i - 1] ?? 0))
      ? [`${what} are not in text order`]
      : [];
  return [
    ...ordered(
      "entities",
      reading.entities.map((each) => each.mentions[0]?.start),
    ),
    ...ordered(
      "places",
      reading.places.map((each) => each.mentions[0]?.start),
    ),
    ...ordered(
      "times",
      reading.times.map((each) => each.start),
    ),
    ...ordered(
      "events",
      reading.events.map((each) => each.trigger.start),
    ),
    ...ordered(
      "terms",
      reading.terms.map((each) => each.label.start),
    ),
    ...[...reading.entities, ...reading.places].flatMap((each) =>
      ordered(
        `mentions of ${each.id}`,
        each.mentions.map((mention) => mention.start),
      ),
    ),
  ];
}

function holds(outer: readonly Span[], inner: Span): boolean {
  return outer.some((span) => span.start <= inner.start && inner.end <= span.end);
}

/** The statements in whose content each trigger starts, by that start; found in one walk, for readings of any length. */
function findTellers({ events, statements }: Reading): Map<number, readonly Statement[]> {
  const contents = statements.flatMap((each) => each.content.map(({ start, end }) => ({ start, end, each })));
  contents.sort((a, b) => a.start - b.start);
  const starts = [...new Set(events.map((each) => each.trigger.start))].sort((a, b) => a - b);
  const tellers = new Map<number, readonly Statement[]>();
  let open: typeof contents = [];
  let next = 0;
  for (const start of starts) {
    while (next < contents.length && contents[next]!.start <= start) open.push(contents[next++]!);
    open = open.filter(({ end }) => end > start);
    tellers.set(start, [...new Set(open.map(({ each }) => each))]);
  }
  return tellers;
}

/** Triggers stand in their evidence and in the content of the statement they name; no statement is within itself. */
function findBadNesting(reading: Reading): string[] {
  const statements = new Map(reading.statements.map((each) => [each.id, each]));
  const tellers = findTellers(reading);
  const events = reading.events.flatMap(({ id, trigger, evidence, statement }) => {
    const told = (tellers.get(trigger.start) ?? []).filter((each) => holds(each.content, trigger));
    return [
      ...(holds([evidence], trigger) ? [] : [`${id}: the trigger is not in the evidence`]),
      ...(statement === null || told.some((each) => each.id === statement)
        ? []
        : [`${id}: not in the content of ${statement}`]),
      ...(statement === null && told.length > 0
        ? [`${id}: the report's own, yet in the content of ${told[0]!.id}`]
        : []),
    ];
  });
  const circles = reading.statements.filter(({ id, within }) => {
    let at = within;
    for (let step = 0; at !== null && at !== id && step <= statements.size; step++)
      at = statements.get(at)?.within ?? null;
    return at !== null;
  });
  return [...events, ...circles.map(({ id }) => `${id} is within itself`)];
}

function findBadNumbers(reading: Reading): string[] {
  const isConfidence = (value: number) => value >= 0 && value <= 1 && Math.round(value * 1000) / 1000 === value;
  const sure = [...reading.statements, ...reading.events].filter((each) => !isConfidence(each.confidence));
  return sure.map((each) => `${each.id}: confidence ${each.confidence}`);
}
