/** Reads a mail: its body as the text, its subject as the title, its sender's name as the publisher. */
import { InputError } from "../errors.js";
import { collectBytes, type Found, type InputFile, NOWHERE } from "./input-file.js";
import { formatTag } from "./language-tag.js";
import { normaliseDate } from "./published.js";
import { htmlToText } from "./read-html.js";

/** Throws InputError `mail-empty`, as for a file that is no mail at all. */
export async function* readMail(file: InputFile): AsyncGenerator<Found> {
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(await collectBytes(file.chunks));
  const text = tidy(mail.text ?? "") || (await htmlToText(mail.html ?? ""));
  if (text === "") throw new InputError("mail-empty", "the mail has no text", "Give a whole mail as programs save it.");
  const header = (key: string) => mail.headers.find((entry) => entry.key === key)?.value ?? null;
  const report = {
    id: mail.messageId ?? null,
    title: mail.subject ?? null,
    publisher: (mail.from && "name" in mail.from && mail.from.name) || null,
    url: null,
    // The header as written: a parsed date would be in another zone, and on another day.
    published: normaliseDate(header("date")),
    language: formatTag(header("content-language")),
    text,
  };
  yield { kind: "report", report, ...NOWHERE };
}

const tidy = (text: string) => text.replaceAll("\r\n", "\n").trim();
