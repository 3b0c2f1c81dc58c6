/** Door of the report layer. */
export { findLanguage } from "./find-language.js";
export { calendarDay, isPossibleDate } from "./iso-date.js";
export { checkInput, prepareReport } from "./prepare-report.js";
export { createReportKnowledge, type ReportKnowledge } from "./report-knowledge.js";
