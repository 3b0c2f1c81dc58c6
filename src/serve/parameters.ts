/** Parameters of the routes: what each may hold, how it is read, and what the API's description says of it. */
import { findNearest } from "../archive/index.js";
import { RequestError } from "../errors.js";
import { dayNumber } from "../times/index.js";
import { LIMITS } from "./settings.js";
import { demandCountry, type World } from "./world.js";

/** A part of a JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly place: "query" | "path";
  readonly about: string;
  readonly schema: Schema;
  /** Whether it may be given several times. */
  readonly many: boolean;
  /** What the words mean; throws RequestError. */
  readonly parse: (words: string, world: World) => string | number | boolean;
}

type Parse = Parameter["parse"];

function make(name: string, about: string, schema: Schema, parse: (name: string) => Parse): Parameter {
  return { name, about, schema, parse: parse(name), place: "query", many: false };
}

export const inPath = (parameter: Parameter): Parameter => ({ ...parameter, place: "path" });
export const several = (parameter: Parameter): Parameter => ({ ...parameter, many: true });

/** Any words, bounded. */
export function words(name: string, about: string): Parameter {
  return make(name, about, { type: "string", minLength: 1, maxLength: LIMITS.parameter }, (its) => (given) => {
    if (given.trim() === "") throw malformed(its, given, "Give at least one letter.");
    return given;
  });
}

/** A country by code or name; its code. */
export function country(name: string, about: string): Parameter {
  return make(name, about, { type: "string", examples: ["RUS"] }, () => (given, world) => demandCountry(world, given));
}

/** One of some words. */
export function oneOf(name: string, about: string, known: readonly string[]): Parameter {
  return make(name, about, { type: "string", enum: known }, (its) => (given) => {
    const found = known.find((word) => word.toLowerCase() === given.toLowerCase());
    if (found !== undefined) return found;
    const remedy = `Give one of ${known.join(", ")}.`;
    throw new RequestError("parameter-malformed", 400, `${its} is "${given}"`, remedy, findNearest(given, known));
  });
}

export function count(name: string, about: string, least: number, most: number): Parameter {
  return make(name, about, { type: "integer", minimum: least, maximum: most }, (its) => (given) => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw malformed(its, given, `Give a whole number from ${least} to ${most}.`);
  });
}

/** A probability. */
export function chance(name: string, about: string): Parameter {
  return make(name, about, { type: "number", minimum: 0, maximum: 1 }, (its) => (given) => {
    const value = /^(?:[01]|[01]?\.\d{1,6})$/.test(given) ? Number(given) : Number.NaN;
    if (value >= 0 && value <= 1) return value;
    throw malformed(its, given, "Give a number from 0 to 1, such as 0.7.");
  });
}

export function flag(name: string, about: string): Parameter {
  return make(name, about, { type: "string", enum: ["0", "1"] }, (its) => (given) => {
    if (given === "1" || given === "true") return true;
    if (given === "0" || given === "false") return false;
    throw malformed(its, given, "Give 1 or 0.");
  });
}

/** So many hex digits. */
export function key(name: string, about: string, digits: 16 | 64): Parameter {
  const pattern = `^[0-9a-f]{${digits}}$`;
  return make(name, about, { type: "string", pattern }, (its) => (given) => {
    if (new RegExp(pattern).test(given)) return given;
    throw malformed(its, given, `Give ${digits} hex digits in small letters.`, 404);
  });
}

export const since = (name = "since") => day(name, "first day, or month or year: 2022-03-30, 2022-03, 2022", false);
export const until = (name = "until") => day(name, "last day, or month or year", true);

function day(name: string, about: string, isEnd: boolean): Parameter {
  const schema = { type: "string", pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" };
  return make(name, about, schema, (its) => (given) => {
    const found = readDay(given, isEnd);
    if (found !== null) return found;
    throw malformed(its, given, "Give a day, month or year, such as 2022-03-30, 2022-03 or 2022.");
  });
}

/** First or last day of the day, month or year that is given; null where the calendar has none. */
function readDay(given: string, isEnd: boolean): string | null {
  const [, years, months = isEnd ? "12" : "01", days] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(given) ?? [];
  const [year, month] = [Number(years), Number(months)];
  if (!(year >= 1 && month >= 1 && month <= 12)) return null;
  const length = lengthOf(year, month);
  const date = Number(days ?? (isEnd ? length : 1));
  return date >= 1 && date <= length ? `${years}-${months}-${String(date).padStart(2, "0")}` : null;
}

function lengthOf(year: number, month: number): number {
  return dayNumber({ year, month: month + 1, day: 1 }) - dayNumber({ year, month, day: 1 });
}

export function malformed(name: string, given: string, remedy: string, status: 400 | 404 = 400): RequestError {
  const shown = given.length > 60 ? `${given.slice(0, 60)}…` : given;
  return new RequestError("parameter-malformed", status, `${name} is "${shown}"`, remedy);
}
