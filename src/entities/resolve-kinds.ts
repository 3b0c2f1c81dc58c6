/** Resolves "the alliance", "that organization" and "the country" to the body or state of that kind named last. */
import type { NameKnowledge } from "../names/index.js";
import { type EntityDraft, type EntityStore, latest } from "./entity-store.js";
import type { HomeCountries } from "./home-country.js";
import { stateOf } from "./resolve-names.js";

/** How many mentions back a body is looked for. */
const REACH = 30;

/** Kinds of entity that each noun takes up. */
const FITTING: ReadonlyMap<string, readonly EntityDraft["kind"][]> = new Map([
  ["alliance", ["igo"]],
  ["bloc", ["igo"]],
  ["agency", ["media", "organization", "igo", "government"]],
  ["broadcaster", ["media"]],
  ["newspaper", ["media"]],
  ["channel", ["media"]],
  ["magazine", ["media"]],
  ["party", ["organization"]],
  ["militia", ["armed-group"]],
  ["enemy", ["armed-group"]],
  ["group", ["armed-group", "organization"]],
  ["movement", ["armed-group", "organization"]],
  ["network", ["armed-group", "organization", "media"]],
]);

/** The body of that kind named last, nobody where none was. */
export function resolveKind(store: EntityStore, noun: string): readonly EntityDraft[] {
  const kinds = FITTING.get(noun) ?? ["armed-group", "organization", "igo"];
  for (const { candidate, drafts } of latest(store, REACH)) {
    const [draft] = drafts;
    if (!draft || drafts.length > 1 || candidate.type === "pronoun" || !kinds.includes(draft.kind)) continue;
    if (isNamed(draft, noun)) return drafts;
  }
  return [];
}

/** A name of its own, and for a party a party's: "the party" is no ministry. */
function isNamed({ name, sectors }: EntityDraft, noun: string): boolean {
  return /^\p{Lu}/u.test(name) && (noun !== "party" || sectors.includes("PTY"));
}

/** "The country": where the sentence plays, else the report's own, else the state named last. */
export function resolveTheState(
  store: EntityStore,
  {
    sentence,
    homes,
    names,
  }: { readonly sentence: number; readonly homes: HomeCountries; readonly names: NameKnowledge },
): readonly EntityDraft[] {
  for (const { candidate, drafts } of latest(store, REACH)) {
    if (candidate.referent.what === "country" && drafts[0]?.kind === "state") return drafts;
  }
  const home = homes.main ?? homes.placeOf[sentence] ?? null;
  const state = home === null ? null : stateOf(store, names, home);
  return state ? [state] : [];
}
