import { expect, test } from "vitest";
import { Turnstile, within } from "./turnstile.js";

test("so many work, so many wait, and the next is told to come again", async () => {
  const turnstile = new Turnstile(1, 1);
  const done: string[] = [];
  let end = () => {};
  const first = turnstile.pass(() =>
    new Promise<void>((resolve) => (end = resolve)).then(() => void done.push("first")),
  );
  const second = turnstile.pass(async () => void done.push("second"));
  await expect(turnstile.pass(async () => {})).rejects.toMatchObject({ code: "server-busy", status: 503 });
  end();
  await Promise.all([first, second]);
  expect(done).toEqual(["first", "second"]);
});

test("work that takes too long is given up", async () => {
  await expect(within(5, new Promise(() => {}))).rejects.toMatchObject({ code: "too-slow", status: 503 });
  await expect(within(1000, Promise.resolve(1))).resolves.toBe(1);
});
