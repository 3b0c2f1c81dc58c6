/** A reading as the caller asked for it: one line of JSON, JSON on many lines, or a briefing. */
import { type BriefingWords, formatBriefing } from "../briefing/index.js";
import type { Reading } from "../reading/index.js";

export interface OutputForm {
  readonly format: "line" | "pretty" | "briefing";
  readonly width: number;
  readonly colour: boolean;
}

/** Without a closing line feed. */
export function formatReading(reading: Reading, form: OutputForm, words: BriefingWords): string {
  if (form.format === "line") return JSON.stringify(reading);
  if (form.format === "pretty") return JSON.stringify(reading, null, 2);
  return formatBriefing(reading, form, words).replace(/\n$/, "");
}
