/** An open archive: what can be asked of it and, where it is open to write, what can be put in. */
import type { TellingPair } from "../occurrences/index.js";
import type { Reading, ReportInput } from "../reading/index.js";
import { type Coverage, type CoverageQuestion, findCoverage, findRead, type Read } from "./coverage.js";
import { closeDatabase, type Database } from "./database.js";
import { explainFailure } from "./explain-failure.js";
import type { Filter } from "./filter.js";
import { findReading } from "./find-reading.js";
import { countRecords, findRecords, type Paging } from "./find-records.js";
import { demandQuestion } from "./guard-query.js";
import { countUngathered, type Gathering, gatherArchive, type Scope } from "./occurrences/gather-archive.js";
import { keepDecision } from "./occurrences/keep-decision.js";
import { type NamedOccurrence, showOccurrences } from "./occurrences/show-occurrences.js";
import { type Counts, countAll } from "./overview/count-all.js";
import { type BusyActor, busiestActors, newestActs, type WeeklyCoverage, weeklyCoverage } from "./overview/desk.js";
import { findActors, findActsTold } from "./overview/find-named.js";
import {
  countParts,
  type FoundReport,
  findKeysLike,
  findReport,
  findReportRows,
  type Parts,
} from "./overview/find-report.js";
import {
  type CountryActs,
  countCountries,
  countPlaces,
  type Days,
  type Edge,
  findEdges,
  type PlaceActs,
} from "./overview/world.js";
import { type Asked, type Parameters, type PlainRow, streamRows } from "./query-rows.js";
import type { Kind, Records, ReportRow } from "./records.js";
import { allPairs, busiestPairs, latestTurns, type PairRow, type PairSummary } from "./relations/all-pairs.js";
import { askRelation, type Relation, type RelationOptions, type Turn } from "./relations/ask-relation.js";
import { type ExplainedMove, explainRelation } from "./relations/explain-relation.js";
import { findSentences, type Sentence } from "./relations/find-sentences.js";
import { type SearchHit, searchReports } from "./search/search-reports.js";
import { sortTables } from "./sorted-tables.js";
import { Writer } from "./writer.js";

/** What a report was read from, and its key. */
export type KeptInput = ReportInput & { readonly key: string };

export class Archive {
  readonly path: string;
  readonly readOnly: boolean;
  readonly #database: Database;
  #writer: Promise<Writer> | null = null;

  /** Use `openArchive`. */
  constructor(database: Database, path: string, readOnly: boolean) {
    this.#database = database;
    this.path = path;
    this.readOnly = readOnly;
  }

  /**
   * Rows of a query over the views, as they come: plain values, lists and records, a DATE as "2022-03-30". The query may
   * read alone; `$name` stands for a parameter. Several may run at once; leaving the loop ends the query.
   */
  async *stream<Row = PlainRow>(sql: string, parameters: Parameters = {}): AsyncGenerator<Row> {
    const asked = await this.#connect();
    try {
      await demandQuestion(asked, sql);
      yield* streamRows<Row>(asked, sql, this.path, parameters);
    } finally {
      asked.connection.closeSync();
    }
  }

  /** All rows of a query. */
  async query<Row = PlainRow>(sql: string, parameters: Parameters = {}): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const row of this.stream<Row>(sql, parameters)) rows.push(row);
    return rows;
  }

  /**
   * Records of a kind that a filter lets through, as they are found: `archive.find("events", { pair: ["RUS", "CHN"] })`.
   * In order of arrival, or with `{ order: "latest" }` by day.
   */
  async *find<K extends Kind>(kind: K, filter: Filter = {}, paging: Paging = {}): AsyncGenerator<Records[K]> {
    const [asked, ids] = [await this.#connect(), await this.#connect()];
    try {
      yield* findRecords(kind, filter, paging, { asked, ids, path: this.path });
    } finally {
      asked.connection.closeSync();
      ids.connection.closeSync();
    }
  }

  /**
   * Reports by their words, the best first: words, "phrases", beginnings* and -words that must not stand there. Each
   * comes with its score (BM25) and the sentence that shows it best.
   */
  async *search(query: string, filter: Filter = {}, paging: Paging = {}): AsyncGenerator<SearchHit> {
    const asked = await this.#connect();
    try {
      yield* searchReports(asked, query, filter, paging, this.path);
    } finally {
      asked.connection.closeSync();
    }
  }

  /** How many records of a kind a filter lets through. */
  async count(kind: Kind, filter: Filter = {}): Promise<number> {
    return this.#ask((asked) => countRecords(kind, filter, asked, this.path));
  }

  /** Reports by publisher and day, days without any included. */
  async coverage(question: CoverageQuestion = {}): Promise<Coverage[]> {
    return this.#ask((asked) => findCoverage(asked, question, this.path));
  }

  /** How much was read of some days, which tells an empty answer from a gap. */
  async read(question: Pick<CoverageQuestion, "since" | "until"> = {}): Promise<Read> {
    return this.#ask((asked) => findRead(asked, question, this.path));
  }

  /** The reading of a report, as it was put in; null where the archive has no report of this key. */
  async reading(key: string): Promise<Reading | null> {
    return this.#ask((asked) => findReading(asked, key, this.path));
  }

  /** What the archive knows of two countries, by ISO code; null where it has no dated report. */
  relation(pair: readonly [string, string], options: RelationOptions = {}): Promise<Relation | null> {
    return this.#ask((asked) => askRelation(asked, this.path, pair, options));
  }

  /** Why the line of two countries moved between two days; null where the archive has no dated report. */
  explainRelation(
    pair: readonly [string, string],
    options: RelationOptions & { readonly limit?: number } = {},
  ): Promise<ExplainedMove | null> {
    return this.#ask((asked) => explainRelation(asked, this.path, pair, options));
  }

  /** All pairs of countries, in the order of their codes. */
  async *pairs(): AsyncGenerator<PairRow> {
    const asked = await this.#connect();
    try {
      yield* allPairs(asked, this.path);
    } finally {
      asked.connection.closeSync();
    }
  }

  /** Pairs of countries, those with the most acts first, so many at most; as the last gathering left them. */
  busiestPairs(most: number | null = null): Promise<readonly PairSummary[]> {
    return this.#ask((asked) => busiestPairs(asked, this.path, most));
  }

  /** The latest turns of all pairs. */
  latestTurns(most: number): Promise<readonly Turn[]> {
    return this.#ask((asked) => latestTurns(asked, this.path, most));
  }

  /** How much there is of everything. */
  counts(): Promise<Counts> {
    return this.#ask((asked) => countAll(asked, this.path));
  }

  /** A report with its sources, copies and occurrences; null where the archive has none of this key. */
  report(key: string): Promise<FoundReport | null> {
    return this.#ask((asked) => findReport(asked, key, this.path));
  }

  /** Reports by their numbers. */
  reportsOf(numbers: readonly number[]): Promise<readonly ReportRow[]> {
    return this.#ask((asked) => findReportRows(asked, this.path, numbers));
  }

  /** How many events and statements reports have, by their numbers. */
  parts(numbers: readonly number[]): Promise<ReadonlyMap<number, Parts>> {
    return this.#ask((asked) => countParts(asked, this.path, numbers));
  }

  /** Actors with this in their name, the busiest first. */
  actorsNamed(part: string, most: number): Promise<readonly BusyActor[]> {
    return this.#ask((asked) => findActors(asked, this.path, part, most));
  }

  /** Keys of acts told in a sentence with all these words, the latest first. */
  actsTold(query: string, days: Pick<Filter, "since" | "until">, most: number): Promise<readonly string[]> {
    return this.#ask((asked) => findActsTold(asked, this.path, query, days, most));
  }

  /** Keys of reports that begin with these four digits, some at most. */
  keysLike(head: string): Promise<readonly string[]> {
    return this.#ask((asked) => findKeysLike(asked, head, this.path));
  }

  /** Keys of the newest occurrences. */
  newestActs(most: number): Promise<readonly string[]> {
    return this.#ask((asked) => newestActs(asked, this.path, most));
  }

  /** Who does most. */
  busiestActors(most: number): Promise<readonly BusyActor[]> {
    return this.#ask((asked) => busiestActors(asked, this.path, most));
  }

  /** Reports of the busiest publishers by week. */
  weeklyCoverage(most: number): Promise<WeeklyCoverage> {
    return this.#ask((asked) => weeklyCoverage(asked, this.path, most));
  }

  /** Acts by country. */
  countries(days: Days): Promise<readonly CountryActs[]> {
    return this.#ask((asked) => countCountries(asked, this.path, days));
  }

  /** Acts by place, the places with the most of them. */
  places(days: Days): Promise<readonly PlaceActs[]> {
    return this.#ask((asked) => countPlaces(asked, this.path, days));
  }

  /** Pairs with at least so many acts, and how close they stand on the last day. */
  edges(days: Days, least = 1): Promise<readonly Edge[]> {
    return this.#ask((asked) => findEdges(asked, this.path, days, least));
  }

  /** The sentences of occurrences: of each its first telling, or all of them. */
  sentences(keys: readonly string[], all = false): Promise<readonly Sentence[]> {
    return this.#ask((asked) => findSentences(asked, this.path, keys, all));
  }

  /** Occurrences by key, with the names of those who take part and the sentence of the first telling. */
  occurrences(keys: readonly string[]): Promise<readonly NamedOccurrence[]> {
    return this.#ask((asked) => showOccurrences(asked, this.path, keys));
  }

  /** How many reports have come whose acts are not gathered yet. */
  ungathered(): Promise<number> {
    return this.#ask((asked) => countUngathered(asked, this.path));
  }

  /** Gathers the tellings of new reports into occurrences, in one transaction; `isForced` gathers all anew. */
  gather(isForced = false): Promise<Gathering> {
    return this.#gather(isForced ? "all" : "new");
  }

  /** Joins the tellings of two occurrences, or splits two tellings of one, and gathers what lies around; it outlives a recoding. */
  async decide(kind: "join" | "split", tellings: TellingPair): Promise<Gathering> {
    try {
      await keepDecision(this.#database, this.path, kind, tellings);
    } catch (error) {
      throw explainFailure(error, this.path);
    }
    return this.#gather(tellings);
  }

  /**
   * What the reports were read from, in order of arrival: texts with what their first sources say. With an engine's name
   * only those that another engine has read.
   */
  async *inputs(notOf: string | null = null): AsyncGenerator<KeptInput> {
    const asked = await this.#connect();
    try {
      const sql = `SELECT lower(hex(r.key)) AS key, r.text, s.id, s.title, s.publisher, s.url, s.published, r.language
        FROM store.reports r JOIN store.sources s ON s.report = r.report AND s.n = 1
        WHERE $notOf::VARCHAR IS NULL OR r.engine <> $notOf ORDER BY r.report`;
      yield* streamRows<KeptInput>(asked, sql, this.path, { notOf });
    } finally {
      asked.connection.closeSync();
    }
  }

  /** The one writer, made on first use; throws ArchiveError where the archive is open to read alone. */
  writer(): Promise<Writer> {
    this.#writer ??= Writer.open(this.#database, this.path, this.readOnly);
    return this.#writer;
  }

  /** Merges the log into the file and lets go of it. */
  async close(): Promise<void> {
    try {
      if (!this.readOnly) await this.#database.connection.run("CHECKPOINT");
    } catch (error) {
      throw explainFailure(error, this.path);
    } finally {
      closeDatabase(this.#database);
    }
  }

  async #gather(scope: Scope): Promise<Gathering> {
    try {
      const gathering = await gatherArchive(this.#database, this.path, scope);
      await sortTables(this.#database, this.path);
      return gathering;
    } catch (error) {
      throw explainFailure(error, this.path);
    }
  }

  async #ask<Answer>(ask: (asked: Asked) => Promise<Answer>): Promise<Answer> {
    const asked = await this.#connect();
    try {
      return await ask(asked);
    } finally {
      asked.connection.closeSync();
    }
  }

  /** A connection of its own, in a transaction that can only read. */
  async #connect(): Promise<Asked> {
    const connection = await this.#database.instance.connect();
    await connection.run("BEGIN TRANSACTION READ ONLY");
    return { duck: this.#database.duck, connection };
  }
}
