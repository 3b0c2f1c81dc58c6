/** The places stage: place names found and resolved against the gazetteer. */
import type { EntityLayer } from "../entities/index.js";
import { childBy, type Parsed } from "../language/index.js";
import { findCountryNames, type NameKnowledge, phraseHead } from "../names/index.js";
import type { Note, Place, Span } from "../reading/index.js";
import { makeSpan } from "../reading/index.js";
import { isAccepted } from "./accept-place.js";
import { barredTokens, findSurnames } from "./bar-names.js";
import { describePlace, type PlaceDraft, wordsFrom } from "./describe-place.js";
import { extendName, type PlacePhrase } from "./extend-name.js";
import { findHints } from "./find-hints.js";
import { findPlaceNames } from "./find-place-names.js";
import { findUnknownPlaces } from "./find-unknown-places.js";
import { findFrame, type PlaceFrame } from "./place-frame.js";
import type { PlaceKnowledge } from "./place-knowledge.js";
import type { PlaceLayer, PlaceMention } from "./place-layer.js";
import { countrySense } from "./place-sense.js";
import { type PlaceContext, type PlaceHint, type Resolved, resolveSense } from "./resolve-place.js";

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
  return numberPlaces(
    parsed,
    [...known, ...unknown].sort((a, b) => a.first - b.first || b.last - a.last),
  );
}

interface Weighed {
  readonly phrase: PlacePhrase;
  readonly frame: PlaceFrame;
  readonly resolved: Resolved;
}

function decidePhrases(
  parsed: Parsed,
  phrases: readonly PlacePhrase[],
  known: { readonly names: NameKnowledge; readonly places: PlaceKnowledge },
): FoundPlace[] {
  const context = makeContext(parsed, known.names);
  const surnames = findSurnames(parsed);
  const hints = phrases.map((_, i) => findHints(parsed, phrases, i, known.places));
  const pooled = poolHints(phrases, hints);
  const weighed = phrases.map((phrase, i): Weighed | null => {
    const own = hints[i]!.length > 0 ? hints[i]! : (pooled.get(phrase.name.key) ?? []);
    const resolved = resolvePhrase(phrase, own, context, known.places);
    return resolved && { phrase, resolved, frame: findFrame(parsed, phrase, known) };
  });
  const sure = new Set(weighed.filter((one) => one && isSure(one)).map((one) => one!.phrase.name.key));
  const found: FoundPlace[] = [];
  let previous: Weighed | null = null;
  for (const one of weighed) {
    if (!one) continue;
    const { key } = one.phrase.name;
    const isHomonym = known.places.homonyms.has(key) || surnames.has(key);
    const isBesidePlace = previous !== null && isContainer(previous, one);
    const hasPreposition = childBy(parsed, phraseHead(parsed, one.phrase.first, one.phrase.last), "case") >= 0;
    const history = { isPlaceElsewhere: sure.has(key), isHomonym, isBesidePlace, hasPreposition };
    if (!isAccepted(one.phrase, one.frame, one.resolved, history)) continue;
    previous = one;
    found.push(makeFound(parsed, one, known.places));
  }
  return found;
}

/** "Mosul, Iraq": right behind a place of its own country. */
function isContainer(before: Weighed, { phrase, resolved }: Weighed): boolean {
  return phrase.first - before.phrase.last <= 3 && before.resolved.sense.country === resolved.sense.country;
}

/** A town framed as a place, and large or hinted enough, carries its other mentions. */
function isSure({ frame, resolved }: Weighed): boolean {
  return frame === "strong" && (resolved.isHinted || resolved.score >= 4.4) && resolved.sense.kind === "town";
}

function makeContext(parsed: Parsed, names: NameKnowledge): PlaceContext {
  const countries = new Map<string, number>();
  for (const { country } of findCountryNames(parsed, names)) {
    countries.set(country.code, (countries.get(country.code) ?? 0) + 1);
  }
  let most = 0;
  for (const count of countries.values()) most = Math.max(most, count);
  return { countries, most };
}

/** Hints given once in a report hold for every mention of the name. */
function poolHints(phrases: readonly PlacePhrase[], hints: readonly PlaceHint[][]): Map<string, PlaceHint[]> {
  const pooled = new Map<string, PlaceHint[]>();
  for (const [i, phrase] of phrases.entries()) {
    if (hints[i]!.length > 0 && !pooled.has(phrase.name.key)) pooled.set(phrase.name.key, hints[i]!);
  }
  return pooled;
}

function resolvePhrase(
  phrase: PlacePhrase,
  hints: readonly PlaceHint[],
  context: PlaceContext,
  places: PlaceKnowledge,
): Resolved | null {
  const { named, senses } = phrase.name;
  if (named && senses.length === 0) {
    const isStretch = phrase.designator === "stretch";
    const sense = countrySense(named.country, places);
    return isStretch ? { sense, score: sense.prominence, isHinted: false, isClose: false } : null;
  }
  return resolveSense(senses, hints, context);
}

function makeFound(parsed: Parsed, { phrase, resolved }: Weighed, places: PlaceKnowledge): FoundPlace {
  const { first, last } = phrase;
  const draft = describePlace(parsed, phrase, resolved.sense, places);
  const isAmbiguous = resolved.isClose && resolved.sense.kind === "town";
  const message = `"${wordsFrom(parsed, first, last)}" may lie in another country than ${draft.country}.`;
  const span = makeSpan(parsed.start[first]!, parsed.end[last]!);
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
    spans.set(draft.key, [...(spans.get(draft.key) ?? []), span]);
    if (note && !notes.has(draft.key)) notes.set(draft.key, note);
    mentions.push({ place: ids.get(draft.key)!, span, first, last, head: phraseHead(parsed, first, last) });
  }
  const places = drafts.map(({ key, ...rest }): Place => ({ id: ids.get(key)!, ...rest, mentions: spans.get(key)! }));
  return { places, mentions, notes: [...notes.values()] };
}
