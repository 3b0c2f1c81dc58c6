/** Ctrl-C and the signal that asks a process to end, while an archive is written. */
import { EXIT_INTERRUPTED } from "../exit-status.js";

/** Ctrl-C stops between two reports and keeps what was read; a second one ends at once. */
export function listenForInterrupt() {
  let stopped = false;
  const stop = () => {
    if (stopped) process.exit(EXIT_INTERRUPTED);
    stopped = true;
    process.stderr.write("chancery: stopping; what was read is being kept\n");
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const end = () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
  return { isStopped: () => stopped, end };
}
