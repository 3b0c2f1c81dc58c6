/** A component's view of one answer: what was known stays on the page while the new answer is on its way. */
import { useEffect, useState } from "preact/hooks";
import { ApiError, fetchJson } from "./client.js";

export interface Loaded<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly isLoading: boolean;
}

const MOST_KEPT = 60;
const kept = new Map<string, unknown>();

/** Asks for `path` and again when it changes; `null` asks for nothing. An answer had before is shown at once and renewed. */
export function useApi<T>(path: string | null): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>(() => ({
    data: recall<T>(path),
    error: null,
    isLoading: path !== null,
  }));
  useEffect(() => {
    if (path === null) return setState({ data: null, error: null, isLoading: false });
    const stop = new AbortController();
    setState((before) => ({ data: recall<T>(path) ?? before.data, error: null, isLoading: true }));
    fetchJson<T>(path, stop.signal)
      .then((data) => setState({ data: keep(path, data), error: null, isLoading: false }))
      .catch((cause: unknown) => {
        if (!stop.signal.aborted) setState({ data: null, error: asFault(cause), isLoading: false });
      });
    return () => stop.abort();
  }, [path]);
  return state;
}

export function asFault(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  return new ApiError(
    "page-fault",
    "The page could not read the answer.",
    "Load it anew; if it stays, tell us what you did.",
  );
}

const recall = <T>(path: string | null) => (path === null ? null : ((kept.get(path) as T | undefined) ?? null));

function keep<T>(path: string, data: T): T {
  kept.delete(path);
  kept.set(path, data);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  return data;
}
