/** Offices that one person or organ takes from another: "her counterpart" of a foreign minister is one too. */
import type { NameKnowledge } from "../names/index.js";
import type { Office } from "../reading/index.js";
import { type EntityDraft, type EntityStore, latest } from "./entity-store.js";

/** How many mentions back the one is looked for whose counterpart somebody is. */
const REACH = 12;

const COUNTERPARTS = ["counterpart", "counterparts"];

/** Whether the office is only told through somebody else's. */
export function isCounterpart(words: string): boolean {
  return COUNTERPARTS.includes(words.slice(words.lastIndexOf(" ") + 1).toLowerCase());
}

/** Office of the counterpart from `owner`: that of the last official of another country; null where there is none. */
export function counterpartOffice(store: EntityStore, owner: string | null): Office | null {
  for (const { drafts } of latest(store, REACH)) {
    for (const { kind, role, country } of drafts) {
      const isOther = kind === "person" && role !== null && !isCounterpart(role.title) && country !== owner;
      if (isOther) return { title: role.title, of: owner };
    }
  }
  return null;
}

/** Words of a bare noun, filled up from the organ of that kind named last: "ministry" after the "Foreign Ministry". */
export function fillBareWords(
  known: readonly EntityDraft[],
  { noun, words }: { readonly noun: string; readonly words: string },
  names: NameKnowledge,
): string {
  if (words.toLowerCase() !== noun) return words;
  for (let i = known.length - 1; i >= 0; i--) {
    const { name, country } = known[i]!;
    const adjective = names.byCode.get(country ?? "")?.adjectives[0] ?? "";
    const own = name.startsWith(`${adjective} `) ? name.slice(adjective.length + 1) : "";
    if (own.toLowerCase().endsWith(` ${noun}`)) return own;
  }
  return words;
}
