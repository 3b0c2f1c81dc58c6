import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { mapOrdered } from "./map-ordered.js";

async function* count(to: number): AsyncGenerator<number> {
  for (let i = 0; i < to; i++) yield i;
}

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("keeps the order though later items are ready sooner", async () => {
  const slowFirst = async (i: number) => {
    await sleep(20 - i);
    return i;
  };
  expect(await gather(mapOrdered(count(10), slowFirst, 4))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("never has more open than the window", async () => {
  let open = 0;
  let most = 0;
  const map = async (i: number) => {
    most = Math.max(most, ++open);
    await sleep(1);
    open--;
    return i;
  };
  await gather(mapOrdered(count(20), map, 3));
  expect(most).toBeLessThanOrEqual(3);
});

test("gives the first result before the second item comes", async () => {
  let letSecondCome = () => {};
  async function* items() {
    yield 1;
    await new Promise<void>((resolve) => {
      letSecondCome = resolve;
    });
    yield 2;
  }
  const results = mapOrdered(items(), async (i) => i * 10, 8);
  expect((await results.next()).value).toBe(10);
  letSecondCome();
  expect((await results.next()).value).toBe(20);
  expect((await results.next()).done).toBe(true);
});

test("a failure comes in its turn", async () => {
  const results = mapOrdered(
    count(3),
    async (i) => {
      if (i === 1) throw new Error("no");
      return i;
    },
    3,
  );
  expect((await results.next()).value).toBe(0);
  await expect(results.next()).rejects.toThrow("no");
});
