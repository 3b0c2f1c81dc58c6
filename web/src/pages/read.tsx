/** A text of the reader's own, pasted or dropped, read at once; nothing of it is stored. */
import { useEffect, useState } from "preact/hooks";
import type { Reading } from "../../../src/reading/index.js";
import { type ApiError, postJson } from "../api/client.js";
import { asFault } from "../api/use-api.js";
import type { PageProps } from "../app.js";
import { Head } from "../components/head.js";
import { Bones, Fault } from "../components/states.js";
import { formatPlural } from "../format/numbers.js";
import { ReadingView } from "../report/reading-view.js";
import { type PackedText, packText, unpackText } from "../url/pack-text.js";

const PREFIX = "#t=";
const NONE: Readonly<Record<string, string>> = {};

export function ReadPage({ route: { query } }: PageProps) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const read = (asked: PackedText) => {
    setBusy(true);
    setError(null);
    postJson<Reading>("/api/read", asked)
      .then(setReading)
      .catch((cause: unknown) => setError(asFault(cause)))
      .finally(() => setBusy(false));
    void packText(asked).then((code) => {
      const { pathname, search } = location;
      history.replaceState(null, "", `${pathname}${search}${code === null ? "" : `${PREFIX}${code}`}`);
    });
  };
  useEffect(() => {
    if (location.hash.startsWith(PREFIX))
      void unpackText(location.hash.slice(PREFIX.length)).then((asked) => asked && read(asked));
  }, []);
  return (
    <>
      {reading === null || isBusy ? (
        <>
          <Head kind="Read a text" tab="Read a text" title="Paste a report, or drop a file">
            <p class="meta">
              It is read on this machine and not stored. A short text becomes part of this page’s address, which no
              server sees.
            </p>
          </Head>
          <TextForm onRead={read} />
          {isBusy && <Bones lines={8} />}
        </>
      ) : (
        <ReadingView reading={reading} query={query} occurrences={NONE}>
          <Head kind="A text of yours" tab="A text read" title={reading.report.title ?? "As read"} />
          <p class="meta">
            {formatPlural(reading.events.length, "event")}, {formatPlural(reading.statements.length, "statement")}, read
            by {reading.engine} ·{" "}
            <button type="button" class="link-button screen" onClick={() => setReading(null)}>
              another text
            </button>
          </p>
        </ReadingView>
      )}
      {error && <Fault error={error} />}
    </>
  );
}

function TextForm({ onRead }: { onRead: (asked: PackedText) => void }) {
  const [text, setText] = useState("");
  const [published, setPublished] = useState("");
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) void file.text().then(setText);
    else setText(event.dataTransfer?.getData("text/plain") ?? "");
  };
  const drag = (isIn: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isIn);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() !== "") onRead({ text, published: published === "" ? null : published });
  };
  return (
    <form onSubmit={submit}>
      <textarea
        class={`paste${isOver ? " over" : ""}`}
        aria-label="Text of the report"
        placeholder="The text of a report, in English."
        dir="auto"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onDrop={drop}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
      />
      <div class="form after">
        <label>
          published on
          <input
            class="field"
            type="date"
            value={published}
            onInput={(event) => setPublished(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={text.trim() === ""}>
          Read it
        </button>
        <p class="meta">The day tells what “on Wednesday” means.</p>
      </div>
    </form>
  );
}
