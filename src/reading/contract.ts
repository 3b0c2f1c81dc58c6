/** The contract of a reading: the record that one report becomes. Names are fixed; the JSON Schema is made from this file. */

/** Half-open range in UTF-16 code units of `report.text`: `text.slice(start, end)` is the very words. */
export interface Span {
  /** @minimum 0 @asType integer */
  readonly start: number;
  /** @minimum 0 @asType integer */
  readonly end: number;
}

/** What Chancery makes of one report. */
export interface Reading {
  readonly schema: "chancery/reading@1";
  /** Version, and a hash of the data and weights that coded it: `"chancery 0.1.0+3f9c2ab1"`. */
  readonly engine: string;
  readonly report: Report;
  /** Who is mentioned. */
  readonly entities: readonly Entity[];
  /** Where. */
  readonly places: readonly Place[];
  /** When. */
  readonly times: readonly Time[];
  /** Who says so. */
  readonly statements: readonly Statement[];
  /** Who did what to whom. */
  readonly events: readonly Event[];
  /** Who calls it what. */
  readonly terms: readonly Term[];
  /** What was not understood, and why. */
  readonly notes: readonly Note[];
}

/** The report as it was given; `text` is unchanged to the last code unit. */
export interface Report {
  /** The given id, else `"sha256:"` and the hex digest of the text's UTF-8. */
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 8601 date or date-time; what "Wednesday" is resolved against, by its calendar day as written. */
  readonly published: string | null;
  /** BCP 47: given, else found, `"und"` where it cannot be told. Only English is coded. */
  readonly language: string;
  readonly text: string;
}

export type EntityKind =
  | "state"
  | "government"
  | "person"
  | "igo"
  | "organization"
  | "armed-group"
  | "media"
  | "group"
  | "other";

/** One actor of the report, whatever words name it. */
export interface Entity {
  /** `"e1"`, numbered by first mention. */
  readonly id: string;
  /** Canonical English name: "Russia", "Sergei Lavrov", "Taliban". */
  readonly name: string;
  readonly kind: EntityKind;
  /** ISO 3166-1 alpha-3, `KOS`, or one of PLOVER's international codes; null where the text cannot tell. */
  readonly country: string | null;
  /** PLOVER sector codes, primary first: `["GOV"]`. */
  readonly sectors: readonly string[];
  readonly role: Office | null;
  /** Entity id of what it belongs to: the ministry's state, the spokesman's ministry. */
  readonly partOf: string | null;
  /** Every mention in text order, pronouns and bare roles included. */
  readonly mentions: readonly Mention[];
}

/** An office held: "Foreign Minister" of "RUS". */
export interface Office {
  readonly title: string;
  /** Country code, or the name of the body, or null where the text cannot tell. */
  readonly of: string | null;
}

export interface Mention extends Span {
  readonly type: "name" | "nominal" | "pronoun";
}

/** A place named by the report; "Moscow" the government is an entity instead. */
export interface Place {
  /** `"p1"`, numbered by first mention. */
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly admin1: string | null;
  /** Degrees, WGS 84, five decimals. */
  readonly latitude: number | null;
  /** Degrees, WGS 84, five decimals. */
  readonly longitude: number | null;
  readonly precision: "point" | "city" | "district" | "admin1" | "country" | "region";
  /** GeoNames id where known. */
  readonly geonames: number | null;
  readonly mentions: readonly Span[];
}

export type TimeGrain = "decade" | "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "duration";

/** Words that tell when, and their value. */
export interface Time extends Span {
  /** `"t1"`, in text order. */
  readonly id: string;
  /** ISO 8601, and EDTF where that cannot say it: `2022-03-30`, `2022-33` (first quarter), `201X`, `2021-08/..`, `P2D`. */
  readonly value: string | null;
  readonly grain: TimeGrain | null;
}

export type StatementForm = "direct" | "indirect" | "mixed";
export type StatementAct = "says" | "thinks" | "wants" | "asks" | "promises" | "denies" | "doubts";

/** Somebody said something: source, cue and content (PARC and PolNeAR's idea of attribution). */
export interface Statement {
  /** `"s1"`, in text order. */
  readonly id: string;
  readonly key: string;
  /** Entity ids of whoever says it; several for a joint statement, none where nobody is named. */
  readonly speakers: readonly string[];
  /** The words that name the speakers. */
  readonly source: Span | null;
  /** The words that link: "said", "According to". */
  readonly cue: Span | null;
  /** What is said; more than one span when it is broken up. */
  readonly content: readonly Span[];
  readonly form: StatementForm;
  readonly act: StatementAct;
  /** Entity ids. */
  readonly addressees: readonly string[];
  /** Id of the statement whose content holds this one: the chain we have it through. */
  readonly within: string | null;
  /** Calibrated probability in 0…1. */
  readonly confidence: number;
}

export type EventType =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "CONCEDE"
  | "COOPERATE"
  | "AID"
  | "RETREAT"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT";

export type EventStatus = "actual" | "historical" | "future" | "hypothetical" | "negated";

/** Somebody did something to somebody: a PLOVER 2.0 event. */
export interface Event {
  /** `"v1"`, in text order of the triggers. */
  readonly id: string;
  readonly key: string;
  readonly type: EventType;
  /** PLOVER modes of that type, primary first. */
  readonly modes: readonly string[];
  /** PLOVER contexts: "diplomatic", "military" … */
  readonly contexts: readonly string[];
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
  /** PLOVER conflict–cooperation score, −10…10. */
  readonly score: number;
  /** Nearest CAMEO code: `"042"`. */
  readonly cameo: string | null;
  /** Goldstein value of that code, −10…10. */
  readonly goldstein: number | null;
  /** Entity ids: who does it (all sides where PLOVER says so). */
  readonly actors: readonly string[];
  /** Entity ids: to whom. */
  readonly recipients: readonly string[];
  readonly status: EventStatus;
  /** Day or interval of the act: from the text, or the report's date for an act told as news with no time of its own. */
  readonly date: string | null;
  /** For what is promised, demanded or threatened: the day it is to happen. */
  readonly due: string | null;
  /** Place ids. */
  readonly places: readonly string[];
  /** How many died, marched, were arrested; what it cost. */
  readonly quantities: readonly Quantity[];
  /** The word or words that name the act. */
  readonly trigger: Span;
  /** The clause or sentence that shows it. */
  readonly evidence: Span;
  /** Where the words for each part stand. */
  readonly roles: readonly Role[];
  /** The innermost statement in whose content the trigger stands; null: the report's own. */
  readonly statement: string | null;
  /** Calibrated probability in 0…1. */
  readonly confidence: number;
  /** Name of the rule or model decision, to be looked up with `chancery explain`. */
  readonly rule: string;
}

export interface Role {
  readonly role: "actor" | "recipient" | "place" | "date" | "due" | "status" | "about";
  /** Entity, place or time id; null for "status" and "about". */
  readonly ref: string | null;
  readonly span: Span;
}

export interface Quantity {
  readonly kind: "dead" | "injured" | "arrested" | "displaced" | "participants" | "troops" | "money" | "other";
  readonly low: number | null;
  /** Equal to `low` where one number is given; null for "at least 43". */
  readonly high: number | null;
  /** ISO 4217 for money. */
  readonly unit: string | null;
  readonly span: Span;
}

/** A label that the text marks as somebody's own. */
export interface Term {
  /** `"n1"`, in text order. */
  readonly id: string;
  readonly key: string;
  readonly label: Span;
  /** Entity ids of who uses it. */
  readonly users: readonly string[];
  /** What it names: "the war". */
  readonly referent: Span | null;
  readonly statement: string | null;
}

export type NoteCode =
  | "language-unsupported"
  | "no-published"
  | "time-unresolved"
  | "place-unknown"
  | "country-ambiguous"
  | "actor-unresolved"
  | "quote-unclosed"
  | "text-truncated"
  | "characters-replaced";

/** What was not understood, said rather than swallowed. */
export interface Note {
  readonly code: NoteCode;
  readonly message: string;
  readonly span: Span | null;
}

/** What `engine.read` takes: a text and what is known about it. Null is the same as absent. */
export interface ReportInput {
  readonly text: string;
  readonly id?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly published?: string | null | undefined;
  readonly language?: string | null | undefined;
}
