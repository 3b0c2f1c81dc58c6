/** Tells an agency's notice that a story is withdrawn from a story. */

const WHO = "(?:ATTENTION|EDITORS?|EDS|NEWS EDITORS?|ADVISORY|URGENT|BULLETIN|MANDATORY|STORY)";
const NOTICE = new RegExp(
  `^[\\s*–—-]*(?:${WHO}[\\s,:–—-]*){0,4}(?:KILL|WITHDRAWN|WITHDRAWAL|STORY REMOVED)(?: (?:NOTICE|ADVISORY|STORY))?\\s*[:–—-]`,
);

/** Whether title or text opens as such a notice does, in capitals: "KILL: story withdrawn", "EDITORS: MANDATORY KILL – …". */
export function isKillNotice(title: unknown, text: unknown): boolean {
  return [title, text].some((words) => typeof words === "string" && NOTICE.test(words.slice(0, 300)));
}
