/** Decides whether a name that may be a place is one where it stands, from its frame and its prominence. */
import type { PlacePhrase } from "./extend-name.js";
import type { PlaceFrame } from "./place-frame.js";
import type { Resolved } from "./resolve-place.js";

/** What the report knows of a name beyond one mention. */
export interface NameHistory {
  /** The name stands elsewhere in the report as a place beyond doubt. */
  readonly isPlaceElsewhere: boolean;
  /** The name ends a person's name somewhere in the report, or is first of all a word. */
  readonly isHomonym: boolean;
  /** A place of the same country stands before it, parted by a comma. */
  readonly isBesidePlace: boolean;
  /** A preposition stands before it, whichever: "full control of Mosul University". */
  readonly hasPreposition: boolean;
  /** "the" stands before it. */
  readonly hasArticle: boolean;
}

/** Score that a town needs in each frame: about 3,000 people in a country named, 30,000 without, for the first. */
const LEAST = { strong: 4.4, apposition: 5.2, weak: 5.2, argument: 6.9 } as const;
/** What a name that is first of all a word or a person needs in a strong frame. */
const LEAST_HOMONYM = 7;

/** Whether this mention is a place. */
export function isAccepted(phrase: PlacePhrase, frame: PlaceFrame, resolved: Resolved, history: NameHistory): boolean {
  if (frame === "part" && phrase.designator === null) return false;
  const isPlaced = frame === "strong" || frame === "weak";
  if (phrase.designator === "point" && history.hasPreposition && frame === "argument") return true;
  if (phrase.designator === "stretch") return isPlaced || history.hasPreposition;
  if (phrase.designator === "point") return isPlaced;
  if (phrase.isPart || phrase.designator !== null) return true;
  return isBareNameHere(phrase, frame, resolved, history);
}

/** Without a word that makes it a place the name itself must be one. */
function isBareNameHere(phrase: PlacePhrase, frame: PlaceFrame, resolved: Resolved, history: NameHistory): boolean {
  const isPlaced = frame === "strong" || frame === "weak";
  const { named } = phrase.name;
  if ((named && !isSeatOfRegion(named.kind, resolved)) || resolved.sense.kind === "country") {
    if (named?.kind === "seat") return frame === "strong";
    return isPlaced || (frame === "apposition" && history.isBesidePlace);
  }
  if (resolved.sense.kind === "town") return isTownHere(frame, resolved, history);
  if (history.isHomonym) return isPlaced && (history.hasArticle || resolved.isHinted);
  return isPlaced || history.isBesidePlace || (frame !== "title" && !phrase.name.isAbbreviated);
}

/** "Gaza" stands for a government as a capital does, and is a stretch of land all the same. */
function isSeatOfRegion(kind: string, { sense }: Resolved): boolean {
  return kind === "capital" && sense.precision === "region";
}

function isTownHere(frame: PlaceFrame, resolved: Resolved, history: NameHistory): boolean {
  if (resolved.isHinted && frame !== "part") return frame !== "argument" || !history.isHomonym;
  if (history.isHomonym) return frame === "strong" && resolved.score >= LEAST_HOMONYM;
  if (resolved.strayed) return frame !== "part" && frame !== "title";
  if (history.isPlaceElsewhere) return true;
  return frame !== "part" && frame !== "title" && resolved.score >= LEAST[frame];
}
