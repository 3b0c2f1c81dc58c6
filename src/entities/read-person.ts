/** Mentions of persons by name, with title and apposition: "Russian Foreign Minister Sergei Lavrov". */
import { childrenBy, hasRelation, type Parsed } from "../language/index.js";
import { personsNamed } from "../names/index.js";
import type { Candidate, Person, Title } from "./candidate.js";
import { nameOver } from "./name-cover.js";
import { findPhraseRange, isOwnApposition } from "./phrase-range.js";
import { type FinderContext, findOwner, GOVERNMENTS, nounSectors, ownWords } from "./reading-context.js";
import { findSideSectors } from "./side-sectors.js";

/** The person that the phrase under this head names, null where it names none. */
export function readPerson(context: FinderContext, head: number): Candidate | null {
  const { parsed } = context;
  const isNoun = parsed.upos[head] === "PROPN" || parsed.upos[head] === "NOUN";
  if (!isNoun && !context.nameParts.has(parsed.form[head]!)) return null;
  const name = nameTokens(context, head);
  if (name === null || namesGovernment(context, head) || isPartyMark(parsed, name.first)) return null;
  const found = findPhraseRange(parsed, head, "person");
  const first = isStrayTitle(context, found.first - 1) ? found.first - 1 : found.first;
  const range = { first, last: Math.max(found.last, name.last) };
  const title = findTitle(context, range, head, name);
  const words = parsed.text
    .slice(parsed.start[name.first], parsed.end[name.last])
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ");
  if (!/\p{Lu}[\p{L}.'’]/u.test(words) || (title === null && !isPerson(context, name, words, head))) return null;
  return {
    ...range,
    head,
    type: "name",
    referent: { what: "person", name: words, title, ...belonging(context, range, name, head) },
  };
}

/** Whose the person is: the country that owns the name, or that of the party behind it, "(R-Tenn.)". */
function belonging(
  context: FinderContext,
  range: NameRange,
  name: NameRange,
  head: number,
): Pick<Person, "owner" | "sectors"> {
  const isMarked = context.parsed.form[name.last + 1] === "(" && isPartyMark(context.parsed, name.last + 2);
  if (isMarked) return { owner: "USA", sectors: ["LEG"] };
  const owner = findOwner(context, range.first, name.first - 1, -1) ?? ownerBehind(context, head, name);
  return { owner, sectors: [] };
}

/** Whose the person is by what stands behind the name without an office: "a member of Peru's police". */
function ownerBehind(context: FinderContext, head: number, name: NameRange): string | null {
  for (const child of childrenBy(context.parsed, head, "appos")) {
    const tells = nounSectors(context, child, "member") ?? nounSectors(context, child, "origin");
    if (child <= name.last || tells === null) continue;
    const { first, last } = findPhraseRange(context.parsed, child, "role");
    const owner = findOwner(context, first, last, -1);
    if (owner !== null) return owner;
  }
  return null;
}

/** "R-Tenn." in brackets: party and state of a member of the U.S. Congress. */
function isPartyMark(parsed: Parsed, first: number): boolean {
  return parsed.form[first - 1] === "(" && /^[RDI]$/.test(parsed.form[first]!) && parsed.form[first + 1] === "-";
}

/** "the Assad regime" names a government, not the man. */
function namesGovernment({ parsed }: FinderContext, head: number): boolean {
  const host = parsed.head[head]!;
  return (
    host >= 0 &&
    hasRelation(parsed, head, "compound", "amod") &&
    GOVERNMENTS.includes(parsed.lemma[host]!.toLowerCase())
  );
}

interface NameRange {
  readonly first: number;
  readonly last: number;
}

/** The tokens of the name proper: the head with its flat parts, or those of a name in apposition to a role. */
function nameTokens(context: FinderContext, head: number): NameRange | null {
  const { parsed } = context;
  if (isRole(context, head)) return nameBesideRole(context, head);
  const isName = parsed.upos[head] === "PROPN" || context.nameParts.has(parsed.form[head]!);
  return isName && !nameOver(context.cover, head) ? flatName(context, head) : null;
}

/** "President Ivan Petrov" under its title, "the foreign minister, Ivan Petrov". */
function nameBesideRole(context: FinderContext, head: number): NameRange | null {
  const { parsed } = context;
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (parsed.upos[child] !== "PROPN" || child < head || isRole(context, child) || nameOver(context.cover, child))
      continue;
    if (parsed.deprel[child] === "flat") return { first: child, last: lastFlat(context, head, child) };
    if (parsed.deprel[child] === "appos" && isOwnApposition(parsed, child)) return flatName(context, child);
  }
  return null;
}

function isRole(context: FinderContext, token: number): boolean {
  return nounSectors(context, token, "role") !== null || nounSectors(context, token, "title") !== null;
}

function flatName(context: FinderContext, head: number): NameRange {
  let first = head;
  while (first > 0 && isNamePart(context, first - 1, head)) first--;
  return { first, last: lastKnown(context, first, lastFlat(context, head, head)) };
}

/** Longest run of tokens that a full name of the text is looked for in. */
const LONGEST_NAME = 4;

/** "Wang Yi" where the tree has lost "Yi"; a name that the table knows, or that stands whole elsewhere. */
function lastKnown({ parsed, fullNames, names }: FinderContext, first: number, last: number): number {
  for (let end = Math.min(first + LONGEST_NAME, parsed.length) - 1; end > last; end--) {
    if (parsed.sentenceOf[end] !== parsed.sentenceOf[first]) continue;
    const words = parsed.text.slice(parsed.start[first], parsed.end[end]);
    if (fullNames.has(words) || (end > first && personsNamed(names.actors, words).length > 0)) return end;
  }
  return last;
}

function isNamePart(context: FinderContext, token: number, head: number): boolean {
  const { parsed } = context;
  const isPart =
    parsed.head[token] === head && parsed.upos[token] === "PROPN" && hasRelation(parsed, token, "compound", "flat");
  const isTitle = isRole(context, token) || nounSectors(context, token, "state") !== null;
  return isPart && !isTitle && !nameOver(context.cover, token);
}

function lastFlat({ parsed }: FinderContext, head: number, from: number): number {
  const isPartOf = (parent: number) => parent === head || (parent >= from && parent <= last);
  let last = from;
  for (;;) {
    const next = isTightHyphen(parsed, last + 1) ? last + 2 : last + 1;
    if (next >= parsed.length || parsed.deprel[next] !== "flat" || !isPartOf(parsed.head[next]!)) return last;
    last = next;
  }
}

/** The hyphen of "Al-Jubeir", without blanks. */
function isTightHyphen(parsed: Parsed, token: number): boolean {
  const isBetween = token > 0 && token + 1 < parsed.length && parsed.form[token] === "-";
  return isBetween && parsed.end[token - 1] === parsed.start[token] && parsed.end[token] === parsed.start[token + 1];
}

/** The office named beside the person: before the name, or in apposition to it. */
function findTitle(context: FinderContext, range: NameRange, head: number, name: NameRange): Title | null {
  const { parsed } = context;
  for (let token = name.first - 1; token >= range.first; token--) {
    if (parsed.xpos[token] === "POS") break;
    const title = titleAt(context, range.first, token);
    if (title) return title;
  }
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (parsed.deprel[child] !== "appos" || child < name.last) continue;
    const inner = findPhraseRange(parsed, child, "role");
    const title = titleAt(context, inner.first, child, inner.last);
    if (title) return title;
  }
  return null;
}

function titleAt(context: FinderContext, first: number, token: number, last = token): Title | null {
  const sectors = nounSectors(context, token, "role");
  if (!sectors) return null;
  const side = findSideSectors(context, { first, last }, token);
  return {
    words: ownWords(context, first, token),
    sectors: side ?? sectors,
    owner: findOwner(context, first, last, -1),
  };
}

/** Classes whose nouns end no person's name: "Labour Party", "Black Sea". */
const NO_NAMES = ["organ", "group", "body", "land", "thing", "time", "origin"] as const;

/** Without a title: a known name, several names in a row, "Mr.", a country's possession ("China's Xi"), or one who speaks. */
function isPerson(context: FinderContext, name: NameRange, words: string, head: number): boolean {
  const { parsed, names } = context;
  if (isPlaceHere(context, name, words) || isNamedAfter(context, name) || endsInTitle(context, name)) return false;
  if (isMonth(context, name)) return isNamesakeOfMonth(context, words, head);
  if (personsNamed(names.actors, words).length > 0) return true;
  if (NO_NAMES.some((wanted) => nounSectors(context, name.last, wanted) !== null)) return false;
  if (name.last > name.first) return parsed.deprel[name.last] === "flat" && !/\d/.test(words);
  if (context.nameParts.has(words)) return true;
  return isOwnedOrTitled(context, head) || isSpeaker(context, head);
}

/** "China's Xi", "Mr. Petrov". */
function isOwnedOrTitled(context: FinderContext, head: number): boolean {
  const { parsed } = context;
  for (let child = parsed.firstChild[head]!; child >= 0; child = parsed.nextSibling[child]!) {
    if (parsed.deprel[child] === "nmod:poss" && nameOver(context.cover, child)) return true;
    if (nounSectors(context, child, "title") !== null && child < head) return true;
  }
  return false;
}

const isMonth = (context: FinderContext, { first, last }: NameRange) =>
  first === last && nounSectors(context, last, "time") !== null;

/** "May told parliament", or "May" where somebody is introduced by that name. */
function isNamesakeOfMonth(context: FinderContext, words: string, head: number): boolean {
  const isIntroduced = [...context.fullNames].some((name) => name.endsWith(` ${words}`));
  const isKnown = personsNamed(context.names.actors, words).length > 0;
  return (isKnown && isSpeaker(context, head)) || (isIntroduced && !isDated(context.parsed, head));
}

/** "in May", "May 5", "last May": the month. */
function isDated(parsed: Parsed, head: number): boolean {
  return (
    childrenBy(parsed, head, "case", "nummod", "amod", "det").length > 0 || hasRelation(parsed, head, "obl", "nmod")
  );
}

/** The "Sen." that the tree has hung on the word before it: "Democrat Sen. Ivan Petrov". */
function isStrayTitle(context: FinderContext, token: number): boolean {
  return token >= 0 && context.parsed.deprel[token] === "flat" && nounSectors(context, token, "title") !== null;
}

/** "Democrat Sen." before a name: the title is the next one's. */
function endsInTitle(context: FinderContext, { last }: NameRange): boolean {
  return nounSectors(context, last, "title") !== null && /^\p{Lu}/u.test(context.parsed.form[last + 1] ?? "");
}

/** "Pierre Elliott Trudeau International Airport": what bears a person's name is none. */
function isNamedAfter(context: FinderContext, { last }: NameRange): boolean {
  const { parsed } = context;
  let next = last + 1;
  if (next < parsed.length && /^\p{Lu}/u.test(parsed.form[next]!) && parsed.upos[next] === "ADJ") next++;
  if (next >= parsed.length || parsed.sentenceOf[next] !== parsed.sentenceOf[last]) return false;
  return /^\p{Lu}/u.test(parsed.form[next]!) && nounSectors(context, next, "thing") !== null;
}

/** "San Francisco", "Austin, Texas", "the broadcaster's CTV Edmonton": words that name a town or division before they name a person. */
function isPlaceHere({ parsed, names, isPlace }: FinderContext, name: NameRange, words: string): boolean {
  const behind = parsed.form[name.last + 1] === "," ? (parsed.form[name.last + 2] ?? "") : "";
  if (/^\p{Lu}/u.test(behind) && isPlace(behind) && personsNamed(names.actors, behind).length === 0) return true;
  if (name.last > name.first)
    return isPlace(words) || (isLoud(parsed.form[name.first]!) && isPlace(parsed.form[name.last]!));
  return isPlace(words) && personsNamed(names.actors, words).length === 0;
}

/** "CTV": three capitals or more are no given name. */
const isLoud = (form: string) => /^\p{Lu}{3,}$/u.test(form);

function isSpeaker(context: FinderContext, head: number): boolean {
  const { parsed } = context;
  const verb = parsed.head[head]!;
  return verb >= 0 && hasRelation(parsed, head, "nsubj") && nounSectors(context, verb, "speech") !== null;
}
