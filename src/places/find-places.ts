/** The places stage: place names found and resolved against the gazetteer. */
import type { EntityLayer } from "../entities/index.js";
import { childBy, type Parsed } from "../language/index.js";
import { type NameKnowledge, personsNamed, phraseHead } from "../names/index.js";
import type { Note, Place, Span } from "../reading/index.js";
import { makeSpan } from "../reading/index.js";
import { isAccepted, type NameHistory } from "./accept-place.js";
import { barredTokens, findSurnames } from "./bar-names.js";
import { describePlace, describeStray, describeUnknown, type PlaceDraft, wordsFrom } from "./describe-place.js";
import { extendName, type PlacePhrase } from "./extend-name.js";
import { findHints, findSpots } from "./find-hints.js";
import { findPlaceNames } from "./find-place-names.js";
import { findUnknownPlaces } from "./find-unknown-places.js";
import { findContext, poolHints, poolSpots, widenContext } from "./place-context.js";
import { type FrameKnowledge, findFrame, type PlaceFrame } from "./place-frame.js";
import type { PlaceKnowledge } from "./place-knowledge.js";
import type { PlaceLayer, PlaceMention } from "./place-layer.js";
import { countrySense } from "./place-sense.js";
import { type Beside, type PlaceContext, type Resolved, resolveSense } from "./resolve-place.js";
import { settleUnknown } from "./settle-unknown.js";

/** One mention before places are numbered. */
export interface FoundPlace {
  readonly first: number;
  readonly last: number;
  readonly draft: PlaceDraft;
  readonly note: Note | null;
}

/** Every place that the text names as one; names of persons and bodies in `entities` are passed over. */
export function findPlaces(
  parsed: Parsed,
  entities: Pick<EntityLayer, "mentions" | "entities">,
  names: NameKnowledge,
  places: PlaceKnowledge,
): PlaceLayer {
  const barred = barredTokens(parsed, entities);
  const found = findPlaceNames(parsed, names, places, (token) => barred[token] === 1);
  const phrases = found.map((name) => extendName(parsed, name, places));
  const known = decidePhrases(parsed, phrases, { names, places });
  const unknown = findUnknownPlaces(parsed, known, barred, { names, places });
  const all = [...known, ...unknown].sort((a, b) => a.first - b.first || b.last - a.last);
  return numberPlaces(parsed, settleUnknown(parsed, all));
}

interface Weighed {
  readonly phrase: PlacePhrase;
  readonly frame: PlaceFrame;
  readonly resolved: Resolved;
}

/** The phrases that have a sense, with the best one; done twice, so that what is sure helps what is not. */
function weighPhrases(parsed: Parsed, phrases: readonly PlacePhrase[], known: FrameKnowledge): Weighed[] {
  const hints = phrases.map((_, i) => findHints(parsed, phrases, i, known.places));
  const pooled = poolHints(phrases, hints);
  const spots = poolSpots(phrases, (i) => findSpots(parsed, phrases, i));
  const besideOf = (i: number): Beside => ({
    hints: hints[i]!.length > 0 ? hints[i]! : (pooled.get(phrases[i]!.name.key) ?? []),
    spots: spots.get(phrases[i]!.name.key) ?? [],
  });
  const resolve = (context: PlaceContext) =>
    phrases.map((phrase, i) => resolvePhrase(phrase, besideOf(i), context, known.places));
  const context = findContext(parsed, known.names, phrases);
  const resolved = resolve(widenContext(context, phrases, resolve(context)));
  return phrases.flatMap((phrase, i) => {
    const one = resolved[i];
    return one ? [{ phrase, resolved: one, frame: findFrame(parsed, phrase, known) }] : [];
  });
}

function decidePhrases(parsed: Parsed, phrases: readonly PlacePhrase[], known: FrameKnowledge): FoundPlace[] {
  const surnames = findSurnames(parsed);
  const weighed = weighPhrases(parsed, phrases, known);
  const sure = new Set(weighed.filter(isSure).map(({ phrase }) => phrase.name.key));
  const found: FoundPlace[] = [];
  let previous: Weighed | null = null;
  for (const one of weighed) {
    const { key } = one.phrase.name;
    const history = {
      isPlaceElsewhere: sure.has(key),
      isHomonym: known.places.homonyms.has(key) || surnames.has(key) || isKnownPerson(one, known.names),
      isBesidePlace: previous !== null && isContainer(previous, one),
      hasPreposition: isBehindPreposition(parsed, one.phrase),
      hasArticle: parsed.form[one.phrase.first - 1]?.toLowerCase() === "the",
    };
    if (!isAccepted(one.phrase, one.frame, one.resolved, history)) continue;
    previous = one;
    const country = isDoubtful(one, history) ? countryBefore(parsed, one.phrase, found.at(-1)) : undefined;
    found.push(
      country === undefined ? makeFound(parsed, one, known.places) : makeDoubtful(parsed, one.phrase, country),
    );
  }
  return found;
}

/** "Sisi", "Clinton": villages too. */
function isKnownPerson({ phrase, resolved }: Weighed, { actors }: NameKnowledge): boolean {
  return resolved.sense.kind === "town" && personsNamed(actors, phrase.name.key).length > 0;
}

/** "Pearson Airport", "Granville County": a building or district that need not belong to the town of that name. */
function isDoubtful({ phrase, resolved }: Weighed, history: NameHistory): boolean {
  const isNamedAfter = phrase.designator === "point" || phrase.designator === "district";
  const isTold = resolved.isHinted || history.isPlaceElsewhere || resolved.score >= LEAST_TOLD;
  return isNamedAfter && resolved.sense.kind === "town" && !isTold;
}

/** Score of a town that lends its name to what stands in it: a city in a country that the report names. */
const LEAST_TOLD = 7.5;

/** The country of the place right before in the same sentence, null where there is none. */
function countryBefore(parsed: Parsed, phrase: PlacePhrase, before: FoundPlace | undefined): string | null {
  const isNear = before && phrase.first - before.last <= 12;
  const isSame = isNear && parsed.sentenceOf[before.first] === parsed.sentenceOf[phrase.first];
  return isSame ? before.draft.country : null;
}

function makeDoubtful(parsed: Parsed, { first, last, designator }: PlacePhrase, country: string | null): FoundPlace {
  const words = wordsFrom(parsed, first, last);
  const draft = describeUnknown(words, designator === "point" ? "point" : "district", country);
  const span = makeSpan(parsed.start[first]!, parsed.end[last]!);
  return { first, last, draft, note: { code: "place-unknown", message: `"${words}" is in no table of places.`, span } };
}

/** Whichever preposition it is, on the phrase's head or right before the phrase: "at Iraqi border-sources". */
function isBehindPreposition(parsed: Parsed, { first, last }: PlacePhrase): boolean {
  const isRightBefore = parsed.upos[first - 1] === "ADP" && parsed.sentenceOf[first - 1] === parsed.sentenceOf[first];
  return isRightBefore || childBy(parsed, phraseHead(parsed, first, last), "case") >= 0;
}

/** "Mosul, Iraq": right behind a place of its own country. */
function isContainer(before: Weighed, { phrase, resolved }: Weighed): boolean {
  return phrase.first - before.phrase.last <= 3 && before.resolved.sense.country === resolved.sense.country;
}

/** A town framed as a place, and large or hinted enough, carries its other mentions. */
function isSure({ frame, resolved }: Weighed): boolean {
  return frame === "strong" && (resolved.isHinted || resolved.score >= 4.4) && resolved.sense.kind === "town";
}

function resolvePhrase(
  phrase: PlacePhrase,
  beside: Beside,
  context: PlaceContext,
  places: PlaceKnowledge,
): Resolved | null {
  const { named, senses } = phrase.name;
  if (named && senses.length === 0) {
    const isStretch = phrase.designator === "stretch";
    const sense = countrySense(named.country, places);
    return isStretch ? { sense, score: sense.prominence, isHinted: false, isClose: false, strayed: null } : null;
  }
  return resolveSense(phrase.name.key, senses, beside, context);
}

function makeFound(parsed: Parsed, { phrase, resolved }: Weighed, places: PlaceKnowledge): FoundPlace {
  const { first, last } = phrase;
  const words = wordsFrom(parsed, first, last);
  const span = makeSpan(parsed.start[first]!, parsed.end[last]!);
  const { strayed } = resolved;
  if (strayed) {
    const message = `"${words}" is in no table of places there.`;
    return {
      first,
      last,
      draft: describeStray(words, strayed, places),
      note: { code: "place-unknown", message, span },
    };
  }
  const draft = describePlace(parsed, phrase, resolved.sense, places);
  const message = `"${words}" may lie in another country than ${draft.country}.`;
  const isAmbiguous = resolved.isClose && resolved.sense.kind === "town";
  return { first, last, draft, note: isAmbiguous ? { code: "country-ambiguous", message, span } : null };
}

function numberPlaces(parsed: Parsed, found: readonly FoundPlace[]): PlaceLayer {
  const ids = new Map<string, string>();
  const spans = new Map<string, Span[]>();
  const drafts: PlaceDraft[] = [];
  const notes = new Map<string, Note>();
  const mentions: PlaceMention[] = [];
  let end = -1;
  for (const { first, last, draft, note } of found) {
    if (first <= end) continue;
    end = last;
    if (!ids.has(draft.key)) {
      ids.set(draft.key, `p${ids.size + 1}`);
      drafts.push(draft);
    }
    const span = makeSpan(parsed.start[first]!, parsed.end[last]!);
    const others = spans.get(draft.key);
    if (others) others.push(span);
    else spans.set(draft.key, [span]);
    if (note && !notes.has(draft.key)) notes.set(draft.key, note);
    mentions.push({ place: ids.get(draft.key)!, span, first, last, head: phraseHead(parsed, first, last) });
  }
  const places = drafts.map(({ key, ...rest }): Place => ({ id: ids.get(key)!, ...rest, mentions: spans.get(key)! }));
  return { places, mentions, notes: [...notes.values()] };
}
