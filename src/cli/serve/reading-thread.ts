/** The thread in which the server reads and explains texts: loads the assets when the first one comes. */
import { parentPort } from "node:worker_threads";
import { AssetError, InputError } from "../../errors.js";
import type { ReportInput } from "../../reading/index.js";
import { linesOfExplanation } from "../explain-report.js";
import { loadReader } from "../load-reader.js";

/** What the thread is asked. */
export type Errand =
  | { readonly kind: "read"; readonly input: ReportInput }
  | { readonly kind: "explain"; readonly input: ReportInput; readonly event: string };

/** What it says: the answer, or what was wrong. */
export type Said =
  | { readonly kind: "answer"; readonly answer: unknown }
  | {
      readonly kind: "fault";
      readonly name: string;
      readonly code: string;
      readonly message: string;
      readonly remedy: string;
    };

const reader = loadReader(null);

parentPort?.on("message", async (errand: Errand) => {
  parentPort?.postMessage(await answer(errand).catch(faultOf));
});

async function answer(errand: Errand): Promise<Said> {
  const { engine } = await reader;
  if (errand.kind === "read") return { kind: "answer", answer: engine.read(errand.input) };
  return { kind: "answer", answer: linesOfExplanation(engine, errand.input, errand.event) };
}

function faultOf(error: unknown): Said {
  if (!(error instanceof InputError || error instanceof AssetError)) throw error;
  const { name, code, message, remedy } = error;
  return { kind: "fault", name, code, message, remedy };
}
