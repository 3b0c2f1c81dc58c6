/** Words of a report, in its serif, the act's own words bold in their hue; always as text, never as markup. */
import type { Sentence } from "../api/types.js";

interface Props {
  readonly sentence: Sentence | null;
  readonly quad: number;
  readonly href?: string | undefined;
}

export function Quote({ sentence, quad, href }: Props) {
  if (sentence === null) return <span class="meta">its words are not at hand</span>;
  const { text, trigger } = sentence;
  const isMarked = trigger !== null && trigger.start >= 0 && trigger.end <= text.length && trigger.start < trigger.end;
  const body = isMarked ? (
    <bdi>
      {text.slice(0, trigger.start)}
      <b>{text.slice(trigger.start, trigger.end)}</b>
      {text.slice(trigger.end)}
    </bdi>
  ) : (
    <bdi>{text}</bdi>
  );
  if (href)
    return (
      <a class={`quote q${quad}`} href={href}>
        “{body}”
      </a>
    );
  return <span class={`quote q${quad}`}>“{body}”</span>;
}
