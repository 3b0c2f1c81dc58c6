/** What `?` shows: every key of the page. */
import { useRef } from "preact/hooks";
import { useKeys } from "./keys.js";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "search"],
  ["j k", "next, previous event of a report"],
  ["e", "explain the chosen event"],
  ["o", "open its occurrence: all tellings"],
  ["1 – 5", "layers of a report on and off"],
  ["← →", "from word to word within a report"],
  ["Esc", "let go of what is chosen"],
  ["?", "these keys"],
];

export function KeyHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  useKeys({ "?": () => dialog.current?.showModal() });
  return (
    <dialog ref={dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {KEYS.map(([key, what]) => [
          <dt key={key}>
            <kbd>{key}</kbd>
          </dt>,
          <dd key={what}>{what}</dd>,
        ])}
      </dl>
      <form method="dialog">
        <button class="button" type="submit">
          Close
        </button>
      </form>
    </dialog>
  );
}
