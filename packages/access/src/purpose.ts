/** What a child's data may be asked for. Sent as `x-purpose`, with the reason in words as `x-reason`. */
export const PURPOSES = {
  CROSS_BOUNDARY_MOVEMENT: { description: 'A child moves across a boundary (LON-09).' },
  SERIOUS_INCIDENT: { description: 'A serious incident is notified or reviewed.' },
  PRACTICE_REVIEW: { description: 'A local child safeguarding practice review.' },
  AUDIT: { description: 'Records of access are looked at.' },
  BREAK_GLASS: { description: 'An emergency: for a limited time, beyond what one is party to; it raises an alert.' },
} as const;

/** One of {@link PURPOSES}. */
export type Purpose = keyof typeof PURPOSES;

/** Characters of a reason, at most. */
export const REASON_LENGTH = 500;

/** Minutes for which a broken glass stays broken, unless the gateway is told otherwise. */
export const BREAK_GLASS_MINUTES = 60;

/** Whether a text is a purpose. */
export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(PURPOSES, text);
}
