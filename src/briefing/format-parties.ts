/** Names the parties of an act or a statement: states by name, those who act for one in brackets behind it. */
import type { Entity } from "../reading/index.js";
import type { BriefingWords } from "./briefing-words.js";
import type { Scene } from "./scene.js";

/** Sectors whose members act for their state: told as "Russia (Sergei Lavrov)". */
const OF_THE_STATE = "GOV MIL LEG JUD COP SPY".split(" ");
/** Kinds that never stand for a state, whatever country they are of. */
const OF_THEIR_OWN = ["igo", "media", "armed-group"];
const MAX_PARTIES = 4;
const MAX_PERSONS = 3;

/** "Russia (Sergei Lavrov), China and 3 more"; null where nobody is named. */
export function formatParties(ids: readonly string[], scene: Scene): string | null {
  const parties = new Map<string, Set<string>>();
  for (const entity of entitiesOf(ids, scene)) {
    const { name, person } = partyOf(entity, scene.words);
    const persons = parties.get(name) ?? new Set<string>();
    if (person) persons.add(person);
    parties.set(name, persons);
  }
  const names = [...parties].map(([name, persons]) => {
    return persons.size === 0 ? name : `${name} (${listUpTo([...persons], MAX_PERSONS, ", ")})`;
  });
  return names.length === 0 ? null : joinNames(names, MAX_PARTIES);
}

/** The names alone, as speakers are called: "Sergei Lavrov and Wang Yi"; null where nobody is named. */
export function formatNames(ids: readonly string[], scene: Scene): string | null {
  const names = entitiesOf(ids, scene).map((entity) => {
    const name = withArticle(bareName(entity), scene.words);
    return bareName(entity) === entity.name ? name : `${name} (${countryOf(entity, scene.words)})`;
  });
  return names.length === 0 ? null : joinNames([...new Set(names)], MAX_PARTIES);
}

/** A speaker with office and country: "Sergei Lavrov, Foreign Minister, Russia". */
export function formatSpeaker(id: string, scene: Scene): string | null {
  const entity = scene.entities.get(id);
  if (!entity) return null;
  const name = bareName(entity);
  const isTold = entity.kind === "state" || adjectiveIn(entity, scene.words) !== undefined;
  const about = [entity.role?.title ?? null, isTold ? null : countryOf(entity, scene.words)];
  return [name, ...about.filter((words) => words !== null && !holdsWords(name, words))].join(", ");
}

/** Whether a sentence takes the parties as several: "Russia and China are to meet". */
export function areSeveral(ids: readonly string[], scene: Scene): boolean {
  return new Set(entitiesOf(ids, scene).map((entity) => partyOf(entity, scene.words).name)).size > 1;
}

/** One string for whoever acts: the country where the party acts for one, else the entity. */
export function identifyParty(id: string, scene: Scene): string {
  const entity = scene.entities.get(id);
  return entity ? partyOf(entity, scene.words).name : id;
}

/** "The United States", "Someone" at the head of a line; a name that begins small stays as it is. */
export function capitalize(words: string): string {
  return words.replace(/^(?:the|an|someone) /, (first) => first[0]!.toUpperCase() + first.slice(1));
}

interface Party {
  readonly name: string;
  readonly person: string | null;
}

function partyOf(entity: Entity, words: BriefingWords): Party {
  const country = countryOf(entity, words);
  const name = bareName(entity);
  if (entity.kind === "state" || country === null || sameWords(country, name)) {
    return { name: withArticle(name, words), person: null };
  }
  const acts = entity.sectors.length === 0 || entity.sectors.some((sector) => OF_THE_STATE.includes(sector));
  const adjective = adjectiveIn(entity, words);
  if (acts && !OF_THEIR_OWN.includes(entity.kind)) {
    return { name: withArticle(country, words), person: adjective ? name.slice(adjective.length + 1) : name };
  }
  return { name: adjective ? name : `${withArticle(name, words)} (${country})`, person: null };
}

function countryOf(entity: Entity, words: BriefingWords): string | null {
  return entity.country === null ? null : (words.countries.get(entity.country) ?? null);
}

/** The adjective of its country that a name begins with: "Ethiopian" of "Ethiopian Foreign Ministry". */
function adjectiveIn(entity: Entity, words: BriefingWords): string | undefined {
  const adjectives = entity.country === null ? undefined : words.adjectives.get(entity.country);
  return adjectives?.find((adjective) => entity.name.startsWith(`${adjective} `));
}

/** A nameless body is told apart by its country's code, "Foreign Ministry (ETH)"; here the country's name does that. */
function bareName(entity: Entity): string {
  const code = ` (${entity.country})`;
  return entity.name.endsWith(code) ? entity.name.slice(0, -code.length) : entity.name;
}

function entitiesOf(ids: readonly string[], scene: Scene): Entity[] {
  return ids.flatMap((id) => scene.entities.get(id) ?? []);
}

function withArticle(name: string, words: BriefingWords): string {
  return words.withArticle.has(name) ? `the ${name}` : name;
}

function sameWords(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function holdsWords(name: string, words: string): boolean {
  return name.toLowerCase().includes(words.toLowerCase());
}

/** "A, B and C", or "A, B and 5 more". */
function joinNames(names: readonly string[], limit: number): string {
  if (names.length > limit) return listUpTo(names, limit - 1, ", ");
  const last = names.at(-1)!;
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function listUpTo(names: readonly string[], limit: number, comma: string): string {
  const more = names.length - limit;
  return more > 0 ? `${names.slice(0, limit).join(comma)} and ${more} more` : names.join(comma);
}
