/** Reads a sitemap: a news sitemap's titles are headlines; addresses alone are no reports and are counted as such. */
import type { Found } from "./input-file.js";
import { formatTag } from "./language-tag.js";
import { dateInUrl, normaliseDate } from "./published.js";
import { childrenOf, wordsOf, type XmlElement } from "./xml-tree.js";

export function* readSitemap(root: XmlElement): Generator<Found> {
  for (const [i, entry] of childrenOf(root, "url", "sitemap").entries()) {
    const url = wordsOf(entry, "loc");
    const news = childrenOf(entry, "news:news", "n:news")[0];
    const title = news && wordsOf(news, "news:title", "n:title");
    if (!news || !title)
      yield { kind: "passed", reason: "addresses of a sitemap that tell no headline and are not fetched" };
    else {
      const publication = childrenOf(news, "news:publication", "n:publication")[0];
      const report = {
        title,
        publisher: publication ? wordsOf(publication, "news:name", "n:name") : null,
        url,
        published: normaliseDate(wordsOf(news, "news:publication_date", "n:publication_date")) ?? dateInUrl(url),
        language: publication ? formatTag(wordsOf(publication, "news:language", "n:language")) : null,
        text: title,
      };
      yield { kind: "report", report, line: null, item: i + 1 };
    }
  }
}
