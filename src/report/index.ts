/** Door of the report layer. */
export { calendarDay, isPossibleDate } from "./iso-date.js";
export { prepareReport } from "./prepare-report.js";
export { createReportKnowledge, type ReportKnowledge } from "./report-knowledge.js";
