import type { Instalment } from './instalment';

/** Money that was paid, as one of the books has it. Amounts are in pence. */
export interface Payment {
  reference: string;
  amountPence: number;
  /** The day, as `YYYY-MM-DD`; null where the book does not say. */
  paidOn: string | null;
}

/** What was paid of a contribution in one payment, under its own reference. Null where nothing was. */
export interface PaidAtOnce {
  reference: string;
  pence: number | null;
  on: string | null;
}

/** Every payment of a contribution: its instalments, or the one payment of all. A payment of nothing is none. */
export function paymentsOf<Instalments extends Payment>(
  { reference, pence, on }: PaidAtOnce,
  instalments: readonly Instalments[],
): readonly (Instalments | Payment)[] {
  if (instalments.length > 0) return instalments;
  return pence ? [{ reference, amountPence: pence, paidOn: on }] : [];
}

/** Sum, in pence. */
export const sumOfPence = (rows: readonly { amountPence: number }[]): number =>
  rows.reduce((sum, { amountPence }) => sum + amountPence, 0);

/**
 * What was pledged and is not paid by the end of a day, in pence: below 0 where more was paid, null without a pledge.
 *
 * @param on - the day, as `YYYY-MM-DD`.
 */
export function outstandingPence(pledged: number | null, payments: readonly Payment[], on: string): number | null {
  return pledged === null ? null : pledged - sumOfPence(paidBy(payments, on));
}

/**
 * What was to be paid before a day and is not paid by the end of it, in pence, from 0. An instalment may be paid on the day
 * that it is due, and what was paid early counts for what is due next.
 *
 * @param on - the day, as `YYYY-MM-DD`.
 */
export function overduePence(agreed: readonly Instalment[], payments: readonly Payment[], on: string): number {
  const due = sumOfPence(agreed.filter(({ dueOn }) => dueOn < on));
  return Math.max(0, due - sumOfPence(paidBy(payments, on)));
}

/** A payment without a day has been made, whatever the day. */
const paidBy = (payments: readonly Payment[], on: string) =>
  payments.filter(({ paidOn }) => paidOn === null || paidOn <= on);
