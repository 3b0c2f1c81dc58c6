/** Empties dist/src before a build, so that no file of a source long gone is packed. */
import { rmSync } from "node:fs";

rmSync(new URL("../dist/src", import.meta.url), { recursive: true, force: true });
