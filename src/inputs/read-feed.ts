/** Reads the items of RSS, RDF and Atom feeds and of JSON Feed, each a report of its own. */
import { InputError } from "../errors.js";
import type { ReportInput } from "../reading/index.js";
import type { Found } from "./input-file.js";
import type { JsonFeed } from "./json-feed.js";
import { formatTag } from "./language-tag.js";
import { decodeTwice } from "./page-facts.js";
import { dateInUrl, normaliseDate } from "./published.js";
import { htmlToText, withTitle } from "./read-html.js";
import { childrenOf, elementsOf, textOf, wordsOf, type XmlElement } from "./xml-tree.js";

/** One item before its words are made of its HTML. */
interface FeedItem {
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly html: string;
}

/** Items of an XML feed, `root` its outermost element. */
export async function* readFeed(root: XmlElement): AsyncGenerator<Found> {
  const isAtom = /feed$/i.test(root.name);
  const channel = isAtom ? root : (childrenOf(root, "channel")[0] ?? root);
  // RSS 1.0 puts its items beside the channel.
  const items = isAtom
    ? childrenOf(root, "entry", "atom:entry")
    : [...childrenOf(channel, "item"), ...(channel === root ? [] : childrenOf(root, "item"))];
  const publisher = await plain(wordsOf(channel, "title", "atom:title"));
  const language = channel.attributes["xml:lang"] ?? wordsOf(channel, "language", "dc:language");
  for (const [i, item] of items.entries()) {
    const fields = isAtom ? readEntry(item) : readItem(item);
    yield makeFound(
      { ...fields, publisher, language: fields.language ?? language },
      i + 1,
      await plain(fields.title),
      await htmlToText(fields.html),
    );
  }
}

/** Items of a JSON Feed, which has been found to be one. */
export async function* readJsonFeed(feed: JsonFeed): AsyncGenerator<Found> {
  for (const [i, item] of feed.items.entries()) {
    const {
      id,
      url,
      title,
      content_html: html,
      content_text: text,
      date_published: published,
      language,
    } = (item ?? {}) as Record<string, unknown>;
    const fields = {
      id: string(id),
      title: string(title),
      url: string(url),
      published: string(published),
      publisher: string(feed.title),
      language: string(language) ?? string(feed.language),
      html: "",
    };
    yield makeFound(fields, i + 1, fields.title, string(text) ?? (await htmlToText(string(html) ?? "")));
  }
}

const string = (value: unknown) => (typeof value === "string" ? value : null);

function readItem(item: XmlElement): FeedItem {
  return {
    id: wordsOf(item, "guid") ?? item.attributes["rdf:about"] ?? null,
    title: wordsOf(item, "title"),
    url: wordsOf(item, "link"),
    published: wordsOf(item, "pubDate", "dc:date", "atom:published"),
    publisher: null,
    language: wordsOf(item, "dc:language"),
    html: wordsOf(item, "content:encoded", "description") ?? "",
  };
}

function readEntry(entry: XmlElement): FeedItem {
  const links = elementsOf(entry).filter((child) => /(?:^|:)link$/.test(child.name));
  const link = links.find(({ attributes }) => (attributes.rel ?? "alternate") === "alternate");
  return {
    id: wordsOf(entry, "id", "atom:id"),
    title: wordsOf(entry, "title", "atom:title"),
    url: link?.attributes.href ?? null,
    published: wordsOf(entry, "published", "atom:published"),
    publisher: null,
    language: entry.attributes["xml:lang"] ?? null,
    html: contentOf(entry),
  };
}

/** Plain text of Atom is text: its signs are no markup. */
function contentOf(entry: XmlElement): string {
  const content = childrenOf(entry, "content", "atom:content", "summary", "atom:summary").find((child) =>
    textOf(child).trim(),
  );
  if (!content) return "";
  const isPlain = (content.attributes.type ?? "text") === "text";
  return isPlain ? textOf(content).replace(/&/g, "&amp;").replace(/</g, "&lt;") : textOf(content);
}

async function plain(title: string | null): Promise<string | null> {
  if (title === null) return null;
  const text = /[<&]/.test(title) ? await htmlToText(title) : title;
  return decodeTwice(text.replace(/\s+/g, " ").trim()) || null;
}

function makeFound(item: FeedItem, number: number, title: string | null, body: string): Found {
  const place = { line: null, item: number };
  if (!title && body === "") {
    const error = new InputError("feed-item-empty", "the item has neither title nor text", "Nothing is lost by it.");
    return { kind: "fault", error, ...place };
  }
  const { id, url, published, publisher, language } = item;
  const report: ReportInput = {
    id,
    title,
    publisher,
    url,
    published: normaliseDate(published) ?? dateInUrl(url),
    language: formatTag(language),
    text: body === "" ? title! : withTitle(title, body),
  };
  return { kind: "report", report, ...place };
}
