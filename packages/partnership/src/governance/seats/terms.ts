import { plusDays } from '@hub/contract';

/** A time in a seat or an office. */
export interface Term {
  /** First day. */
  appointedOn: string;
  /** Last day; null while it goes on. */
  endedOn: string | null;
}

/** Whether a term goes on at the end of a day. It ends on its last day: who is replaced on a day was there until the day before. */
export function isInForce({ appointedOn, endedOn }: Term, on: string): boolean {
  return appointedOn <= on && (endedOn === null || endedOn >= on);
}

/** The earlier of two last days; null goes on. */
export function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** The first day of what renewed each that was renewed, by the reference of that. */
export function renewalsIn(
  all: readonly { renewsReference: string | null; appointedOn: string }[],
): ReadonlyMap<string, string> {
  const renewals = new Map<string, string>();
  for (const { renewsReference, appointedOn } of all) {
    if (renewsReference !== null && !renewals.has(renewsReference)) renewals.set(renewsReference, appointedOn);
  }
  return renewals;
}

/** The last day of an appointment: its own, or that before its renewal. @param renewals - by {@link renewalsIn}. */
export function lastDayOf(
  { reference, endedOn }: { reference: string; endedOn: string | null },
  renewals: ReadonlyMap<string, string>,
): string | null {
  const renewedOn = renewals.get(reference);
  return earlier(endedOn, renewedOn === undefined ? null : plusDays(renewedOn, -1));
}
