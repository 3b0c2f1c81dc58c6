/** What the routes answer: the types that the API's description is made from. */
import type {
  CountryActs,
  Counts,
  Edge,
  EntityRow,
  EventRow,
  ExplainedMove,
  FoundReport,
  NamedOccurrence,
  NamedParty,
  Outlet,
  PlaceActs,
  PlaceRow,
  Relation,
  Sentence,
  StatementRow,
  TermRow,
  Turn,
} from "../archive/index.js";
import type { Reading } from "../reading/index.js";

export type { ErrorAnswer } from "./errors-as-json.js";

/** A page of a list. */
interface Page<Row> {
  readonly rows: readonly Row[];
  /** For the next page: give it as `cursor`; null where this is the last. */
  readonly next: string | null;
  /** How many there are in all. */
  readonly total: number;
  /** Why there is none: no report of these days was read, or none tells of such a thing; null where there is one. */
  readonly empty: "nothing-read" | "nothing-happened" | null;
}

export interface Status extends Counts {
  readonly engine: string;
  /** What to do where there is no report yet; null where there is one. */
  readonly hint: string | null;
}

/** Names of countries, and of PLOVER's other codes, by code. */
export interface Countries {
  readonly [code: string]: string;
}

export interface ReportHead {
  readonly key: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly events: number;
  readonly statements: number;
  /** Key of the report that this one is a near-copy of. */
  readonly copyOf: string | null;
  readonly snippet: string;
}

export interface ReportPage extends Page<ReportHead> {}
export interface EventPage extends Page<EventRow> {}
export interface StatementPage extends Page<StatementRow> {}
export interface TermPage extends Page<TermRow> {}
export interface EntityPage extends Page<EntityRow> {}
export interface PlacePage extends Page<PlaceRow> {}

export interface ReportAnswer extends FoundReport {}

/** A turn, and the sentence of the act that weighs most in it. */
export interface ToldTurn extends Turn {
  readonly headline: Sentence | null;
}

export interface PairAnswer {
  readonly a: string;
  readonly b: string;
  readonly acts: number;
  readonly tellings: number;
  /** On the last day that the archive has a report of. */
  readonly closeness: number;
  readonly low: number;
  readonly high: number;
  readonly lastTurn: ToldTurn | null;
  /** Closeness at the end of each quarter. */
  readonly spark: readonly number[];
}

export interface PairList {
  readonly rows: readonly PairAnswer[];
}

/** An act of a pair, as the chart shows it. */
export interface ActMark {
  readonly key: string;
  readonly type: string;
  readonly modes: readonly string[];
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
  readonly day: string;
  readonly direction: "forth" | "back" | "both";
  readonly outlets: number;
  readonly tellings: number;
  readonly status: string;
}

/** A publisher that tells of the pair, and of how many acts. */
export interface OutletCount extends Omit<Outlet, "agency"> {
  readonly acts: number;
}

export interface RelationAnswer extends Pick<Relation, "a" | "b" | "settings" | "points" | "line" | "alerts"> {
  readonly turns: readonly ToldTurn[];
  readonly acts: readonly ActMark[];
  /** Half-open spans in which no report on anything was read. */
  readonly coverageGaps: readonly { readonly from: string; readonly until: string }[];
  readonly outlets: readonly OutletCount[];
  readonly empty: "nothing-read" | "nothing-happened" | null;
}

export interface MoveShare {
  readonly occurrence: NamedOccurrence;
  readonly move: number;
  readonly share: number;
  readonly sentence: Sentence | null;
}

export interface WhyAnswer extends Omit<ExplainedMove, "shares"> {
  readonly shares: readonly MoveShare[];
}

export interface TellingAnswer {
  readonly report: string;
  /** Key of the event. */
  readonly event: string;
  readonly claim: "report" | "claimed" | "denied";
  readonly by: readonly string[];
  /** Links between the act and us. */
  readonly chain: number;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly sentence: Sentence | null;
  /** Who says so, the innermost first. */
  readonly claimChain: readonly { readonly speakers: readonly string[]; readonly act: string }[];
  readonly confidence: number;
  readonly rule: string;
}

export interface OccurrenceAnswer {
  readonly occurrence: NamedOccurrence;
  readonly tellings: readonly TellingAnswer[];
}

export interface ActorCount extends NamedParty {
  readonly events: number;
}

export interface Desk {
  /** The latest first. */
  readonly turns: readonly ToldTurn[];
  readonly occurrences: readonly NamedOccurrence[];
  readonly actors: readonly ActorCount[];
  readonly coverage: {
    readonly publishers: readonly string[];
    /** First days of the weeks. */
    readonly weeks: readonly string[];
    /** Reports by publisher and week. */
    readonly counts: readonly (readonly number[])[];
  };
  readonly pairs: readonly PairAnswer[];
}

export interface MapAnswer {
  readonly countries: readonly CountryActs[];
  readonly places: readonly PlaceActs[];
}

export interface NetworkAnswer {
  readonly nodes: readonly { readonly code: string; readonly acts: number }[];
  readonly edges: readonly Edge[];
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
  /** The words around it, and where in them it stands. */
  readonly text: string;
  readonly label: { readonly start: number; readonly end: number };
}

export interface WordsAnswer {
  readonly labels: readonly WordRow[];
  /** Where one label is asked for. */
  readonly uses?: readonly WordUse[];
}

export interface SearchAnswer {
  readonly reports: readonly ReportHead[];
  readonly actors: readonly ActorCount[];
  readonly occurrences: readonly NamedOccurrence[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
}

/** One figure of one scorer, as docs/scores.md had it when the package was built. */
export interface ScoreRow {
  readonly scorer: string;
  readonly figure: string;
  readonly floor: number | null;
  /** As the scorer printed it. */
  readonly now: string;
  /** Where it was taken. */
  readonly commit: string;
}

export interface MethodAnswer {
  readonly engine: string;
  readonly formula: Readonly<Record<string, number>>;
  readonly codebook: readonly {
    readonly type: string;
    readonly gloss: string;
    readonly quad: number;
    readonly score: number;
    readonly modes: readonly string[];
  }[];
  readonly scores: readonly ScoreRow[];
  readonly sources: readonly { readonly name: string; readonly licence: string; readonly use: string }[];
}

export interface ReadingAnswer extends Reading {}

export interface Explanation {
  /** What `chancery explain` prints. */
  readonly lines: readonly string[];
}

/** What became of reports that came in. */
export interface Ingested {
  readonly run: number;
  readonly read: number;
  readonly new: number;
  readonly known: number;
  /** Of the known ones, those with a source that was not there. */
  readonly sources: number;
  readonly failed: number;
  readonly failures: readonly { readonly where: string; readonly code: string; readonly message: string }[];
}

export interface RunStarted {
  readonly run: number;
}

export interface BatchKept {
  readonly new: number;
  readonly known: number;
  readonly sources: number;
  readonly failed: number;
}

/** Answers by name, as the routes name them. */
export interface Answers {
  readonly Status: Status;
  readonly Countries: Countries;
  readonly ReportPage: ReportPage;
  readonly EventPage: EventPage;
  readonly StatementPage: StatementPage;
  readonly TermPage: TermPage;
  readonly EntityPage: EntityPage;
  readonly PlacePage: PlacePage;
  readonly ReportAnswer: ReportAnswer;
  readonly Desk: Desk;
  readonly PairList: PairList;
  readonly RelationAnswer: RelationAnswer;
  readonly WhyAnswer: WhyAnswer;
  readonly OccurrenceAnswer: OccurrenceAnswer;
  readonly MapAnswer: MapAnswer;
  readonly NetworkAnswer: NetworkAnswer;
  readonly WordsAnswer: WordsAnswer;
  readonly SearchAnswer: SearchAnswer;
  readonly MethodAnswer: MethodAnswer;
  readonly ReadingAnswer: ReadingAnswer;
  readonly Explanation: Explanation;
  readonly Ingested: Ingested;
  readonly RunStarted: RunStarted;
  readonly BatchKept: BatchKept;
}
export type AnswerName = keyof Answers;
