/** The two countries that a headline names, and the judge's question of what the one does to the other. */
import type { EntityMention } from "../entities/index.js";
import { childBy, type Parsed, relation } from "../language/index.js";
import type { Entity } from "../reading/index.js";
import type { Act } from "./act.js";
import type { EventCandidate, Layers, Side } from "./event-layer.js";
import { groupBy } from "./group-by.js";
import type { PartyRange, Question } from "./judge/index.js";

/** Whoever of a country is named first in a headline, and whoever of another is named next. */
export interface HeadingPair {
  readonly first: PairSide;
  readonly second: PairSide;
  /** How many countries the headline names. */
  readonly countries: number;
}

interface PairSide extends Side {
  readonly country: string;
  readonly range: PartyRange;
}

/** Headlines of a text, each with the mentions of its own sentence: looking through all for each would take time by the square. */
export interface HeadingView {
  readonly layers: Layers;
  readonly entityOf: ReadonlyMap<string, Entity>;
  readonly mentionsIn: ReadonlyMap<number, readonly EntityMention[]>;
}

export function viewHeadings(layers: Layers): HeadingView {
  const { parsed, entities } = layers;
  return {
    layers,
    entityOf: new Map(entities.entities.map((entity) => [entity.id, entity])),
    mentionsIn: groupBy(entities.mentions, ({ head }) => parsed.sentenceOf[head]!),
  };
}

/**
 * The first two of different countries, in text order; null where fewer are named. A name within another's words, as in
 * "Peru's envoy to Chad", is no side of its own.
 */
export function findHeadingPair({ entityOf, mentionsIn }: HeadingView, sentence: number): HeadingPair | null {
  const byCountry = new Map<string, PairSide>();
  let covered = -1;
  for (const mention of mentionsIn.get(sentence) ?? []) {
    if (mention.type === "pronoun" || mention.last <= covered) continue;
    covered = mention.last;
    for (const entity of mention.entities) {
      const country = entityOf.get(entity)?.country;
      if (country && !byCountry.has(country)) {
        byCountry.set(country, { entity, country, span: mention.span, range: mention });
      }
    }
  }
  const [first, second] = byCountry.values();
  return first && second ? { first, second, countries: byCountry.size } : null;
}

/** What the judge looks at: the words between both, what the rules found, and how each stands in the sentence. */
export function askOfHeading(
  pair: HeadingPair,
  acts: readonly Act[],
  beside: readonly EventCandidate[],
  view: HeadingView,
): Question {
  const told = beside[0];
  const { layers } = view;
  return {
    parsed: layers.parsed,
    actor: pair.first.range,
    recipient: pair.second.range,
    trigger: -1,
    answer: { type: told?.type ?? null, confidence: told?.confidence ?? 0, rule: told?.rule ?? null },
    proposals: beside.map(({ type }) => ({ type, fit: 1 })),
    acts: acts.map((act) => ({
      own: act.predicate.type,
      operator: act.predicate.operator,
      type: act.type,
      dropped: act.dropped !== "",
    })),
    standing: [...standingOf(view, pair.first, "A"), ...standingOf(view, pair.second, "R"), `n=${pair.countries}`],
  };
}

/** Of what kind a side is and how its words hang from the rest: "A.kind=person", "R.case=in", "R.of=troops". */
function standingOf({ layers, entityOf }: HeadingView, side: PairSide, name: string): string[] {
  const { parsed } = layers;
  const { head } = side.range;
  const entity = entityOf.get(side.entity);
  const link = relation(parsed, head);
  const found = [`${name}.kind=${entity?.kind}`, `${name}.sector=${entity?.sectors[0] ?? ""}`, `${name}.rel=${link}`];
  const preposition = childBy(parsed, head, "case");
  if (preposition >= 0) found.push(`${name}.case=${parsed.lemma[preposition]!.toLowerCase()}`);
  const over = parsed.head[head]!;
  if (over >= 0) found.push(`${name}.of=${lemmaAt(parsed, over)}`, `${name}.${link}.of=${lemmaAt(parsed, over)}`);
  const before = parsed.form[side.range.first - 1] ?? "";
  if (/^[:–—-]+$/.test(before)) found.push(`${name}.after-sign`);
  if (parsed.form[side.range.last + 1] === ":") found.push(`${name}.before-colon`);
  return found;
}

function lemmaAt(parsed: Parsed, token: number): string {
  return parsed.upos[token] === "PROPN" ? "<n>" : parsed.lemma[token]!.toLowerCase();
}
