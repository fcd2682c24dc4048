/** The channel of NOTIFY on which a change of facts is told: without a payload. One with a payload is a process's proof. */
export const FACTS_CHANNEL = 'facts_changed';
