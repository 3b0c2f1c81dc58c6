/** Statements as the reading view shows them: who speaks, how deep in the chain, from where to where. */
import type { Reading, Span, Statement } from "../../../src/reading/index.js";

export interface ShownStatement {
  readonly id: string;
  readonly speaker: string;
  /** 1 … 4 for the four who speak most, 0 for all others. */
  readonly hue: number;
  /** 0 is said to us; each link of the chain is one more. */
  readonly depth: number;
  /** From the first to the last word of source, cue and content. */
  readonly hull: Span;
  readonly content: readonly Span[];
  readonly label: string;
}

export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly count: number;
}

const HUES = 4;

export function listSpeakers(reading: Reading): Speaker[] {
  const counts = new Map<string, number>();
  for (const { speakers } of reading.statements)
    counts.set(speakers[0] ?? "", (counts.get(speakers[0] ?? "") ?? 0) + 1);
  const names = new Map(reading.entities.map((entity) => [entity.id, entity.name]));
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count], i) => ({ id, count, hue: i < HUES ? i + 1 : 0, name: names.get(id) ?? "somebody unnamed" }));
}

export function showStatements(reading: Reading, speakers: readonly Speaker[]): ShownStatement[] {
  const byId = new Map(reading.statements.map((statement) => [statement.id, statement]));
  const bySpeaker = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const names = new Map(reading.entities.map((entity) => [entity.id, entity.name]));
  return reading.statements.map((statement) => {
    const speaker = bySpeaker.get(statement.speakers[0] ?? "");
    return {
      id: statement.id,
      speaker: statement.speakers[0] ?? "",
      hue: speaker?.hue ?? 0,
      depth: depthOf(statement, byId),
      hull: hullOf(statement),
      content: statement.content,
      label: labelOf(statement, names),
    };
  });
}

/** The chain from the innermost statement outward: who says it, through whom we have it. */
export function chainOf(reading: Reading, id: string | null): Statement[] {
  const byId = new Map(reading.statements.map((statement) => [statement.id, statement]));
  const chain: Statement[] = [];
  for (let at = byId.get(id ?? ""); at !== undefined && !chain.includes(at); at = byId.get(at.within ?? ""))
    chain.push(at);
  return chain;
}

function depthOf(statement: Statement, byId: ReadonlyMap<string, Statement>): number {
  let depth = 0;
  for (let at = byId.get(statement.within ?? ""); at !== undefined && depth < 9; at = byId.get(at.within ?? ""))
    depth += 1;
  return depth;
}

function hullOf({ source, cue, content }: Statement): Span {
  const spans = [source, cue, ...content].filter((span) => span !== null);
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

const NOT_SAYING: Readonly<Record<string, string>> = {
  thinks: " thinks",
  wants: " wants",
  asks: " asks",
  promises: " promises",
  denies: " denies",
  doubts: " doubts",
};

function labelOf(statement: Statement, names: ReadonlyMap<string, string>): string {
  const who = statement.speakers.map((id) => names.get(id)).filter((name) => name !== undefined);
  const to = statement.addressees.map((id) => names.get(id)).filter((name) => name !== undefined);
  const act = NOT_SAYING[statement.act] ?? "";
  return `${who.length > 0 ? who.join(", ") : "somebody unnamed"}${act}${to.length > 0 ? `, to ${to.join(", ")}` : ""}`;
}
