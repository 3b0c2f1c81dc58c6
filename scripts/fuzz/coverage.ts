/** Tells which pieces of our own code have run, by the coverage of V8 itself. */
import { type Profiler, Session } from "node:inspector/promises";

/** Knows every piece of `src` that has run, whoever ran it. */
export class CoverageMeter {
  readonly #session = new Session();
  readonly #seen = new Set<string>();
  readonly #isOurs: (url: string) => boolean;

  constructor(isOurs = (url: string) => url.includes("/src/") && !url.includes("/node_modules/")) {
    this.#isOurs = isOurs;
  }

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post("Profiler.enable");
    await this.#session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  }

  /** The pieces that have run since the last call. */
  async take(): Promise<Set<string>> {
    const { result } = await this.#session.post("Profiler.takePreciseCoverage");
    return new Set(result.filter(({ url }) => this.#isOurs(url)).flatMap(piecesOf));
  }

  /** Those of the pieces that had never run before; from now on they have. */
  addNew(pieces: ReadonlySet<string>): Set<string> {
    const added = new Set([...pieces].filter((piece) => !this.#seen.has(piece)));
    for (const piece of added) this.#seen.add(piece);
    return added;
  }

  get size(): number {
    return this.#seen.size;
  }
}

/** Every block that ran, named by its script and place. */
function piecesOf({ scriptId, functions }: Profiler.ScriptCoverage): string[] {
  const ran = functions.flatMap(({ ranges }) => ranges.filter(({ count }) => count > 0));
  return ran.map(({ startOffset, endOffset }) => `${scriptId}:${startOffset}-${endOffset}`);
}
