/** The parameters of one request, read and checked. */
import { findNearest } from "../archive/index.js";
import { RequestError } from "../errors.js";
import { malformed, type Parameter } from "./parameters.js";
import { LIMITS } from "./settings.js";
import type { World } from "./world.js";

type Value = string | number | boolean;

/** Values by parameter; a handler asks by the name that its route declares. */
export class Values {
  readonly #values: ReadonlyMap<string, readonly Value[]>;

  constructor(values: ReadonlyMap<string, readonly Value[]>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    return this.#values.get(name)?.[0] as string | undefined;
  }

  texts(name: string): readonly string[] | undefined {
    return this.#values.get(name) as readonly string[] | undefined;
  }

  number(name: string): number | undefined {
    return this.#values.get(name)?.[0] as number | undefined;
  }

  numbers(name: string): readonly number[] | undefined {
    return this.#values.get(name) as readonly number[] | undefined;
  }

  flag(name: string): boolean | undefined {
    return this.#values.get(name)?.[0] as boolean | undefined;
  }

  /** The same words for the same question, in whatever order it was asked. */
  get canonical(): string {
    return JSON.stringify([...this.#values].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Throws RequestError for what the route does not know, for what is malformed, and for what is given too often. */
export function readValues(
  parameters: readonly Parameter[],
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
  world: World,
): Values {
  const inQuery = parameters.filter(({ place }) => place === "query");
  demandKnown([...query.keys()], inQuery);
  const values = new Map<string, readonly Value[]>();
  for (const parameter of parameters) {
    const { name, place, many } = parameter;
    const given = place === "path" ? [path[name] ?? ""] : query.getAll(name).filter((words) => words !== "");
    if (given.length > (many ? LIMITS.repeats : 1)) throw tooOften(name, many);
    if (given.length > 0)
      values.set(
        name,
        given.map((words) => readOne(parameter, words, world)),
      );
  }
  return new Values(values);
}

function readOne({ name, parse }: Parameter, words: string, world: World): Value {
  if (words.length > LIMITS.parameter) throw malformed(name, words, `Give at most ${LIMITS.parameter} letters.`);
  return parse(words, world);
}

function demandKnown(names: readonly string[], parameters: readonly Parameter[]): void {
  const known = parameters.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const remedy = known.length === 0 ? "Leave it out: none is taken here." : `Known here: ${known.join(", ")}.`;
  const message = `there is no parameter "${unknown.slice(0, 60)}"`;
  throw new RequestError("parameter-unknown", 400, message, remedy, findNearest(unknown, known));
}

function tooOften(name: string, many: boolean): RequestError {
  const remedy = many ? `Give it at most ${LIMITS.repeats} times.` : "Give it once.";
  return new RequestError("parameter-malformed", 400, `${name} is given too often`, remedy);
}
