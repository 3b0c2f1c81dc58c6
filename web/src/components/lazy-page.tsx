/** A page whose code comes when it is first asked for. */
import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ApiError } from "../api/client.js";
import { asFault } from "../api/use-api.js";
import { Bones, Fault } from "./states.js";

type View<P> = (props: P) => ComponentChild;

export function lazyPage<P extends object>(load: () => Promise<View<P>>): View<P> {
  let known: View<P> | null = null;
  return function LazyPage(props: P) {
    const [View, setView] = useState<View<P> | null>(() => known);
    const [error, setError] = useState<ApiError | null>(null);
    useEffect(() => {
      if (View) return;
      load().then(
        (view) => {
          known = view;
          setView(() => view);
        },
        (cause: unknown) => setError(asFault(cause)),
      );
    }, []);
    if (error) return <Fault error={error} />;
    return View ? <View {...props} /> : <Bones />;
  };
}
