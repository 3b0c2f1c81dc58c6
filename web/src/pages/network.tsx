/** Network. */
export function NetworkPage() {
  return <p>…</p>;
}
