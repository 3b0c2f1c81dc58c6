/** What the HTTP API answers, under the names that the page uses: the server's own types, so that the two cannot part. */
import type * as server from "../../../src/serve/answers.js";

export type Status = server.Status;
export type Turn = server.ToldTurn;
export type PairRow = server.PairAnswer;
export type OccurrenceRow = server.MoveShare["occurrence"];
export type ActorRef = OccurrenceRow["actors"][number];
export type Sentence = NonNullable<OccurrenceRow["sentence"]>;
export type Claim = server.TellingAnswer["claim"];
export type ActorCount = server.ActorCount;
export type Desk = server.Desk;
export type Coverage = Desk["coverage"];
export type Relation = server.RelationAnswer;
export type RelationAct = server.ActMark;
export type Outlet = server.OutletCount;
export type Share = server.MoveShare;
export type Why = server.WhyAnswer;
export type TellingView = server.TellingAnswer;
export type OccurrenceView = server.OccurrenceAnswer;
export type ReportListRow = server.ReportHead;
export type ReportView = server.ReportAnswer;
export type Source = ReportView["sources"][number];
export type MapView = server.MapAnswer;
export type MapPlace = MapView["places"][number];
export type NetworkView = server.NetworkAnswer;
export type WordRow = server.WordRow;
export type WordUse = server.WordUse;
export type WordsView = server.WordsAnswer;
export type SearchView = server.SearchAnswer;
export type MethodView = server.MethodAnswer;
export type CodebookType = MethodView["codebook"][number];

/** A page of a list. */
export interface Rows<T> extends Omit<server.ReportPage, "rows"> {
  readonly rows: readonly T[];
}

/** A point of a line that may have gaps. */
export interface LinePoint {
  readonly day: string;
  readonly closeness: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
