/** What the HTTP API answers: the names of the contract, as `docs/api.md` and `/api/openapi.json` give them. */
import type { Reading } from "../../../src/reading/index.js";

export interface Status {
  readonly engine: string;
  readonly reports: number;
  readonly events: number;
  readonly statements: number;
  readonly occurrences: number;
  readonly pairs: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly sources: number;
}

export interface ActorRef {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
}

/** A clause that shows an act, with the act's own words in it. */
export interface Sentence {
  readonly report: string;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly text: string;
  readonly trigger: { readonly start: number; readonly end: number } | null;
}

export interface Turn {
  readonly a: string;
  readonly b: string;
  readonly date: string;
  readonly direction: "closer" | "apart";
  readonly size: number;
  readonly confidence: number;
  readonly because: readonly string[];
  readonly headline?: string | Sentence | null;
}

export interface PairRow {
  readonly a: string;
  readonly b: string;
  readonly acts: number;
  readonly tellings: number;
  readonly closeness: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly lastTurn: Turn | null;
  readonly spark: readonly (number | null)[];
}

export type Claim = "report" | "claimed" | "denied";

export interface Telling {
  readonly report: string;
  readonly event: string;
  readonly claim: Claim;
  readonly by: readonly string[];
  readonly chain: number;
}

export interface OccurrenceRow {
  readonly key: string;
  readonly type: string;
  readonly modes: readonly string[];
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  readonly date: string | null;
  readonly dateEnd: string | null;
  readonly places: readonly string[];
  readonly score: number;
  readonly goldstein: number | null;
  readonly status: string;
  readonly outlets: number;
  readonly tellings: readonly Telling[] | number;
  readonly first: string;
  readonly merged: string;
  readonly sentence: Sentence | null;
}

export interface ActorCount {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly events: number;
}

export interface Coverage {
  readonly publishers: readonly string[];
  readonly weeks?: readonly string[];
  readonly days?: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

export interface Desk {
  readonly turns: readonly Turn[];
  readonly occurrences: readonly OccurrenceRow[];
  readonly actors: readonly ActorCount[];
  readonly coverage: Coverage;
  readonly pairs: readonly PairRow[];
}

export interface LinePoint {
  readonly day: string;
  readonly closeness: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface RelationAct {
  readonly key: string;
  readonly type: string;
  readonly modes: readonly string[];
  readonly quad: number;
  readonly score: number;
  readonly day: string;
  readonly direction: "forth" | "back" | "both";
  readonly outlets: number;
  readonly tellings: number;
  readonly status: string;
}

export interface Outlet {
  readonly publisher: string;
  readonly country: string | null;
  readonly owner: string;
  readonly side: string | null;
  readonly acts: number;
}

export interface Relation {
  readonly a: string;
  readonly b: string;
  readonly settings: { readonly halfLife: number; readonly priorActs: number; readonly priorDeviation: number };
  readonly line: readonly LinePoint[];
  readonly turns: readonly Turn[];
  readonly acts: readonly RelationAct[];
  readonly alerts: readonly unknown[];
  readonly coverageGaps: readonly { readonly from: string; readonly until: string }[];
  readonly outlets: readonly Outlet[];
}

export interface Share {
  readonly occurrence: OccurrenceRow;
  readonly move: number;
  readonly share: number;
  readonly sentence: Sentence | null;
}

export interface Why {
  readonly before: number | null;
  readonly after: number | null;
  readonly fading: number | null;
  readonly shares: readonly Share[];
}

export interface TellingView extends Telling {
  readonly publisher: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly sentence: Sentence | null;
  readonly claimChain: readonly { readonly speakers: readonly string[]; readonly act: string }[];
  readonly confidence: number;
  readonly rule: string;
}

export interface OccurrenceView {
  readonly occurrence: OccurrenceRow;
  readonly tellings: readonly TellingView[];
}

export interface Rows<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
  readonly total: number | null;
  readonly empty: "nothing-read" | "nothing-happened" | null;
}

export interface ReportListRow {
  readonly key: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly events: number;
  readonly statements: number;
  readonly copyOf: string | null;
  readonly snippet: string | null;
}

export interface Source {
  readonly publisher: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly title: string | null;
}

export interface ReportView {
  readonly reading: Reading;
  readonly sources: readonly Source[];
  readonly copyOf: string | null;
  readonly copies: readonly string[];
  readonly occurrences: Readonly<Record<string, string>>;
}

export interface MapView {
  readonly countries: readonly {
    readonly code: string;
    readonly acts: number;
    readonly conflict: number;
    readonly cooperation: number;
  }[];
  readonly places: readonly MapPlace[];
}

export interface MapPlace {
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly acts: number;
  readonly quad: readonly [number, number, number, number];
  readonly keys: readonly string[];
}

export interface NetworkView {
  readonly nodes: readonly { readonly code: string; readonly acts: number }[];
  readonly edges: readonly {
    readonly a: string;
    readonly b: string;
    readonly acts: number;
    readonly closeness: number | null;
  }[];
}

export interface WordRow {
  readonly label: string;
  readonly uses: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly users: readonly { readonly name: string; readonly country: string | null; readonly uses: number }[];
  readonly months: readonly { readonly month: string; readonly uses: number }[];
  readonly referents: readonly string[];
}

export interface WordUse {
  readonly report: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly users: readonly string[];
  readonly text: string;
  readonly label: { readonly start: number; readonly end: number };
}

export interface WordsView {
  readonly labels: readonly WordRow[];
  readonly uses?: readonly WordUse[];
}

export interface SearchView {
  readonly reports: readonly ReportListRow[];
  readonly actors: readonly ActorCount[];
  readonly occurrences: readonly OccurrenceRow[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
}

export interface CodebookType {
  readonly type: string;
  readonly gloss: string;
  readonly quad: number;
  readonly score: number;
  readonly modes: readonly string[];
}

export interface MethodView {
  readonly engine: string;
  readonly formula: Readonly<Record<string, number | string>>;
  readonly codebook: readonly CodebookType[];
  readonly scores: readonly Readonly<Record<string, string>>[];
  readonly sources: readonly { readonly name: string; readonly licence: string; readonly use: string }[];
}
