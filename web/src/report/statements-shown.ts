/** Statements as the reading view shows them: who speaks, how deep in the chain, from where to where. */
import type { Reading, Span, Statement } from "../../../src/reading/index.js";
import { nameSpeaker } from "./speaker-name.js";

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
  const counts = new Map<string, Speaker>();
  for (const statement of reading.statements) {
    const { id, name } = nameSpeaker(reading, statement);
    counts.set(id, { id, name, hue: 0, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map((speaker, i) => ({ ...speaker, hue: i < HUES ? i + 1 : 0 }));
}

export function showStatements(reading: Reading, speakers: readonly Speaker[]): ShownStatement[] {
  const byId = new Map(reading.statements.map((statement) => [statement.id, statement]));
  const hues = new Map(speakers.map(({ id, hue }) => [id, hue]));
  return reading.statements.map((statement) => {
    const { id, name } = nameSpeaker(reading, statement);
    return {
      id: statement.id,
      speaker: id,
      hue: hues.get(id) ?? 0,
      depth: depthOf(statement, byId),
      hull: hullOf(statement),
      content: statement.content,
      label: `${name}${NOT_SAYING[statement.act] ?? ""}${listAddressees(reading, statement)}`,
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

function listAddressees(reading: Reading, { addressees }: Statement): string {
  const names = addressees.flatMap((id) => reading.entities.find((one) => one.id === id)?.name ?? []);
  return names.length > 0 ? `, to ${names.join(", ")}` : "";
}
