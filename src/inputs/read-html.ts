/** Reads a saved page: its article's words under its title, with what the page says of itself. */
import { InputError } from "../errors.js";
import type { ReportInput } from "../reading/index.js";
import { decodeDocument } from "./charset.js";
import { type Page, parsePage } from "./dom.js";
import { collectBytes, type Found, type InputFile, NOWHERE } from "./input-file.js";
import { articleText, findArticles, findBody, stripChrome } from "./page-body.js";
import { decodeTwice, findArticleFacts, findFacts, type PageFacts } from "./page-facts.js";

/** Fewer letters than this are a remark, no article. */
const LEAST_LETTERS = 120;

/** One report, or as many as the page has whole articles. */
export async function* readHtml(file: InputFile): AsyncGenerator<Found> {
  const html = await decodeDocument(await collectBytes(file.chunks), file.charset);
  const reports = await readPage(html, file.url);
  for (const [i, report] of reports.entries()) {
    yield { kind: "report", report, ...NOWHERE, item: reports.length > 1 ? i + 1 : null };
  }
}

/** The reports of a page; throws InputError `html-no-article`, `html-scripted` or `html-too-deep`. */
export async function readPage(html: string, address: string | null): Promise<ReportInput[]> {
  const page = await parsePage(html);
  const facts = findFacts(page, address);
  const scripts = [...page.querySelectorAll("script")].length;
  stripChrome(page);
  const articles = findArticles(page);
  if (articles.length > 1) {
    return articles.map((article, i) => {
      const title = (article.querySelector("h1")?.textContent ?? "").replace(/\s+/g, " ").trim();
      const own = findArticleFacts(article, title, facts, i === 0);
      return makeReport(own, articleText(article));
    });
  }
  return [makeReport(facts, await bodyOf(page, facts, scripts))];
}

/** The words of a piece of HTML without any doubt what is the article: a feed's item, a mail. */
export async function htmlToText(html: string): Promise<string> {
  const { blockText } = await import("./block-text.js");
  const page = await parsePage(html);
  return page.body ? blockText(page.body) : "";
}

async function bodyOf(page: Page, facts: PageFacts, scripts: number): Promise<string> {
  const found = decodeEscaped(await findBody(page));
  if (letters(found) >= LEAST_LETTERS) return found;
  if (facts.body && letters(facts.body) > letters(found)) return facts.body;
  if (scripts > 0 && letters(found) < LEAST_LETTERS) {
    const message = "the page holds no article: its scripts fetch or build it";
    throw new InputError("html-scripted", message, "Save the page from a browser, which runs them.");
  }
  throw new InputError("html-no-article", "the page holds no article", "Give the page of one report.");
}

/** A body that shows entities where its writer meant signs was escaped twice. */
function decodeEscaped(text: string): string {
  return /&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-f]+);/i.test(text) ? decodeTwice(text)! : text;
}

function makeReport({ title, publisher, url, published, language }: PageFacts, body: string): ReportInput {
  return { title, publisher, url, published, language, text: withTitle(title, body) };
}

/** Title, blank line, body, unless the body begins with the title. */
export function withTitle(title: string | null, body: string): string {
  if (!title) return body;
  return startsAlike(body, title) ? body : `${title}\n\n${body}`;
}

const startsAlike = (body: string, title: string) => fold(body.slice(0, title.length + 20)).startsWith(fold(title));
const fold = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;
