/** Reports. */
export function ReportsPage() {
  return <p>…</p>;
}
