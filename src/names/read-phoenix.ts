/** Reads a user's actors from a dictionary of PETRARCH's: names in capitals, synonyms after "+", dated CAMEO codes in brackets. */
import type { ActorFault, ActorList, ListedActor } from "./actor-list.js";

/** A code with its bounds: "LBYGOV", ISO dates, empty where open. */
interface DatedCode {
  readonly code: string;
  readonly from: string;
  readonly until: string;
}

/** One actor of a dictionary as it is written. */
interface Entry {
  readonly line: number;
  readonly names: string[];
  readonly codes: DatedCode[];
  /** Its name could not be read, so that what follows belongs to nobody. */
  isBroken: boolean;
}

/** The actors with their codes as written; what a code means the tables tell. */
export function readPhoenix(lines: readonly string[]): ActorList {
  const faults: ActorFault[] = [];
  const entries: Entry[] = [];
  for (const [i, text] of withoutComments(lines).entries()) {
    const fault = text.trim() === "" ? null : readLine(text, i + 1, entries);
    if (fault) faults.push({ line: i + 1, message: fault });
  }
  for (const { line, codes, isBroken } of entries) {
    if (codes.length === 0 && !isBroken) faults.push({ line, message: "has no code in brackets" });
  }
  const actors = entries.filter(isWhole).map(({ names, codes }) => listed(names, codes));
  return { actors, faults: faults.sort((a, b) => a.line - b.line) };
}

const isWhole = ({ codes, isBroken }: Entry) => codes.length > 0 && !isBroken;

/** Lines without "# …", "; …" and "<!-- … -->", which may go over several lines. */
function withoutComments(lines: readonly string[]): string[] {
  let isInside = false;
  return lines.map((line) => {
    const opens = line.includes("<!--");
    const isComment = isInside || opens || line.trimStart().startsWith("#");
    isInside = (isInside || opens) && !line.includes("-->");
    return isComment ? "" : line.replace(/\s[;#].*$|^;.*$/, "");
  });
}

/** Adds the line to the entries; what is wrong with it, null where nothing is. */
function readLine(text: string, line: number, entries: Entry[]): string | null {
  const [before = "", ...rest] = text.split("[");
  const codes = rest.map((part) => readCode(part));
  const bad = codes.find((code) => typeof code === "string");
  if (typeof bad === "string") return bad;
  const name = before.trim();
  const isSynonym = name.startsWith("+");
  const isCode = name === "" && codes.length > 0;
  let entry = entries.at(-1);
  if (!isSynonym && !isCode) {
    entry = { line, names: [], codes: [], isBroken: false };
    entries.push(entry);
  }
  if (!entry) return "belongs to no name above it";
  if (!isCode) {
    const names = spellings(isSynonym ? name.slice(1) : name);
    entry.isBroken ||= names.length === 0 && !isSynonym;
    if (names.length === 0) return `"${name}" is no name`;
    entry.names.push(...names);
  }
  entry.codes.push(...(codes as DatedCode[]));
  return null;
}

const CODE = /^((?:[A-Z]{3}|---)(?:[A-Z]{3})*)(?:\s+(?:<(\d+)|>(\d+)|(\d+)\s*-\s*(\d+)))?\s*$/;

/** "LBYGOV 690901-111020]", or what is wrong with it. */
function readCode(part: string): DatedCode | string {
  const inside = part.slice(0, part.indexOf("]")).trim();
  if (!part.includes("]")) return `"[${part.trim()}" has no closing bracket`;
  const found = CODE.exec(inside);
  if (!found) return `"[${inside}]" is no code`;
  const [, code = "", before, after, from, until] = found;
  const days = [after ?? from, before ?? until].map((day) => (day === undefined ? "" : isoDay(day)));
  if (days.includes(null)) return `"[${inside}]" has no possible date`;
  return { code, from: days[0]!, until: days[1]! };
}

/** The last year that two digits may mean in this century, as in PETRARCH. */
const LAST_YEAR = 30;

/** "010120" is 2001-01-20 and "20010120" too; null where it is no day. */
function isoDay(digits: string): string | null {
  if (digits.length !== 6 && digits.length !== 8) return null;
  const short = Number(digits.slice(0, 2));
  const year = digits.length === 8 ? digits.slice(0, 4) : `${short > LAST_YEAR ? 19 : 20}${digits.slice(0, 2)}`;
  const month = digits.slice(-4, -2);
  const day = digits.slice(-2);
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
    ? `${year}-${month}-${day}`
    : null;
}

const SMALL = /\b(?:Of|The|And|For|In|On|De|Del|Da|Bin|Ibn)\b/g;

/** "AL-QAEDA_" as news writes it: "Al-Qaeda", "al-Qaeda"; what stands in braces is a plural. */
function spellings(written: string): string[] {
  const all = written.split(/[{}]/).flatMap((part) => {
    const name = part.replace(/_/g, " ").replace(/\s+/g, " ").trim();
    if (!/[\p{L}\p{N}]/u.test(name)) return [];
    if (name !== name.toUpperCase()) return [name];
    const proper = name.toLowerCase().replace(/(?:^|[\s\-('])\p{L}/gu, (letter) => letter.toUpperCase());
    const plain = proper.replace(SMALL, (word, at: number) => (at === 0 ? word : word.toLowerCase()));
    return [plain, proper, plain.replace(/\b(?:Al|El)-/g, (word) => word.toLowerCase()), ...acronym(name)];
  });
  return [...new Set(all)];
}

/** "NATO" stays loud. */
const acronym = (name: string) => (/^[A-Z0-9]{2,6}$/.test(name) ? [name] : []);

function listed(names: readonly string[], codes: readonly DatedCode[]): ListedActor {
  const terms = codes.map(({ code, from, until }) => ({
    country: null,
    sectors: [],
    title: "",
    cameo: code,
    from,
    until,
  }));
  return { names: [...new Set(names)], kind: null, surname: "", terms };
}
