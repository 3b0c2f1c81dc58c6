/** What a page says of itself: title, publisher, address, language, day. */

import type { Page, PageElement } from "./dom.js";
import { findLinkedArticles, type LinkedArticle } from "./json-ld.js";
import { formatTag } from "./language-tag.js";
import { dateInUrl, normaliseDate } from "./published.js";

export interface PageFacts {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly published: string | null;
  /** The article's words as JSON-LD has them, for pages that scripts build. */
  readonly body: string | null;
}

/** Facts of a page that came from `address`, null for a file. */
export function findFacts(page: Page, address: string | null): PageFacts {
  const linked = findLinkedArticles(page)[0] ?? null;
  const url = findUrl(page, linked, address);
  const site = metaOf(page, ["og:site_name", "application-name"]);
  const publisher = decodeTwice(linked?.publisher ?? site);
  return {
    title: findTitle(page, linked, publisher),
    publisher,
    url,
    language: formatTag(linked?.language ?? page.documentElement?.getAttribute("lang") ?? null),
    published: findPublished(page, linked, url),
    body: linked?.body ?? null,
  };
}

/** Facts of one of several articles on a page: what the page says holds for the one whose headline it names. */
export function findArticleFacts(article: PageElement, title: string, page: PageFacts, isFirst: boolean): PageFacts {
  const isNamed = page.title === title;
  const own = article.querySelector("time[datetime]")?.getAttribute("datetime");
  const published = normaliseDate(own) ?? (isNamed || isFirst ? page.published : null);
  return { ...page, title, published, url: isNamed || isFirst ? page.url : null, body: null };
}

/** JSON-LD, `article:published_time`, `<time>`, dated address, in that order. */
function findPublished(page: Page, linked: LinkedArticle | null, url: string | null): string | null {
  const meta = metaOf(page, ["article:published_time", "og:article:published_time"]);
  return normaliseDate(linked?.published) ?? normaliseDate(meta) ?? findTime(page) ?? dateInUrl(url);
}

/** The first time of the article itself: comments and teasers have their own. */
function findTime(page: Page): string | null {
  for (const time of page.querySelectorAll("time[datetime]")) {
    if (time.closest("aside, nav, footer, [class*=comment], [id*=comment], [class*=related], [class*=live-]")) continue;
    const date = normaliseDate(time.getAttribute("datetime"));
    if (date) return date;
  }
  return null;
}

function findUrl(page: Page, linked: LinkedArticle | null, address: string | null): string | null {
  const canonical = page.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? null;
  const candidates = [canonical, metaOf(page, ["og:url"]), linked?.url ?? null, address];
  for (const candidate of candidates) {
    const url = candidate && absolute(candidate.trim(), address);
    if (url) return url;
  }
  return null;
}

/** An address of the web, resolved against the page's own; null for any other. */
function absolute(address: string, base: string | null): string | null {
  try {
    const url = new URL(address, base ?? undefined);
    // As it is written, where it is whole: a canonical address is compared with others letter by letter.
    return /^https?:$/.test(url.protocol) ? (/^https?:\/\//i.test(address) ? address : url.href) : null;
  } catch {
    return null;
  }
}

/** JSON-LD, `og:title`, the only first-rank heading, or the title without the publisher's name behind it. */
function findTitle(page: Page, linked: LinkedArticle | null, publisher: string | null): string | null {
  const headings = [...page.querySelectorAll("h1")].map((heading) => fold(heading.textContent));
  const heading = headings.length === 1 ? headings[0]! : null;
  const whole = fold(page.querySelector("title")?.textContent ?? null);
  const title = linked?.headline ?? metaOf(page, ["og:title", "twitter:title"]) ?? (heading || whole);
  return decodeTwice(dropPublisher(fold(title), publisher));
}

function dropPublisher(title: string, publisher: string | null): string | null {
  const parts = publisher ? title.split(/\s+[|–—-]\s+/) : [];
  const isLast = parts.length > 1 && parts.at(-1)!.toLowerCase() === publisher!.toLowerCase();
  return (isLast ? title.slice(0, title.lastIndexOf(parts.at(-1)!)).replace(/\s+[|–—-]\s+$/, "") : title) || null;
}

function metaOf(page: Page, names: readonly string[]): string | null {
  for (const name of names) {
    const found = page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content");
    if (found?.trim()) return fold(found);
  }
  return null;
}

const fold = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** "Talks & trade" of "Talks &amp; trade", which a page's parser leaves where it was escaped twice. */
export function decodeTwice(text: string | null): string | null {
  return (
    text?.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (all, dec, hex, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? all;
      const code = dec ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
    }) ?? null
  );
}
