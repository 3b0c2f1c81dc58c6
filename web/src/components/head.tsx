/** The head of a page: what kind it is, its name, a line about it, and at most one figure. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { hasMoved } from "../url/location.js";

interface Props {
  readonly kind: string;
  readonly title: ComponentChildren;
  readonly tab: string;
  readonly children?: ComponentChildren;
  readonly figure?: ComponentChildren;
}

export function Head({ kind, title, tab, children, figure }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved()) heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${tab} · Chancery`;
  }, [tab]);
  return (
    <div class="head">
      <div>
        <p class="caps">{kind}</p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
      {figure !== undefined && <div>{figure}</div>}
    </div>
  );
}
