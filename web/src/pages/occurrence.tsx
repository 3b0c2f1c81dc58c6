/** Occurrence. */
export function OccurrencePage() {
  return <p>…</p>;
}
