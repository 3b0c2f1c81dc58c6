/** Reads XML by its root: RSS, RDF and Atom feeds, news sitemaps. */
import { InputError } from "../errors.js";
import { decodeDocument } from "./charset.js";
import { collectBytes, type Found, type InputFile } from "./input-file.js";
import { readFeed } from "./read-feed.js";
import { readSitemap } from "./read-sitemap.js";
import { elementsOf, parseXml } from "./xml-tree.js";

/** Throws InputError `xml-unknown` where the root is neither a feed's nor a sitemap's. */
export async function* readXml(file: InputFile): AsyncGenerator<Found> {
  const document = parseXml(await decodeDocument(await collectBytes(file.chunks), file.charset));
  const root = elementsOf(document)[0];
  if (root && /^(?:rss|rdf:RDF|feed|atom:feed)$/i.test(root.name)) yield* readFeed(root);
  else if (root && /^(?:urlset|sitemapindex)$/i.test(root.name)) yield* readSitemap(root);
  else {
    const what = root ? `XML whose root is <${root.name}>` : "no XML";
    const remedy = "Give RSS, RDF, Atom or a sitemap; a page belongs in an .html file.";
    throw new InputError("xml-unknown", `this is ${what}, no feed and no sitemap`, remedy);
  }
}
