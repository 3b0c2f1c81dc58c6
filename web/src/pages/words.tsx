/** Words. */
export function WordsPage() {
  return <p>…</p>;
}
