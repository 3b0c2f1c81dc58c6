/** Every state of the page is an address, and every address a state. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packText, unpackText } from "./pack-text.js";
import { changeQuery, formatPath, parseRoute } from "./route.js";

describe("addresses", () => {
  test.each([
    ["/", "desk", []],
    ["/relation/CHN/RUS", "relation", ["CHN", "RUS"]],
    ["/relation/CHN", "unknown", ["CHN"]],
    ["/report/ab%20c", "report", ["ab c"]],
    ["/report/%E0%A4%A", "report", ["%E0%A4%A"]],
    ["/method/", "method", []],
    ["/toString", "unknown", []],
  ])("%s is the page %s", (path, page, params) => {
    const route = parseRoute(path, "");
    expect([route.page, route.params]).toEqual([page, params]);
  });

  test("are made and read back alike, whatever stands in them", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }),
        fc.string({ minLength: 1, unit: "grapheme" }),
        (key, value) => {
          const { pathname, search } = new URL(formatPath(["report", key], { q: value }), "http://x");
          // A browser takes "." and ".." for steps in a path: no key of ours is one.
          fc.pre(!/^\.{1,2}$/.test(key));
          const route = parseRoute(pathname, search);
          expect([route.page, route.params, route.query.get("q")]).toEqual(["report", [key], value]);
        },
      ),
    );
  });

  test("lose what is set to nothing, and hold several of one name", () => {
    const query = changeQuery(new URLSearchParams("a=1&without=x"), { a: null, without: ["y", "z"], b: "2", c: "" });
    expect(query.toString()).toBe("without=y&without=z&b=2");
  });
});

describe("a text in an address", () => {
  test("comes back as it was", async () => {
    const packed = { text: "Kenya’s envoy met “Chad’s” \u202e in Nairobi. ".repeat(40), published: "2022-03-30" };
    const code = await packText(packed);
    expect(code).toMatch(/^[\w-]+$/);
    expect(await unpackText(code ?? "")).toEqual(packed);
  });

  test.each(["", "no-code", "AAAA", "%%%"])("%j is none", async (code) => {
    expect(await unpackText(code)).toBeNull();
  });
});
