/** Countries that something happens in and that are a side of it all the same: the one visited, the one struck by another state. */
import { childBy, childrenBy, hasRelation, type Parsed } from "../language/index.js";
import { personsNamed, phraseHead } from "../names/index.js";
import { type KnownName, nameOver } from "./name-cover.js";
import { type FinderContext, nounSectors } from "./reading-context.js";

type CountryHit = Extract<KnownName, { of: "country" }>;

/**
 * Whether the country behind an "in" is host or target: "arrives in Cuba", "Petrov in Cuba for talks" at the head of
 * a report, "U.S. raid in Pakistan"; "died in Cuba" and "protests in Cuba" are about a place alone.
 */
export function isHostOrTarget(context: FinderContext, name: CountryHit): boolean {
  const { parsed } = context;
  const governor = parsed.head[anchorOf(parsed, phraseHead(parsed, name.first, name.last))]!;
  if (governor < 0 || name.kind !== "name") return false;
  if (parsed.upos[governor] === "VERB" && nounSectors(context, governor, "arrival") !== null) return true;
  return isVisitor(context, governor, name) || isStruck(context, governor, name);
}

/** "in France and Germany": the second stands where the first does. */
function anchorOf(parsed: Parsed, head: number): number {
  return parsed.deprel[head] === "conj" && parsed.head[head]! >= 0 ? parsed.head[head]! : head;
}

/** Words that may follow where a headline has said who is where: "Petrov in Cuba for talks". */
const AFTER_VISIT = /^(?:[,;:–—-]|for|to|on|after|amid|ahead|as|over|with|this|next)$/;

/** "Petrov in Cuba to mend ties": a headline without a verb tells of a visit by an official or a known person. */
function isVisitor(context: FinderContext, governor: number, name: CountryHit): boolean {
  const { parsed } = context;
  const sentence = parsed.sentences[parsed.sentenceOf[governor]!]!;
  if (!sentence.heading || governor > name.first || !isEnvoy(context, governor)) return false;
  return name.last === sentence.last || AFTER_VISIT.test(parsed.form[name.last + 1]!);
}

/** The noun itself, or one set beside it: "UK PM Petrov" hangs on "UK" in some trees. */
function isEnvoy(context: FinderContext, token: number): boolean {
  const beside = childrenBy(context.parsed, token, "appos", "flat", "nmod:desc", "nmod:unmarked");
  return [token, ...beside].some((word) => namesEnvoy(context, word));
}

function namesEnvoy(context: FinderContext, token: number): boolean {
  const { parsed, names } = context;
  const role = nounSectors(context, token, "role");
  if (role) return role[0] === "GOV" && /^NNP?$/.test(parsed.xpos[token]!);
  return parsed.upos[token] === "PROPN" && personsNamed(names.actors, parsed.form[token]!).length > 0;
}

/** "U.S. strike kills five in Pakistan", "Turkey shells targets in Syria": force that another state uses there. */
function isStruck(context: FinderContext, governor: number, name: CountryHit): boolean {
  const { parsed } = context;
  const verb = parsed.head[governor]!;
  const act = [governor, hasRelation(parsed, governor, "obj") ? verb : -1].find((token) => isForce(context, token));
  if (act === undefined || isAimedAtOther(context, act)) return false;
  return doersOf(context, act).some((doer) => isForeign(context, doer, name));
}

/** "bombs PKK bases in Iraq", "kills ten militants in Iraq": whom the act hits is named, and is not the country. */
function isAimedAtOther(context: FinderContext, act: number): boolean {
  const { parsed } = context;
  return childrenBy(parsed, act, "obj").some(
    (hit) =>
      [hit, ...childrenBy(parsed, hit, ...MODIFIERS)].some((word) => nameOver(context.cover, word) !== null) ||
      nounSectors(context, hit, "group") !== null ||
      nounSectors(context, hit, "role") !== null,
  );
}

function isForce(context: FinderContext, token: number): boolean {
  return token >= 0 && nounSectors(context, token, "force") !== null;
}

const MODIFIERS = ["amod", "compound", "nmod:poss", "nmod:desc"];

/** The act's subject, for a noun the words before it, and the subject of the verb that has it as object. */
function doersOf(context: FinderContext, act: number): number[] {
  const { parsed } = context;
  if (parsed.upos[act] === "VERB") return isForceless(parsed, act) ? [] : childrenBy(parsed, act, "nsubj");
  const verb = parsed.head[act]!;
  const isDone = verb >= 0 && hasRelation(parsed, act, "obj") && nounSectors(context, verb, "speech") === null;
  return [act, ...(isDone ? childrenBy(parsed, verb, "nsubj") : [])];
}

/** "soldiers killed in Iraq", "workers strike in Congo": without an object such a verb is a headline's passive, or no act of force. */
function isForceless(parsed: Parsed, verb: number): boolean {
  return childBy(parsed, verb, "obj") < 0;
}

/** Whether a token is, or is modified by, the name of another state or of an alliance: "U.S. drone strike". */
function isForeign(context: FinderContext, token: number, { country }: CountryHit): boolean {
  const { parsed, cover } = context;
  const modifiers = childrenBy(parsed, token, ...MODIFIERS);
  const inner = modifiers.flatMap((word) => childrenBy(parsed, word, ...MODIFIERS));
  return [token, ...modifiers, ...inner].some((word) => {
    const name = nameOver(cover, word);
    if (name?.of === "country") return name.country.code !== country.code;
    return name?.of === "body" && (name.body.kind === "igo" || name.body.kind === "government");
  });
}
