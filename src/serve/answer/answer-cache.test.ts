import { describe, expect, test } from "vitest";
import { AnswerCache, type Body } from "./answer-cache.js";

const bodyOf = (size: number): Body => ({ type: "text/plain", bytes: new Uint8Array(size) });

describe("the cache", () => {
  test("makes an answer once, also for two who ask at once", async () => {
    const cache = new AnswerCache(100);
    let made = 0;
    const make = async () => {
      made++;
      return bodyOf(10);
    };
    await Promise.all([cache.get("a", make), cache.get("a", make)]);
    await cache.get("a", make);
    expect(made).toBe(1);
  });

  test("drops what was asked for longest ago, and never keeps what is too large", async () => {
    const cache = new AnswerCache(100);
    const made: string[] = [];
    const ask = (name: string, size: number) =>
      cache.get(name, async () => {
        made.push(name);
        return bodyOf(size);
      });
    for (const name of ["a", "b", "c", "d", "a", "e", "a", "b"]) await ask(name, 25);
    await ask("huge", 90);
    await ask("huge", 90);
    expect(made).toEqual(["a", "b", "c", "d", "e", "b", "huge", "huge"]);
  });

  test("keeps no failure", async () => {
    const cache = new AnswerCache(100);
    await expect(cache.get("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await cache.get("a", async () => bodyOf(3))).bytes).toHaveLength(3);
  });
});
