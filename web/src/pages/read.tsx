/** Read. */
export function ReadPage() {
  return <p>…</p>;
}
