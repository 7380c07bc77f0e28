const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether it has the form of the ids of rows; PostgreSQL takes nothing else where it expects one. */
export const isUuid = (value: unknown): value is string => typeof value === "string" && UUID.test(value);
