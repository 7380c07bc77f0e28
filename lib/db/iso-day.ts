/** The ISO day `YYYY-MM-DD` of a column that holds a date; the client gives it as midnight in UTC. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
