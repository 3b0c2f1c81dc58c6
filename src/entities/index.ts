/** Door of the entities layer. */
export type { EntityLayer, EntityMention } from "./entity-layer.js";
export { findEntities } from "./find-entities.js";
export { joinParties, mentionHeadedBy, type Party, resolveParty } from "./resolve-party.js";
