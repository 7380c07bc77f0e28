// Utlänningsförordningen 4 a kap. 1 §: time limits for the decision, from the day the application was lodged; also for extensions
// (Ds 5.5, SFD art 34). Förordning 2019:1212. From before 2025. The time may be prolonged where the application is incomplete.
export const WITHIN_60_DAYS = { days: 60, cites: ["UtlF 4a:1 st1 p1", "SFD art 34.2"] };
export const WITHIN_90_DAYS = { days: 90, cites: ["UtlF 4a:1 st1 p2", "SFD art 34.1"] };
