import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInput } from "../../test/read-input.js";

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title><language>en-us</language>${items}</channel></rss>`;
const ITEM =
  "<item><title>Peru &amp; Chile sign accord</title><link>https://example.org/a</link><guid>g1</guid><pubDate>Wed, 30 Mar 2022 23:05:00 -0800</pubDate><description>&lt;p&gt;They signed it.&lt;/p&gt;&lt;p&gt;It holds.&lt;/p&gt;</description></item>";

describe("feeds", () => {
  test("RSS", async () => {
    const { reports } = await readInput("feed.xml", rss(ITEM));
    expect(reports).toEqual([
      {
        id: "g1",
        title: "Peru & Chile sign accord",
        publisher: "The Example",
        url: "https://example.org/a",
        published: "2022-03-30T23:05:00-0800",
        language: "en-US",
        text: "Peru & Chile sign accord\n\nThey signed it.\n\nIt holds.",
      },
    ]);
  });

  test("RSS 1.0, whose items stand beside the channel", async () => {
    const xml = `<rdf:RDF><channel><title>The Example</title></channel><item rdf:about="x"><title>Accord</title><dc:date>2022-03-30</dc:date></item></rdf:RDF>`;
    const { reports } = await readInput("feed.rss", xml);
    expect(reports).toMatchObject([{ id: "x", publisher: "The Example", published: "2022-03-30", text: "Accord" }]);
  });

  test("Atom, its text plain, escaped or XHTML", async () => {
    const entry = (type: string, content: string) =>
      `<entry><id>i</id><title>Accord</title><link rel="self" href="https://example.org/no"/><link href="https://example.org/a"/><published>2022-03-30T08:00:00Z</published><updated>2023-01-01</updated><content type="${type}">${content}</content></entry>`;
    const xml = `<feed xml:lang="en"><title>The Example</title>${entry("text", "5 &lt; 6 &amp; so on")}${entry("html", "&lt;p>A &amp;amp; B")}${entry("xhtml", "<div><p>One</p><p>Two</p></div>")}</feed>`;
    const { reports } = await readInput("feed.atom", xml);
    expect(reports.map(({ text }) => text)).toEqual([
      "Accord\n\n5 < 6 & so on",
      "Accord\n\nA & B",
      "Accord\n\nOne\n\nTwo",
    ]);
    expect(reports[0]).toMatchObject({
      url: "https://example.org/a",
      published: "2022-03-30T08:00:00Z",
      language: "en",
    });
  });

  test("an item without a word costs itself alone", async () => {
    const { reports, faults } = await readInput("feed.xml", rss(`${ITEM}<item><guid>2</guid></item>${ITEM}`));
    expect([reports.length, faults]).toEqual([2, ["feed-item-empty"]]);
  });

  test("a feed that is cut off gives the items that it has", async () => {
    const { reports } = await readInput("feed.xml", rss(ITEM + ITEM).slice(0, -120));
    expect(reports).toHaveLength(2);
  });

  test.each([
    ["xml-unknown", "another vocabulary", "<svg><title>A</title></svg>"],
    ["xml-unknown", "no XML", "Peru met Chile."],
    ["xml-unknown", "nothing", ""],
    ["xml-too-deep", "10,000 deep", "<a>".repeat(10_000)],
  ])("%s: %s", async (code, _, xml) => {
    expect(await readInput("feed.xml", xml)).toMatchObject({ reports: [], faults: [code] });
  });

  test("entities that a document type defines are not expanded, inner or outer, however many", async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
    const type = `<!DOCTYPE rss [<!ENTITY l0 "lol">${levels}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
    const xml = rss("<item><title>A &l30; and &file; B</title></item>").replace("<rss", `${type}<rss`);
    const { reports, faults } = await readInput("feed.xml", xml);
    expect(faults).toEqual([]);
    expect(reports[0]!.text).toMatch(/^A .*l30.* B$/);
    expect(reports[0]!.text).not.toContain("root:");
  });

  test("any string is read or refused by name", async () => {
    const piece = fc.constantFrom(
      "<rss>",
      "<channel>",
      "<item>",
      "</item>",
      "<title>",
      "<![CDATA[",
      "]]>",
      "<!DOCTYPE",
      "&x;",
      "<feed>",
      "<entry>",
      "a",
      "<urlset>",
      "\u0000",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (all) => {
        await readInput("feed.xml", all.join(""));
      }),
    );
  });
});

describe("sitemaps", () => {
  const news = `<url><loc>https://example.org/2022/03/30/a</loc><news:news><news:publication><news:name>The Example</news:name><news:language>en</news:language></news:publication><news:title>Peru recalls envoy</news:title></news:news></url>`;
  test("a news sitemap's titles are headlines; bare addresses are counted", async () => {
    const { reports, passed } = await readInput(
      "sitemap.xml",
      `<urlset>${news}<url><loc>https://example.org/b</loc></url></urlset>`,
    );
    expect(reports).toEqual([
      {
        title: "Peru recalls envoy",
        publisher: "The Example",
        url: "https://example.org/2022/03/30/a",
        published: "2022-03-30",
        language: "en",
        text: "Peru recalls envoy",
      },
    ]);
    expect(passed).toHaveLength(1);
  });
});
