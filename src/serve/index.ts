/** Door of the server: an archive's questions answered over HTTP, and the page's files beside them. */
export type { Answers, ScoreRow } from "./answers.js";
export type { Schemas } from "./openapi.js";
export type { Readers } from "./route.js";
export { LIMITS } from "./settings.js";
export { type RunningServer, type ServeOptions, startServer } from "./start-server.js";
