/** For tests: many readings of one shape, each of another text. */
import { hashText, type Reading } from "../../src/reading/index.js";
import { SAMPLE } from "../sample-reading.js";

/** Readings with keys such as an engine gives; the last words of the texts differ. */
export function makeReadings(count: number): Reading[] {
  return Array.from({ length: count }, (_, i) => {
    const report = { ...SAMPLE.report, id: `r${i}`, text: `${SAMPLE.report.text} Number ${i} of harbour ${i % 7}.` };
    const keyed = JSON.stringify(SAMPLE, (name, value) =>
      name === "key" ? hashText(`${i} ${value}`).slice(0, 16) : value,
    );
    return { ...(JSON.parse(keyed) as Reading), report };
  });
}
