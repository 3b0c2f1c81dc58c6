/** Door of the relations layer: how two countries move, from the acts between them. */
export { type Alert, type AlertSettings, DEFAULT_ALERTS, findAlerts } from "./alerts.js";
export { DEFAULT_LINE, drawLine, type LinePoint, type LineSettings, type ScoredAct } from "./line.js";
export { type Period, type PeriodUnit, periodsOf } from "./periods.js";
export { type RelationAct, type RelationPoint, relationPoints } from "./points.js";
export { explainMove, type Move, type Share } from "./shares.js";
export { DEFAULT_TURNS, type FoundTurn, findTurns, type TurnSettings } from "./turns.js";
