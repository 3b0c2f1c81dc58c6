/** What the mention finders hand to the resolvers: words that name somebody, and what they say of them. */
import type { Body, Country } from "../names/index.js";
import type { Mention } from "../reading/index.js";

/** One possible mention, on tokens. */
export interface Candidate {
  /** First and last token, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly type: Mention["type"];
  readonly referent: Referent;
}

/** What the words themselves tell about whom they name. */
export type Referent =
  | {
      readonly what: "country";
      readonly country: Country;
      readonly sectors: readonly string[];
      /** The others that the words name at once: "the two Koreas". */
      readonly also: readonly Country[];
    }
  | { readonly what: "body"; readonly body: Body; readonly owner: string | null }
  | Person
  | Nominal
  | Pronoun
  /** "the alliance", "that organization": a body by its kind, named before. */
  | { readonly what: "kind"; readonly noun: string }
  /** A short form of what the candidate with that head names: "the JBC". */
  | { readonly what: "alias"; readonly of: number }
  /** "the country", where it stands for the state named before. */
  | { readonly what: "the-state" }
  /** "his country", "both sides", "the two countries"; persons: "the two leaders". */
  | { readonly what: "states"; readonly plural: boolean; readonly persons: boolean; readonly owner: number };

/** A named person: "Russian Foreign Minister Sergei Lavrov". */
export interface Person {
  readonly what: "person";
  /** The name without titles: "Sergei Lavrov". */
  readonly name: string;
  readonly title: Title | null;
  /** Code of the country whose possession the name is: "China's Xi". */
  readonly owner: string | null;
  /** Sectors that the words beside the name tell without a title; mostly empty. */
  readonly sectors: readonly string[];
}

/** An office as the words tell it. */
export interface Title {
  /** "Foreign Minister". */
  readonly words: string;
  readonly sectors: readonly string[];
  /** Code of the country or body that it belongs to. */
  readonly owner: string | null;
}

/** A noun that stands for somebody: "the foreign minister", "Russian troops", "his ministry", an unknown party's name. */
export interface Nominal {
  readonly what: "role" | "group" | "organ" | "named-body";
  /** Lower-case head noun in the singular where it has one. */
  readonly noun: string;
  /** The words without determiner: "foreign minister". */
  readonly words: string;
  readonly sectors: readonly string[];
  readonly owner: string | null;
  /** Further owners: "Chinese and American officials" are two sides. */
  readonly others: readonly string[];
  /** Head token of a pronoun or noun that owns it: "his" in "his ministry"; −1 where none. */
  readonly possessor: number;
  readonly definite: boolean;
  /** "foreign officials", "world leaders": of no one country. */
  readonly isForeign: boolean;
  /** "its allies", "Syria's partners": the owner's country is not theirs. */
  readonly isRelation: boolean;
  /** "44" of "44 people", lower case; empty without a number. */
  readonly count: string;
}

export interface Pronoun {
  readonly what: "pronoun";
  readonly person: 1 | 2 | 3;
  readonly plural: boolean;
  /** "it" and "its". */
  readonly neuter: boolean;
  readonly lemma: string;
}
