/** A note beside the pointer or the focused word. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  readonly x: number;
  readonly y: number;
  readonly children: ComponentChildren;
}

const GAP = 14;

export function Tip({ x, y, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const left = x + GAP + width > innerWidth ? Math.max(8, x - GAP - width) : x + GAP;
    const top = y + GAP + height > innerHeight ? y - GAP - height : y + GAP;
    element.style.left = `${left}px`;
    element.style.top = `${Math.max(8, top)}px`;
  });
  return (
    <div class="tip" role="tooltip" ref={box}>
      {children}
    </div>
  );
}
