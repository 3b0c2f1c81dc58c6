/** For tests: how much of each saved page's article is kept, and how much else is let in. */
import { readInput } from "../read-input.js";
import { type Comparison, compareWords } from "./compare-words.js";
import { makePages } from "./sites.js";

/** The articles' words against those of all reports that a page gives. */
export async function comparePages(): Promise<Comparison[]> {
  const shares: Comparison[] = [];
  for (const { html, stories } of makePages()) {
    const { reports } = await readInput("page.html", html);
    const truth = stories.flatMap(({ title, body }) => [title, ...body.map((line) => line.replace(/^(?:## |- )/, ""))]);
    shares.push(compareWords(truth.join("\n"), reports.map((report) => report.text).join("\n")));
  }
  return shares;
}
