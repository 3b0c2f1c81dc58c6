/** Pages in the manner of real sites: twenty-two kinds of site, each with two of the stories. */
import {
  authorBox,
  comments,
  cookieWall,
  figure,
  footer,
  nav,
  newsletter,
  share,
  tagList,
  teasers,
} from "./furniture.js";
import { STORIES, type Story } from "./stories.js";

export interface MadePage {
  readonly name: string;
  readonly html: string;
  /** The stories that the page tells, each a report of its own. */
  readonly stories: readonly Story[];
}

type Site = (story: Story, other: Story) => string;

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const plain = (line: string) => escapeHtml(line.replace(/^(?:## |- )/, ""));

/** A story's lines as paragraphs, headings and lists; `between` puts something after a paragraph. */
function body(story: Story, between: (i: number) => string = () => "", open = "<p>", close = "</p>"): string {
  return story.body
    .map((line, i) => {
      const words = plain(line);
      const html = line.startsWith("## ")
        ? `<h2>${words}</h2>`
        : line.startsWith("- ")
          ? `<ul><li>${words}</li></ul>`
          : `${open}${words}${close}`;
      return html + between(i);
    })
    .join("\n");
}

const once = (at: number, html: string) => (i: number) => (i === at ? html : "");
const frame = (title: string, content: string, head = "") =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)} | The Example</title><meta property="og:site_name" content="The Example">${head}</head><body>${content}</body></html>`;
const linked = (story: Story, more: object = {}) =>
  `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: story.title, datePublished: `${story.day}T08:00:00Z`, publisher: { "@type": "Organization", name: "The Example" }, ...more })}</script>`;
const h1 = (story: Story) => `<h1>${escapeHtml(story.title)}</h1>`;
const stamp = (story: Story) => `<time datetime="${story.day}T09:15:00+01:00">${story.day}, 9.15</time>`;

export const SITES: Readonly<Record<string, Site>> = {
  "broadsheet with a cookie wall": (s) =>
    frame(
      s.title,
      `${cookieWall()}<header>${nav()}</header><main><article>${h1(s)}<p class="byline">By Our Correspondent</p>${stamp(s)}${figure()}${body(s, once(2, newsletter()))}${tagList()}</article>${teasers()}</main>${footer()}`,
      linked(s),
    ),
  "wall that covers all": (s) =>
    frame(
      s.title,
      `<div class="page">${nav()}<div class="story">${h1(s)}${body(s)}</div></div><div class="gdpr-overlay">${cookieWall("sp_message_container")}</div>`,
      `<meta property="article:published_time" content="${s.day}">`,
    ),
  "blog with a long tail of comments": (s) =>
    frame(
      s.title,
      `<div id="wrapper"><div class="post entry">${h1(s)}<div class="entry-content">${body(s)}${share("sharedaddy sd-share")}</div></div>${comments("comments")}${comments("disqus_thread")}<div id="sidebar" class="sidebar widget-area">${teasers("widget")}</div></div>${footer()}`,
    ),
  "hashed class names": (s) =>
    frame(
      s.title,
      `<div class="css-1x2y">${nav()}</div><main id="main-content"><article class="css-9q8w"><header class="css-h">${h1(s)}</header>${body(s, () => "", '<div data-component="text-block" class="css-7a6b"><p class="css-5c4d">', "</p></div>")}</article><section data-component="related-stories" class="related-stories">${teasers("css-z")}</section></main>`,
      linked(s),
    ),
  "tables of 1999": (s) =>
    frame(
      s.title,
      `<table width="760"><tr><td colspan="3">${nav()}</td></tr><tr><td width="120"><a href="/a">News</a><br><a href="/b">Sport</a><br><a href="/c">Archive</a></td><td><font size="5"><b>${escapeHtml(s.title)}</b></font><br><br>${s.body.map(plain).join("<br><br>\n")}</td><td width="120"><a href="/ad">Buy our tea</a></td></tr></table>`,
    ),
  "agency's wire": (s) =>
    frame(
      s.title,
      `<div class="masthead">${nav()}</div><div id="ap-story">${h1(s)}<div class="timestamp">${s.day}</div>${body(s, (i) => (i === 1 || i === 4 ? `<div class="ad-placeholder">Advertisement</div>` : ""))}</div><div class="more-from">${teasers("promo")}</div>`,
      linked(s),
    ),
  "paywall in the midst": (s) =>
    frame(
      s.title,
      `<article>${h1(s)}${body(s, once(3, `<div class="paywall-prompt"><h3>Keep reading for one euro</h3><p>Subscribe today and get full access to everything that we write, cancel whenever you like.</p></div>`))}</article>${footer()}`,
      linked(s, { isAccessibleForFree: false }),
    ),
  "gallery above the text": (s) =>
    frame(
      s.title,
      `<article>${h1(s)}<div class="gallery">${[1, 2, 3, 4, 5, 6].map(figure).join("")}<div class="gallery-controls">Previous Next 1 of 6</div></div>${body(s, (i) => (i % 3 === 2 ? figure(i) : ""))}</article>`,
      linked(s),
    ),
  "slides with captions in divs": (s) =>
    frame(
      s.title,
      `${nav()}<div class="content">${h1(s)}<div class="slideshow"><div class="slide"><img src="1.jpg"><div class="caption">The pier at dawn. Credit: A. Photographer</div></div><div class="slide"><img src="2.jpg"><div class="caption">The pier at dusk. Credit: A. Photographer</div></div></div><div class="article-body">${body(s)}</div></div>${teasers("recommended")}`,
    ),
  "live blog": (s) =>
    frame(
      s.title,
      `${nav()}<main><article class="liveblog"><header>${h1(s)}</header><div class="live-posts">${s.body.map((line, i) => `<article class="live-post" id="post-${i}"><time datetime="${s.day}T1${i}:00:00Z">1${i}.00</time><p>${plain(line)}</p>${share("share")}</article>`).join("")}</div></article>${teasers()}</main>`,
      linked(s, { "@type": "LiveBlogPosting" }),
    ),
  "two articles, one below the other": (s, o) =>
    frame(
      s.title,
      `${nav()}<main><article>${h1(s)}${stamp(s)}${body(s)}</article><article>${h1(o)}${stamp(o)}${body(o)}</article></main>${footer()}`,
      linked(s),
    ),
  "endless scroll with teasers": (s) =>
    frame(
      s.title,
      `<main><article>${h1(s)}${body(s)}</article>${[1, 2, 3].map((n) => `<article class="teaser"><h3>Teaser number ${n} of the day</h3><p>A line that makes you want to read on.</p></article>`).join("")}</main>`,
      linked(s),
    ),
  "pull quotes and read-alsos": (s) =>
    frame(
      s.title,
      `<div class="article__wrapper">${h1(s)}${body(s, (i) => (i === 1 ? `<aside class="pullquote">A phrase set large that nobody said in this story</aside>` : i === 3 ? `<div class="read-more"><a href="/x">Read more: the otter that opens doors</a></div>` : ""))}${authorBox()}</div>${comments("comments", 3)}`,
    ),
  "accelerated page": (s) =>
    `<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>${escapeHtml(s.title)}</title>${linked(s)}<style amp-boilerplate>body{animation:none}</style></head><body><amp-sidebar id="sidebar1">${nav()}</amp-sidebar><header><a href="/">The Example</a></header><article>${h1(s)}<amp-img src="a.jpg"></amp-img>${body(s, once(2, `<amp-ad width="300">Advertisement</amp-ad>`))}</article><amp-consent><div>We use cookies for advertising and ask for your consent to it.</div></amp-consent>${footer()}</body></html>`,
  "ministry's press page": (s) =>
    frame(
      s.title,
      `<div class="govbar">An official website. Here is how you know.</div>${nav(["Ministry", "Minister", "Press", "Contact"])}<div id="block-system-main"><div class="field-name-title">${h1(s)}</div><div class="field-name-body"><div class="field-item even">${body(s)}</div></div></div><div class="breadcrumb"><a href="/">Home</a> » <a href="/press">Press</a></div>${footer()}`,
    ),
  "unclosed tags": (s) =>
    `<html><head><title>${escapeHtml(s.title)}</title><body><div class=nav><a href=/>Home</a> <a href=/w>World</a></div><div class=text><h1>${escapeHtml(s.title)}</h1>${s.body.map((line) => `<p>${plain(line)}`).join("\n")}</div><div class=footer><p>Copyright, all rights reserved, and so on`,
  "social posts in the text": (s) =>
    frame(
      s.title,
      `<article>${h1(s)}${body(s, once(2, `<iframe src="https://social.example/1"></iframe><div class="social-embed"><p>A post of somebody’s that has 4,512 likes</p></div>`))}</article>`,
      linked(s),
    ),
  "everything twice for telephones": (s) =>
    frame(
      s.title,
      `<div class="mobile-nav" aria-hidden="true">${nav()}</div>${nav()}<article itemscope itemtype="https://schema.org/NewsArticle">${h1(s)}<div itemprop="articleBody">${body(s)}</div></article><div hidden>${body(s)}</div>`,
    ),
  "corrections and notes at the end": (s) =>
    frame(
      s.title,
      `<article>${h1(s)}<section class="body-text">${body(s)}</section>${share()}<div class="correction-form"><p>Have you found a mistake? Write to us, and we will look into it as soon as we can.</p></div>${tagList()}${newsletter("newsletter")}</article>`,
      linked(s),
    ),
  "comments that nothing names": (s) =>
    frame(
      s.title,
      `${nav()}<div class="x1"><div>${h1(s)}</div>${body(s, () => "", "<div>", "</div>")}</div><div class="x2">${comments("x3").replace(/ (?:class|id)="[^"]*"/g, "")}</div>`,
    ),
  "teasers that are articles too": (s) =>
    frame(
      s.title,
      `<article>${h1(s)}${body(s)}</article>${[1, 2, 3, 4].map((n) => `<article class="k${n}"><h2>Otters and kettles, part ${n}</h2><p>A long line that makes you want to read on, because it is about otters, kettles and the weather in the hills.</p></article>`).join("")}`,
    ),
  "built by scripts": (s) =>
    frame(
      s.title,
      `<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/main.js"></script>`,
      linked(s, { articleBody: s.body.map((line) => line.replace(/^(?:## |- )/, "")).join("\n\n") }),
    ),
};

/** All pages: each site with two stories of the five. */
export function makePages(): MadePage[] {
  return Object.entries(SITES).flatMap(([name, site], i) =>
    [0, 1].map((turn) => {
      const story = STORIES[(i + 2 * turn) % STORIES.length]!;
      const other = STORIES[(i + 2 * turn + 1) % STORIES.length]!;
      const stories = name.startsWith("two articles") ? [story, other] : [story];
      return { name: `${name}, ${turn + 1}`, html: site(story, other), stories };
    }),
  );
}
