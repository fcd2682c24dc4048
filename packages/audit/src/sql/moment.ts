/** SQL: the column or variable `recorded_at` as text, in UTC to the microsecond, whatever the session's settings. */
export const MOMENT = `to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Minutes by which clocks may differ: that of PostgreSQL from itself, once it was set, and from that of whoever verifies. */
export const CLOCK_MINUTES = 5;
