/** The article's own words among all that a page holds: Mozilla's Readability, with what it keeps wrongly taken off before. */
import { blockText } from "./block-text.js";
import { type Page, type PageElement, parsePage } from "./dom.js";

/** What surrounds an article and is none of it, by element and role. */
const CHROME = [
  "script, style, noscript, template, iframe, form, button, nav, dialog, figure figcaption, svg",
  "[hidden], [aria-hidden=true], [role=dialog], [role=alertdialog], [role=navigation], [role=complementary]",
  "[role=search], [role=contentinfo], [role=banner], body > footer, body > header, aside",
].join(", ");

/** And by what its class or id calls it, word by word. */
const CHROME_NAMES =
  /(?:^|[\s_-])(?:cookie\w*|consent|gdpr|paywall|subscri\w+|newsletter|signup|comments?|disqus|related|recirc\w*|recommend\w*|trending|most-?read|read-?more|more-?(?:on|from)|share|sharing|social|breadcrumbs?|promo\w*|advert\w*|ads?|sponsor\w*|outbrain|taboola|tags?|topics|byline|author-?(?:bio|box)|bio|caption|credit|gallery-?(?:nav|thumbs?|controls?|counter)|toolbar|skip-?link|correction-form|poll|widget|sidebar|masthead|timestamp|dateline-meta|kicker)(?:$|[\s_-])/i;

/** A heading that opens what follows an article. */
const CHROME_HEADING =
  /^(?:\d+ )?(?:comments?|responses?|reactions?|join the (?:conversation|discussion)|leave a (?:reply|comment)|related\b.*|more (?:from|on|in|like)\b.*|most (?:read|popular|viewed)\b.*|read (?:more|also|next)\b.*|you (?:may|might) also like|recommended\b.*|trending\b.*|editors?[’'] picks?|share this\b.*|sign up\b.*|subscribe\b.*|we value your privacy)$/i;

/** Never taken off by its name alone: these hold the article on some pages. */
const KEPT = /^(?:html|body|main|article|h1)$/;
/** A piece that holds this share of the page's words is the article, whatever it is called. */
const MOST_OF_PAGE = 0.5;
/** Letters in paragraphs that a whole article has at least. */
const LEAST_ARTICLE = 200;

/** Takes off what surrounds an article. */
export function stripChrome(page: Page): void {
  for (const node of [...page.querySelectorAll(CHROME)]) node.remove();
  for (const time of [...page.querySelectorAll("time")]) if (!time.closest("p, li, blockquote, td")) time.remove();
  const whole = textLength(page.body ?? page);
  const named = [...page.querySelectorAll("[class], [id]")].filter((node) => isChromeName(node));
  const headed = [...page.querySelectorAll("h2, h3, h4, h5")].flatMap((heading) => headedPart(heading) ?? []);
  for (const node of [...named, ...headed]) if (textLength(node) <= MOST_OF_PAGE * whole) node.remove();
  dropTeasers(page);
}

/** The part of the page that such a heading opens: the element whose first words it is. */
function headedPart(heading: PageElement): PageElement | null {
  const words = (heading.textContent ?? "").replace(/\s+/g, " ").trim();
  const holder = heading.parentNode as PageElement | null;
  if (!CHROME_HEADING.test(words) || !holder || KEPT.test(holder.localName ?? "")) return null;
  return (holder.textContent ?? "").trim().startsWith((heading.textContent ?? "").trim()) ? holder : null;
}

/** Where one article alone has the page's first-rank heading, the others are teasers. */
function dropTeasers(page: Page): void {
  const outer = [...page.querySelectorAll("article")].filter((node) => !isWithinArticle(node));
  const [main, ...more] = outer.filter((node) => node.querySelector("h1") !== null);
  if (!main || more.length > 0 || paragraphLength(main) < LEAST_ARTICLE) return;
  for (const node of outer) if (node !== main) node.remove();
}

function isChromeName(node: PageElement): boolean {
  if (KEPT.test(node.localName)) return false;
  return CHROME_NAMES.test(String(node.getAttribute("class") ?? "")) || CHROME_NAMES.test(node.id ?? "");
}

const textLength = (node: PageElement) => (node.textContent ?? "").replace(/\s+/g, " ").length;

function paragraphLength(node: PageElement): number {
  return [...node.querySelectorAll("p")].reduce((sum, p) => sum + (p.textContent ?? "").length, 0);
}

/** Several whole articles on one page, each under a first-rank heading of its own; empty where there is at most one. */
export function findArticles(page: Page): PageElement[] {
  const outer = [...page.querySelectorAll("article")].filter((node) => !isWithinArticle(node));
  const whole = outer.filter((node) => node.querySelector("h1") !== null && paragraphLength(node) > LEAST_ARTICLE);
  return whole.length > 1 ? whole : [];
}

function isWithinArticle(node: PageElement): boolean {
  return (node.parentNode as PageElement | null)?.closest?.("article") != null;
}

/** Text of one article of several: all that its element holds, its heading left out. */
export function articleText(article: PageElement): string {
  for (const node of [...article.querySelectorAll("h1, time")]) node.remove();
  return blockText(article);
}

/** Text of the page's article, "" where it has none. Alters the page. */
export async function findBody(page: Page): Promise<string> {
  const live = findLiveBlog(page);
  if (live) return live;
  const { Readability } = await import("@mozilla/readability");
  const options = { disableJSONLD: true, charThreshold: 200, serializer: (node: unknown) => node };
  const found = new Readability(page as never, options as never).parse() as { content: PageElement | null } | null;
  return found?.content ? blockText(found.content) : "";
}

/** Posts of a live blog, which Readability takes for so many articles and keeps one of. */
function findLiveBlog(page: Page): string | null {
  const posts = [
    ...page.querySelectorAll("article article, [class*=live] article, [class*=live-post], [class*=liveblog-entry]"),
  ];
  if (posts.length < 2) return null;
  const holder = commonHolder(posts);
  return holder && blockText(holder);
}

function commonHolder(posts: readonly PageElement[]): PageElement | null {
  const outer = posts[0]!.closest("main, article:has(article), body");
  for (const node of [...(outer?.querySelectorAll("h1, time, header") ?? [])]) node.remove();
  return outer;
}

export { parsePage };
