/** What a page says of its articles in JSON-LD. */
import type { Page } from "./dom.js";

/** Fields of one article object of schema.org, as far as they are strings. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly body: string | null;
}

const ARTICLE = /(?:Article|NewsArticle|Reportage|BlogPosting|LiveBlogPosting|Report)$/;

type Fields = Readonly<Record<string, unknown>>;

/** All article objects of the page in their order; scripts that are no JSON are passed by. */
export function findLinkedArticles(page: Page): LinkedArticle[] {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
  return scripts
    .flatMap((script) => objectsIn(parse(script.textContent ?? "")))
    .filter(isArticle)
    .map(describe);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ""));
  } catch {
    return null;
  }
}

/** The object itself, those of a list, and those of its graph. */
function objectsIn(value: unknown, depth = 0): Fields[] {
  if (typeof value !== "object" || value === null || depth > 8) return [];
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item, depth + 1));
  const fields = value as Fields;
  return [fields, ...objectsIn(fields["@graph"], depth + 1), ...objectsIn(fields.mainEntity, depth + 1)];
}

function isArticle(fields: Fields): boolean {
  const types = [fields["@type"]].flat();
  return types.some((type) => typeof type === "string" && ARTICLE.test(type));
}

function describe(fields: Fields): LinkedArticle {
  const { mainEntityOfPage: main } = fields;
  return {
    headline: words(fields.headline) ?? words(fields.name),
    published: words(fields.datePublished),
    publisher: nameOf(fields.publisher),
    url: words(fields.url) ?? words(main) ?? words((main as Fields | undefined)?.["@id"]),
    language: words(fields.inLanguage),
    body: words(fields.articleBody),
  };
}

function nameOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return words(first) ?? words((first as Fields | null | undefined)?.name);
}

function words(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
