/** Door of the names layer. */
export {
  type ActorKnowledge,
  type Body,
  type KnownPerson,
  type NounClass,
  nounOf,
  personsNamed,
} from "./actor-knowledge.js";
export { type ActorFault, type ActorList, holdsOn, readActorList } from "./actor-list.js";
export { type CountryName, countryNamed, findCountryNames, findDoubtfulNames } from "./find-country-names.js";
export { entryNamed, findNames, foldName, indexNames, type NameHit, type NameIndex, nameAt } from "./name-index.js";
export type { Country, CountryNameKind, NameKnowledge, Placement } from "./name-knowledge.js";
export { createNameKnowledge } from "./name-knowledge.js";
export { withActors } from "./own-actors.js";
export { isLocative, phraseHead, resolvePlacement } from "./resolve-placement.js";
export { restoreCase } from "./restore-case.js";
