import { expect, it } from "vitest";
import { datelineLength } from "./find-dateline.js";

/** The dateline of a text whose words are parted by spaces. */
function dateline(text: string): string {
  const words = Array.from(text.matchAll(/\S+/g), ({ 0: form, index }) => ({ start: index, end: index + form.length }));
  return text.split(" ").slice(0, datelineLength(text, words)).join(" ");
}

it.each([
  "TUNXI , March 30 ( Xinhua ) --",
  "BAGHDAD ( Reuters ) -",
  "SAN FRANCISCO , Calif. —",
  "HANOI -",
  "RIO DE JANEIRO –",
  "U.N. HEADQUARTERS , New York --",
])("finds %j", (opening) => expect(dateline(`${opening} The two ministers met .`)).toBe(opening));

it.each([
  "RUSSIA SIGNS DEAL - MINISTRY SAYS SO",
  "NATO , which met here -- and agreed -- said so",
  "China and Russia -- old friends -- met",
  "MOSCOW ( Reuters ) -",
  "NATO - Russia ties under strain",
  "KENYA - CHAD TALKS FAIL AGAIN .",
  "WHO IS GUILTY OF THIS - The two ministers met .",
])("finds none in %j", (text) => expect(dateline(text)).toBe(""));
