/** From part to part of a long report. */
import { setQuery } from "../url/location.js";

interface Props {
  readonly index: number;
  readonly count: number;
}

export function PartLinks({ index, count }: Props) {
  if (count < 2) return null;
  const go = (to: number) => () => {
    setQuery({ part: String(to + 1), event: null });
    scrollTo(0, 0);
  };
  return (
    <nav class="parts screen" aria-label="Parts of the report">
      {index > 0 && (
        <button type="button" class="pill" onClick={go(index - 1)}>
          ← part {index}
        </button>
      )}
      <span class="meta">
        part {index + 1} of {count}
      </span>
      {index < count - 1 && (
        <button type="button" class="pill" onClick={go(index + 1)}>
          part {index + 2} →
        </button>
      )}
    </nav>
  );
}
