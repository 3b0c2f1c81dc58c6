/** Records as the archive answers with them: the contract's, with their report, code points and words. */
import type { Entity, Event, Place, Statement, Term } from "../reading/index.js";

/** A span with its words. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
  /** The same in code points, as Python and R count. */
  readonly start_cp: number;
  readonly end_cp: number;
  readonly words: string;
}

/** Where a record stands. */
export interface Filed {
  /** Key of its report. */
  readonly report: string;
  /** The report's number in order of arrival; with `n`, the number within the reading, the order of all records. */
  readonly number: number;
  readonly n: number;
  /** Of the report's first source. */
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: string | null;
}

/** Somebody who takes part in an event or statement. */
export interface Party {
  readonly role: "actor" | "recipient" | "claim" | "speaker" | "addressee" | "user";
  /** Entity id within the reading. */
  readonly id: string;
  /** Key of the actor that the entity is, the same in all reports. */
  readonly actor: string;
  readonly name: string;
  readonly country: string | null;
  /** For a claim: 1 for the innermost speaker, 2 for whoever passes that on, and so on; else the place in its list. */
  readonly link: number;
}

type Worded<Record, Spans extends keyof Record> = Omit<Record, Spans> & {
  readonly [Name in Spans]: WordSpanOf<Record[Name]>;
};
type WordSpanOf<Value> = Value extends readonly (infer Item)[]
  ? readonly (Item & WordSpan)[]
  : Value extends null
    ? null
    : WordSpan;

export interface EventRow extends Filed, Worded<Omit<Event, "roles" | "quantities">, "trigger" | "evidence"> {
  readonly roles: readonly (Omit<Event["roles"][number], "span"> & { readonly span: WordSpan })[];
  readonly quantities: readonly (Omit<Event["quantities"][number], "span"> & { readonly span: WordSpan })[];
  /** Actors, recipients, and those who claim it. */
  readonly parties: readonly Party[];
}

export interface StatementRow extends Filed, Worded<Statement, "source" | "cue" | "content"> {
  readonly parties: readonly Party[];
}

export interface TermRow extends Filed, Worded<Term, "label" | "referent"> {
  readonly parties: readonly Party[];
}

export interface EntityRow extends Filed, Worded<Entity, "mentions"> {
  readonly actor: string;
}

export interface PlaceRow extends Filed, Worded<Place, "mentions"> {}

/** Where a report came from. */
export interface SourceRow {
  readonly publisher: string | null;
  readonly url: string | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly fetched: string | null;
  readonly run: number;
}

export interface ReportRow {
  readonly key: string;
  readonly language: string;
  readonly text: string;
  readonly sources: readonly SourceRow[];
  /** Key of the report that this one is a near-copy of. */
  readonly copyOf: string | null;
  readonly engine: string;
  /** Calendar day of publication, of the first source. */
  readonly day: string | null;
  readonly number: number;
}

/** What can be asked for, by its name. */
export interface Records {
  readonly events: EventRow;
  readonly statements: StatementRow;
  readonly terms: TermRow;
  readonly entities: EntityRow;
  readonly places: PlaceRow;
  readonly reports: ReportRow;
}
export type Kind = keyof Records;
