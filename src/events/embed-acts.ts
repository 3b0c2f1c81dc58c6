/** Decides what becomes of acts that other words govern: promised, refused, demanded, denied, carried out, called off. */
import { joinParties, type Party } from "../entities/index.js";
import { childrenBy, hasRelation, type Parsed } from "../language/index.js";
import type { Act } from "./act.js";
import { findOutcome, type Outcome } from "./embedding.js";
import type { EventKnowledge } from "./event-knowledge.js";
import { findGovernor, type Governor } from "./find-governor.js";
import { findModality, findNegation } from "./find-modality.js";
import { findObject, hasCase } from "./find-subject.js";
import { isNobody, isPooled, resolvePath, type SideView, without } from "./resolve-sides.js";

const MAX_CLIMB = 8;
const MEANT_FOR = [["to"], ["with"], ["iobj"], ["obj"], ["against"], ["of"]];

interface Embedding {
  readonly view: SideView;
  readonly knowledge: EventKnowledge;
  readonly byToken: ReadonlyMap<number, Act>;
  /** What each operator governs: the inner act and what becomes of it. */
  readonly taken: Map<number, { readonly inner: Act; readonly outcome: Outcome }>;
}

/** Takes the acts from the innermost outwards and changes each by what governs it. */
export function embedActs(view: SideView, acts: readonly Act[], knowledge: EventKnowledge): void {
  const byToken = new Map(acts.map((act) => [act.token, act]));
  const embedding: Embedding = { view, knowledge, byToken, taken: new Map() };
  const depths = depthsOf(view.parsed);
  const depthOf = (act: Act) => depths[act.token]! - (isAuxiliary(act) ? MODAL_STEP : 0);
  const inwards = [...acts].sort((a, b) => depthOf(b) - depthOf(a) || a.token - b.token);
  for (const act of inwards) {
    settleOperator(embedding, act);
    if (act.type !== null && act.dropped === "") climb(embedding, act);
  }
}

/** A modal hangs from its verb, but governs it: it comes right after the verb and before the verb's own governor. */
const MODAL_STEP = 1.5;

function isAuxiliary(act: Act): boolean {
  return act.predicate.kind === "aux";
}

/** An operator becomes the event that its complement makes of it. */
function settleOperator(embedding: Embedding, act: Act): void {
  const taken = embedding.taken.get(act.token);
  if (!taken) lendFromComplement(embedding.view, act);
  if (!taken || act.dropped !== "") return;
  const { inner, outcome } = taken;
  act.type = outcome.type === "=" ? inner.type : outcome.type;
  act.modes = outcome.modes ?? inner.modes;
  act.status = outcome.status;
  act.promised = inner.clause;
  const lent = withoutOwnState(embedding.view, without(lentRecipients(act, inner), act.actors), act.actors);
  if (!isNobody(lent) && (isNobody(act.recipients) || act.recipients.indirect)) act.recipients = lent;
  if (isPooled(act.type) && isNobody(act.actors)) act.actors = inner.actors;
}

/** A minister who promises that the own state will do something promises it to others. */
function withoutOwnState(view: SideView, lent: Party, actors: Party): Party {
  const officials = actors.entities.map(view.entityOf).filter((entity) => entity?.sectors[0] === "GOV");
  const own = officials.map((entity) => entity?.country);
  const states = lent.entities.filter((id) => view.entityOf(id)?.kind === "state");
  const isOwn = (id: string) => own.includes(view.entityOf(id)?.country ?? "");
  return without(lent, { entities: states.filter(isOwn), spans: [], indirect: false });
}

/** Whom a promise is meant for where its complement names no known act ("vowed to pay Oslo back"); "send observers" gives them. */
function lendFromComplement(view: SideView, act: Act): void {
  const isMeant = act.type === "AGREE" || act.type === "THREATEN";
  if (!isMeant || act.predicate.operator === "" || !isNobody(act.recipients)) return;
  const complement = childrenBy(view.parsed, act.token, "xcomp", "advcl", "acl").find((child) => child > act.token);
  if (complement === undefined) return;
  const meant = resolvePath(view, complement, MEANT_FOR);
  const isGiven = meant.entities.some((entity) => view.entityOf(entity)?.kind === "group");
  if (!isGiven) act.recipients = without(meant, act.actors);
}

/** Whoever did it is praised, blamed or rebuffed for it; whoever is to get it is promised, asked or threatened. */
function lentRecipients(act: Act, inner: Act): Party {
  const isJudged = act.type === "ACCUSE" || act.type === "SUPPORT" || act.type === "REJECT";
  const [first, second] = isJudged ? [inner.actors, inner.recipients] : [inner.recipients, inner.actors];
  if (act.type === "ACCUSE" || !isNobody(without(first, act.actors))) return first;
  return second;
}

/** Goes up from the act through what governs it, as far as the words change what it is. */
function climb(embedding: Embedding, act: Act): void {
  for (let step = 0; step < MAX_CLIMB; step++) {
    const modal = findModal(embedding, act);
    if (modal) {
      obey(embedding, act, modal);
      return;
    }
    const governor = findGovernor(embedding.view.parsed, outOfContainer(embedding.view, act.clause));
    const operator = findOperator(embedding, governor);
    applyModality(embedding, act, operator !== null);
    if (operator === null) {
      if (takeOver(embedding, act, governor)) continue;
      settleAtTop(embedding, act, governor);
      return;
    }
    if (!obey(embedding, act, operator)) return;
  }
}

/** "a series of meetings will take place": what is told of the series is told of the meetings. */
function outOfContainer(view: SideView, node: number): number {
  const { parsed } = view;
  const head = parsed.head[node]!;
  if (head < 0 || !hasRelation(parsed, node, "nmod") || !hasCase(parsed, node, "of")) return node;
  return view.classesOf(parsed.lemma[head]!.toLowerCase()).has("container") ? head : node;
}

/** "launched strikes", "held talks": where verb and object tell the same act, the noun names it, on the verb's sides. */
function takeOver(embedding: Embedding, act: Act, governor: Governor | null): boolean {
  const verb = governor?.link === "" ? embedding.byToken.get(governor.token) : undefined;
  if (!verb || verb.type !== act.type || verb.dropped !== "" || act.predicate.kind !== "noun") return false;
  if (!verb.predicate.frame.some((test) => test.kind === "obj" && test.classes.length > 0)) return false;
  const [actors, recipients] = [act.actors, act.recipients];
  if (isPooled(act.type)) act.actors = joinParties([verb.actors, actors]);
  else if (!isNobody(verb.actors)) act.actors = verb.actors;
  if (!isNobody(verb.recipients)) act.recipients = without(verb.recipients, act.actors);
  else act.recipients = without(isNobody(recipients) && !isPooled(act.type) ? actors : recipients, act.actors);
  if (act.modes.length === 0) act.modes = verb.modes;
  act.clause = verb.token;
  verb.dropped = `part of "${act.predicate.id}"`;
  return true;
}

/** What becomes of an act that no operator governs: part of its verb, a mere purpose, or an event as it is. */
function settleAtTop(embedding: Embedding, act: Act, governor: Governor | null): void {
  if (joinAntecedent(embedding, act)) return;
  if (governor) absorb(embedding, act, governor);
  if (isPurpose(embedding.view.parsed, act.clause)) act.dropped = "only the purpose of another act";
}

/** "talks in China that were attended by envoys": the noun names the act, on the sides of both and of the host. */
function joinAntecedent(embedding: Embedding, act: Act): boolean {
  const { view, byToken } = embedding;
  const isRelative = act.predicate.kind === "verb" && isPooled(act.type) && hasRelation(view.parsed, act.token, "acl");
  const talks = isRelative ? byToken.get(findObject(view.parsed, act.token)) : undefined;
  if (!talks || talks.type !== act.type || talks.predicate.kind !== "noun") return false;
  talks.actors = joinParties([talks.actors, act.actors, view.hostAt(talks.token)]);
  talks.recipients = without(talks.recipients, talks.actors);
  act.dropped = `part of "${talks.predicate.id}"`;
  return true;
}

/** Lets the operator do to the act what its line of the table says; true where the act goes on upwards. */
function obey(embedding: Embedding, act: Act, operator: Act): boolean {
  const { view, knowledge } = embedding;
  if (!act.type || !isFitting(embedding, operator, act)) return false;
  const outcome = findOutcome(
    knowledge.embeddings,
    operatorOf(view.parsed, operator, act),
    act.type,
    act.modes[0] ?? "",
  );
  if (!outcome) return false;
  if (outcome.trigger === "operator") takeUp(embedding, act, operator, outcome);
  else passThrough(embedding, act, operator, outcome);
  return outcome.trigger === "act";
}

/** "Oslo must withdraw" in somebody's mouth: the modal that asks for the act. */
function findModal({ view, byToken }: Embedding, act: Act): Act | null {
  const modals = childrenBy(view.parsed, act.clause, "aux").map((aux) => byToken.get(aux));
  return modals.find((modal) => modal && isAuxiliary(modal) && !isNobody(modal.actors)) ?? null;
}

function findOperator(embedding: Embedding, governor: Governor | null): Act | null {
  const operator = governor && embedding.byToken.get(governor.token);
  return operator && accepts(operator, governor.link) ? operator : null;
}

/** A plain complement always; a phrase only with the operator's own preposition, or any of a noun's. */
function accepts(operator: Act, link: string): boolean {
  const { predicate } = operator;
  if (predicate.operator === "") return false;
  if (link === "nsubj") return predicate.operator === "do" && predicate.kind === "verb";
  if (link === "" || predicate.with.split(" ").includes(link)) return true;
  if (["accuse", "blame", "praise"].includes(predicate.operator)) return ["for", "of", "over", "with"].includes(link);
  if (link === "in") return predicate.kind === "noun" && predicate.operator === "do";
  return predicate.kind === "noun" && ["for", "of", "to", "on"].includes(link);
}

/** A negated plan is no plan: "has no plans to sell"; what one says one would do is foretold. */
function operatorOf(parsed: Parsed, operator: Act, act: Act): string {
  const name = operator.predicate.operator;
  if (name === "plan" && findNegation(parsed, operator.token) >= 0) return "noplan";
  return name === "tell" && isAhead(parsed, act.clause) ? "foretell" : name;
}

/** To say that another did wrong accuses; to tell of one's own deeds, or of what nobody is named for, does not. */
function isFitting(embedding: Embedding, operator: Act, act: Act): boolean {
  if (operator.predicate.operator !== "tell") return true;
  if (isNobody(operator.actors) || isNobody(act.actors)) return false;
  const { entityOf, parsed } = embedding.view;
  const countries = (party: Party) => party.entities.map((entity) => entityOf(entity)?.country ?? null);
  const own = countries(operator.actors);
  const isSame = countries(act.actors).some((country) => own.includes(country));
  if (act.status === "negated") return false;
  return isAhead(parsed, act.clause) ? isSame || own.includes(null) : !isSame && act.status === null;
}

/** "would", "will": not yet done. */
function isAhead(parsed: Parsed, clause: number): boolean {
  return childrenBy(parsed, clause, "aux").some((aux) => ["will", "would", "shall"].includes(parsed.lemma[aux]!));
}

/** "cut aid", "held talks": a noun that a rule of the verb has counted in is no act of its own, but may name the sides. */
function absorb(embedding: Embedding, act: Act, governor: Governor): void {
  const verb = embedding.byToken.get(governor.token);
  if (!verb || verb.type === null || act.predicate.kind !== "noun") return;
  const wantsNoun = verb.predicate.frame.some(
    (test) => (test.kind === "obj" || test.kind === "prep") && test.classes.length > 0,
  );
  if (verb.type !== act.type && (!wantsNoun || governor.link === "nsubj")) return;
  act.dropped = `part of "${verb.predicate.id}"`;
  if (verb.type !== act.type) return;
  if (isPooled(verb.type)) verb.actors = joinParties([verb.actors, act.actors]);
  else if (isNobody(verb.actors)) verb.actors = act.actors;
  if (isNobody(verb.recipients)) verb.recipients = without(act.recipients, verb.actors);
}

/** The operator's own event replaces or joins the inner act. */
function takeUp(embedding: Embedding, act: Act, operator: Act, outcome: Outcome): void {
  if (!embedding.taken.has(operator.token)) embedding.taken.set(operator.token, { inner: act, outcome });
  if (outcome.keeps && outcome.type === "ACCUSE" && isNobody(act.actors)) {
    act.actors = without(operator.recipients, act.recipients);
  }
  const isBare = isNobody(operator.actors) && operator.predicate.operator === "blame" && act.predicate.kind === "verb";
  if (!outcome.keeps || isBare || isNobody(act.actors)) act.dropped = `told by "${operator.predicate.id}"`;
}

/** The inner act stays the event; the operator gives it status, clause and sides, and is no event itself. */
function passThrough(embedding: Embedding, act: Act, operator: Act, outcome: Outcome): void {
  act.type = outcome.type === "=" ? act.type : outcome.type;
  act.modes = outcome.modes ?? act.modes;
  if (outcome.status) {
    act.status = outcome.status;
    act.statusToken = operator.token;
  }
  act.clause = operator.token;
  operator.dropped = `part of "${act.predicate.id}"`;
  if (act.predicate.kind === "noun") lendSides(embedding.view, act, operator);
  else if (isNobody(act.actors)) act.actors = operator.actors;
}

/** "Israel launched strikes on Gaza", "talks were held by both": the verb's subject does what the noun names. */
function lendSides(view: SideView, act: Act, operator: Act): void {
  const doer = operator.actors;
  const sufferer = resolvePath(view, operator.token, operator.predicate.recipients);
  if (isPooled(act.type) && isNobody(act.recipients)) {
    act.actors = joinParties([doer, act.actors, sufferer]);
    return;
  }
  if (!isNobody(doer)) {
    if (isNobody(act.recipients)) act.recipients = without(act.actors, doer);
    act.actors = doer;
  }
  if (isNobody(act.recipients)) act.recipients = without(sufferer, act.actors);
}

/** "met to end the war": what an act is meant to bring about has not been done. */
function isPurpose(parsed: Parsed, clause: number): boolean {
  return hasRelation(parsed, clause, "advcl", "acl") && hasCase(parsed, clause, "to");
}

/** "will meet" is a plan, "will not attend" a refusal. */
function applyModality(embedding: Embedding, act: Act, isGoverned: boolean): void {
  const modality = findModality(embedding.view.parsed, act.clause, isGoverned);
  if (modality.kind === "none" || !act.type) return;
  const outcome = findOutcome(embedding.knowledge.embeddings, modality.kind, act.type, act.modes[0] ?? "");
  if (!outcome) return;
  act.type = outcome.type === "=" ? act.type : outcome.type;
  act.modes = outcome.modes ?? act.modes;
  act.status = outcome.status;
  act.statusToken = modality.token;
  if (act.type === "AGREE") act.promised = act.clause;
}

/** Steps from each token to its root; a parent's depth is found once and kept. */
function depthsOf(parsed: Parsed): Int32Array {
  const depths = new Int32Array(parsed.length).fill(-1);
  for (let token = 0; token < parsed.length; token++) {
    const open: number[] = [];
    let at = token;
    while (at >= 0 && depths[at]! < 0) {
      open.push(at);
      at = parsed.head[at]!;
    }
    let depth = at < 0 ? -1 : depths[at]!;
    for (let next = open.pop(); next !== undefined; next = open.pop()) depths[next] = ++depth;
  }
  return depths;
}
