/** The words of time expressions as pieces of patterns, and the numbers that they stand for. */

/** A full stop belongs to the short forms alone: that of "in August." ends the sentence. */
export const MONTH =
  "(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)";
export const WEEKDAY =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?:mon|tues?|wed|thurs?|thur|fri|sat|sun)\\.(?=[\\s,]))";
export const NUMBER =
  "(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)";
/** Numbers that tell no number: their value is null. */
export const VAGUE = "(?:(?:a\\s)?few|several|some|many|a\\scouple\\sof|a\\snumber\\sof|recent|dozens\\sof)";
export const UNIT = "(?:seconds|minute|hour|day|night|week|fortnight|month|year|decade)s?\\b";
export const PART = "(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|lunchtime)";
/** Blanks between words; a line of a wrapped text may break there. */
export const GAP = "[\\s]{1,40}";

const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const WEEKDAYS = "montuewedthufrisatsun";

/** 1…12 of "March" or "Sept.". */
export function monthNumber(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) / 3 + 1;
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayNumber(word: string): number {
  return WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) / 3;
}

const ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const TENS = ["ten", "twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"];

/** 3 of "three", "3" or "a" (1); null where the words tell no number. */
export function numberOf(words: string): number | null {
  const word = words.trim().toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  if (/^an?$/.test(word)) return 1;
  if (word === "eleven") return 11;
  if (word === "twelve") return 12;
  const one = ONES.indexOf(word);
  if (one >= 0) return one + 1;
  return teenOrTen(word);
}

function teenOrTen(word: string): number | null {
  const [ten = "", one = ""] = word.split("-");
  if (ten.endsWith("teen")) {
    const stem = ten.slice(0, -4);
    return 10 + TENS.indexOf(stem === "four" ? "for" : stem) + 1;
  }
  if (!ten.endsWith("ty")) return null;
  const tens = TENS.indexOf(ten.slice(0, -2)) + 1;
  return tens > 0 ? tens * 10 + ONES.indexOf(one) + 1 : null;
}
