/** Draws a component again only where one of its values is another than before. */
import type { ComponentChild, VNode } from "preact";
import { useRef } from "preact/hooks";

export function memo<P extends object>(view: (props: P) => VNode | null): (props: P) => ComponentChild {
  return function Memo(props: P) {
    const last = useRef<{ props: P; shown: VNode | null } | null>(null);
    if (last.current === null || !isSame(last.current.props, props)) last.current = { props, shown: view(props) };
    return last.current.shown;
  };
}

const isSame = <P extends object>(a: P, b: P) =>
  (Object.keys(b) as (keyof P)[]).every((key) => a[key] === b[key]) && Object.keys(a).length === Object.keys(b).length;
