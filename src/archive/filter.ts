/** What a question asks for, as conditions over the archive's tables. */
import type { Parameters } from "./query-rows.js";

/** Filters of all questions; those that are left out let everything through, and all that are given must hold. */
export interface Filter {
  /** Country code, or name or key of an actor, that does it; several: any of them. */
  readonly actor?: readonly string[];
  /** To whom. */
  readonly recipient?: readonly string[];
  /** Two countries' codes that deal with one another, in whichever direction. */
  readonly pair?: readonly [a: string, b: string];
  /** Event types: "ASSAULT". */
  readonly type?: readonly string[];
  readonly quad?: readonly number[];
  readonly mode?: readonly string[];
  readonly context?: readonly string[];
  readonly status?: readonly string[];
  /** Country code, or name or key of an actor, in the chain of those who say so; "report" for what the report itself says. */
  readonly claimedBy?: readonly string[];
  /** First day, of the act or, where that has none, of the report: "2022-03-30". */
  readonly since?: string;
  /** Last day. */
  readonly until?: string;
  /** Name, division or country code of where it happened. */
  readonly place?: readonly string[];
  /** Words, "phrases", beginnings* and -words that the report has or has not. */
  readonly text?: string;
  /** Whether near-copies of other reports count; they do by default. */
  readonly copies?: boolean;
  readonly minConfidence?: number;
  /** Key of the report. */
  readonly report?: string;
  /** Name of a publisher of the report. */
  readonly publisher?: readonly string[];
}

type Value = Parameters[string];

/** Conditions joined by AND, and the values of their parameters. */
export class Conditions {
  readonly #parts: string[] = [];
  readonly #values: Record<string, Value>;

  constructor(values: Record<string, Value> = {}) {
    this.#values = values;
  }

  /** Conditions of an inner query: apart from these, with their parameters among the same. */
  nested(): Conditions {
    return new Conditions(this.#values);
  }

  /** A new parameter's name. */
  bind(value: Value): string {
    const name = `p${Object.keys(this.#values).length + 1}`;
    this.#values[name] = value;
    return `$${name}`;
  }

  bindAll(values: readonly (string | number)[]): string {
    return values.map((value) => this.bind(value)).join(", ");
  }

  add(condition: string): void {
    this.#parts.push(condition);
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  get sql(): string {
    return this.#parts.length === 0 ? "TRUE" : this.#parts.map((part) => `(${part})`).join(" AND ");
  }

  get parameters(): Parameters {
    return this.#values;
  }
}

/** Whether a row with columns `actor` and `country` is one of these: by code, by key, or by name. */
export function matchParty(conditions: Conditions, names: readonly string[], table: string): string {
  const codes = names.filter((name) => /^[A-Z]{3}$/.test(name));
  const keys = names.filter((name) => /^[0-9a-f]{16}$/.test(name));
  const words = names.filter((name) => !codes.includes(name) && !keys.includes(name));
  const parts: string[] = [];
  if (codes.length > 0) parts.push(`${table}.country IN (${conditions.bindAll(codes)})`);
  const numbers = keys.map((key) => `${BigInt(`0x${key}`)}::UBIGINT`);
  const known = [
    ...(numbers.length > 0 ? [`key IN (${numbers.join(", ")})`] : []),
    ...words.map((word) => matchName(conditions.bind(word.toLowerCase()))),
  ];
  if (known.length > 0) parts.push(`${table}.actor IN (SELECT actor FROM store.actors WHERE ${known.join(" OR ")})`);
  return `(${parts.join(" OR ")})`;
}

/** An actor's whole name, or a person's surname. */
export function matchName(word: string): string {
  return `(lower(name) = ${word} OR (kind = 'person' AND ends_with(lower(name), ' ' || ${word})))`;
}
