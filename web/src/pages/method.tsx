/** Method. */
export function MethodPage() {
  return <p>…</p>;
}
