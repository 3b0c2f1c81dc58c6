import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInput } from "../../test/read-input.js";

const BODY = [
  "The foreign ministers of Peru and Chile met in Lima on Monday and signed a fishing accord that ends a dispute of nine years.",
  "“We have kept our word,” Foreign Minister Ana Torres told reporters after the talks, which lasted until the early morning.",
  "Fishermen on both sides of the line welcomed the accord, and a first joint patrol is to leave the port of Ilo next week.",
];
const paragraphs = BODY.map((text) => `<p>${text}</p>`).join("\n");
const page = (head: string, body = `<article><h1>Peru and Chile sign accord</h1>${paragraphs}</article>`) =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;
const linked = (fields: object) => `<script type="application/ld+json">${JSON.stringify(fields)}</script>`;

async function readOne(html: string | Uint8Array, how = {}) {
  const { reports, faults } = await readInput("page.html", html, how);
  expect(faults).toEqual([]);
  expect(reports).toHaveLength(1);
  return reports[0]!;
}

describe("readHtml", () => {
  test("gives heading, blank line and body", async () => {
    const { text, title } = await readOne(page(""));
    expect(text).toBe(["Peru and Chile sign accord", ...BODY].join("\n\n"));
    expect(title).toBe("Peru and Chile sign accord");
  });

  test("takes what the page says of itself, and nothing that it does not say", async () => {
    const article = {
      "@type": "NewsArticle",
      headline: "An accord",
      datePublished: "2022-03-30T08:00:00Z",
      publisher: { name: "The Example" },
    };
    const head = `${linked({ "@graph": [article] })}<link rel="canonical" href="https://example.org/a">`;
    expect(await readOne(page(head))).toMatchObject({
      title: "An accord",
      publisher: "The Example",
      url: "https://example.org/a",
      published: "2022-03-30T08:00:00Z",
      language: "en-GB",
    });
    const bare = await readOne(page("").replace(' lang="en-GB"', ""));
    expect(bare).toMatchObject({ publisher: null, url: null, published: null, language: null });
  });

  const meta = '<meta property="article:published_time" content="2022-03-02">';
  const time = '<time datetime="2022-03-03">3 March</time>';
  const canonical = '<link rel="canonical" href="https://example.org/2022/03/04/a">';
  const dated = linked({ "@type": "NewsArticle", datePublished: "2022-03-01" });
  const withTime = `<article><h1>A</h1>${time}${paragraphs}</article>`;
  test.each([
    ["JSON-LD", page(dated + meta + canonical, withTime), "2022-03-01"],
    ["article:published_time", page(meta + canonical, withTime), "2022-03-02"],
    ["<time>", page(canonical, withTime), "2022-03-03"],
    ["the address", page(canonical), "2022-03-04"],
    [
      "a comment's time, which is not taken",
      page("", `<article>${paragraphs}</article><div class="comments">${time}</div>`),
      null,
    ],
    [
      "broken JSON-LD, which costs nothing else",
      page(`<script type="application/ld+json">{"</script>${meta}`),
      "2022-03-02",
    ],
  ])("the day by %s", async (_, html, day) => {
    expect((await readOne(html)).published).toBe(day);
  });

  test("an address of the fetch stands in for a canonical one", async () => {
    expect((await readOne(page(""), { url: "https://example.org/x" })).url).toBe("https://example.org/x");
  });

  test("entities escaped twice are what their writer meant", async () => {
    const html = page(
      "<title>Ports &amp;amp; fish</title>",
      `<article>${paragraphs}<p>Ports &amp;amp; fish &amp;#8212; &amp;quot;all&amp;quot;.</p></article>`,
    );
    const { text, title } = await readOne(html);
    expect(title).toBe("Ports & fish");
    expect(text).toContain('Ports & fish — "all".');
  });

  const accents = "<p>Perú y España: la sesión terminó — the delegates said so in the evening, and left.</p>";
  test.each([
    [
      "declared in the page",
      Buffer.from(
        page('<meta charset="iso-8859-1">', `<article>${paragraphs}${accents.replace("—", "-")}</article>`),
        "latin1",
      ),
      null,
    ],
    [
      "declared by the server",
      Buffer.from(page("", `<article>${paragraphs}${accents.replace("—", "-")}</article>`), "latin1"),
      "windows-1252",
    ],
    [
      "told by its mark",
      Buffer.from(`\ufeff${page("", `<article>${paragraphs}${accents}</article>`)}`, "utf16le"),
      null,
    ],
    ["found", Buffer.from(page("", `<article>${paragraphs}${accents.replace("—", "-")}</article>`), "latin1"), null],
    ["UTF-8", Buffer.from(page("", `<article>${paragraphs}${accents}</article>`)), null],
  ])("a character set that is %s", async (_, bytes, charset) => {
    expect((await readOne(bytes, { charset })).text).toContain("Perú y España: la sesión terminó");
  });

  test("a page that scripts build is read from its JSON-LD, where it has that", async () => {
    const article = { "@type": "NewsArticle", headline: "Accord", articleBody: BODY.join("\n\n") };
    const html = page(linked(article), '<div id="root"></div><script src="app.js"></script>');
    expect((await readOne(html)).text).toBe(`Accord\n\n${BODY.join("\n\n")}`);
  });

  test.each([
    ["html-scripted", "that scripts build", page("", '<div id="root"></div><script src="app.js"></script>')],
    ["html-no-article", "without an article", page("", "<ul><li><a href='/a'>A</a></ul>")],
    ["html-no-article", "that is empty", ""],
    ["html-too-deep", "10,000 deep", "<div>".repeat(10_000)],
  ])("%s: a page %s", async (code, _, html) => {
    expect(await readInput("page.html", html)).toMatchObject({ reports: [], faults: [code] });
  });

  test("any string is read or refused by name", async () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<article>",
      "<h1>",
      "</h1>",
      "<table><td>",
      "<svg>",
      "&amp;",
      "&#0;",
      "<!--",
      "]]>",
      "<script>",
      BODY[0]!,
      "\u0000",
      '<meta charset="utf-16">',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(piece, { maxLength: 40 }).map((all) => all.join("")),
          fc.string({ unit: "binary" }),
        ),
        async (html) => {
          const { reports, faults } = await readInput("page.html", html);
          expect(reports.length + faults.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
