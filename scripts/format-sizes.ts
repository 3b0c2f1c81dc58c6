/** A table of what a browser loads. */
import type { PackedSize } from "./bundle-browser.js";

export function formatSizes(sizes: readonly PackedSize[]): string {
  const whole = sizes.reduce((sum, { bytes, packed }) => ({ bytes: sum.bytes + bytes, packed: sum.packed + packed }), {
    bytes: 0,
    packed: 0,
  });
  const lines = [...sizes, { name: "in all", ...whole }].map(({ name, bytes, packed }) =>
    line(name, mib(bytes), mib(packed)),
  );
  return [line("in a browser, MiB", "plain", "packed"), ...lines].join("\n");
}

const mib = (bytes: number) => (bytes / 1048576).toFixed(2);
const line = (name: string, ...cells: string[]) => name.padEnd(26) + cells.map((cell) => cell.padStart(10)).join("");
