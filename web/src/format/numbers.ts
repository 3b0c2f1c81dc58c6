/** Numbers as the page prints them: the same on every machine, whatever its locale. */

const MINUS = "−";
const THIN = "\u202f";

/** 1284 → "1,284". */
export const formatCount = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");

/** 3.08 → "+3.1", −0.04 → "0.0"; null, which is "not known", a dash. */
export function formatSigned(value: number | null, digits = 1): string {
  if (value === null) return "–";
  const shown = Math.abs(value).toFixed(digits);
  if (Number(shown) === 0) return shown;
  return `${value < 0 ? MINUS : "+"}${shown}`;
}

/** 0.384 → "38 %". */
export const formatPercent = (share: number): string => `${Math.round(share * 100)}${THIN}%`;

/** 0.81 → ".81", 1 → "1.0": a probability in as few signs as it needs. */
export function formatSure(confidence: number): string {
  const shown = confidence.toFixed(2);
  return shown.startsWith("0") ? shown.slice(1) : "1.0";
}

/** (1, "act") → "1 act"; (3, "act") → "3 acts". */
export const formatPlural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** "cooperation" from 0 up, "conflict" below: which of the two hues a value takes. */
export const toneOf = (value: number | null): "coop" | "conf" | "" => {
  if (value === null || Number(value.toFixed(1)) === 0) return "";
  return value > 0 ? "coop" : "conf";
};
