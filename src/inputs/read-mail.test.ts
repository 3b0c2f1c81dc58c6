import { describe, expect, test } from "vitest";
import { readInput } from "../../test/read-input.js";

const HEAD =
  "From: The Example <news@example.org>\r\nSubject: =?utf-8?q?Per=C3=BA_signs?=\r\nDate: Wed, 30 Mar 2022 23:05:00 -0800\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n";

describe("readMail", () => {
  test.each([
    [
      "plain",
      "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nPer=FA signed it.\r\n\r\nIt holds.\r\n",
    ],
    ["HTML", "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Perú signed it.</p><p>It holds.</p>"],
    [
      "of two kinds",
      'Content-Type: multipart/alternative; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPerú signed it.\r\n\r\nIt holds.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>no\r\n--x--\r\n',
    ],
  ])("a mail that is %s", async (_, rest) => {
    const { reports } = await readInput("a.eml", HEAD + rest);
    expect(reports).toEqual([
      {
        id: "<1@example.org>",
        title: "Perú signs",
        publisher: "The Example",
        url: null,
        published: "2022-03-30T23:05:00-0800",
        language: null,
        text: "Perú signed it.\n\nIt holds.",
      },
    ]);
  });

  test.each([
    ["nothing", ""],
    ["a header alone", HEAD],
  ])("mail-empty: %s", async (_, mail) => {
    expect((await readInput("a.eml", mail)).faults).toEqual(["mail-empty"]);
  });
});
