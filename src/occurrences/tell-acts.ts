/** The tellings in one reading. */
import type { Entity, Event, Place, Reading, Statement } from "../reading/index.js";
import type { Claim, Party, ToldAct, ToldPlace } from "./told-act.js";

/** What a reading does not know of its own report. */
export interface Filed {
  /** Key of the report: the SHA-256 of its text. */
  readonly report: string;
  /** Key of the report that it copies, or its own. */
  readonly original: string;
  /** Publishers of the text; it may have several. */
  readonly publishers: readonly string[];
  /** Key of the actor that an entity is. */
  readonly actorOf: (entity: Entity) => string;
}

/** Statement acts that vouch for nothing: who denies or doubts an act has told of it, but does not claim it. */
const DENIALS: ReadonlySet<Statement["act"]> = new Set(["denies", "doubts"]);
const WIDE: ReadonlySet<Place["precision"]> = new Set(["country", "region"]);

/** Each event of the reading as a telling of an act, in the events' order. */
export function tellActs(reading: Reading, filed: Filed): readonly ToldAct[] {
  const entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
  const places = new Map(reading.places.map((place) => [place.id, place]));
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
  const partiesOf = (ids: readonly string[]) => ids.map((id) => partyOf(entities.get(id)!, filed));
  return reading.events.map((event) => {
    const chain = chainOf(event, statements);
    return {
      ...codesOf(event),
      report: filed.report,
      event: event.key,
      published: reading.report.published?.slice(0, 10) ?? null,
      outlets: filed.publishers.map(fold).filter((name) => name !== ""),
      original: filed.original,
      carriers: carriersOf(chain, entities),
      actors: partiesOf(event.actors),
      recipients: partiesOf(event.recipients),
      places: event.places.map((id) => placeOf(places.get(id)!)),
      claim: claimOf(chain[0]?.act ?? null),
      by: chain.length === 0 ? [] : partiesOf(chain[0]!.speakers).map(({ key }) => key),
      chain: chain.length,
    };
  });
}

function codesOf(event: Event) {
  const { type, modes, quad, score, goldstein, status, date, confidence } = event;
  const isDated = date !== null && event.roles.some(({ role }) => role === "date");
  return { type, modes, quad, score, goldstein, status, date, isDated, confidence };
}

function partyOf(entity: Entity, { actorOf }: Filed): Party {
  return { key: actorOf(entity), country: entity.country };
}

function placeOf({ name, country, precision }: Place): ToldPlace {
  return { name, country, isWide: WIDE.has(precision) };
}

/** The statements that the event stands in, innermost first. */
function chainOf(event: Event, statements: ReadonlyMap<string, Statement>): readonly Statement[] {
  const chain: Statement[] = [];
  for (let id = event.statement; id !== null; ) {
    const statement = statements.get(id);
    if (statement === undefined || chain.includes(statement)) break;
    chain.push(statement);
    id = statement.within;
  }
  return chain;
}

/** What the innermost statement around an act makes of it; null: there is none, the report itself tells. */
export function claimOf(act: Statement["act"] | null): Claim {
  if (act === null) return "report";
  return DENIALS.has(act) ? "denied" : "claimed";
}

/** Media in the chain, outermost first: theirs is the account that the report passes on. */
function carriersOf(chain: readonly Statement[], entities: ReadonlyMap<string, Entity>): readonly string[] {
  const speakers = [...chain].reverse().flatMap((statement) => statement.speakers.map((id) => entities.get(id)!));
  return speakers.filter(({ kind }) => kind === "media").map(({ name }) => fold(name));
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim();
}
