import { ContributionKind, ContributionTarget, plusDays, Sector, type Instalment, type Payment } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';
import type { DemonstrationLedgerLine } from './demonstration-ledger';

/** The year in which local authorities pay in quarters in the demonstration data. */
const IN_QUARTERS = '2026-27';
const QUARTER_ENDS = ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31'];

/** What a line of the demonstration ledger pays in instalments. */
export interface DemonstrationInstalments {
  agreedInstalments: Instalment[] | null;
  payments: (Payment & { paidOn: string })[];
}

const NONE: DemonstrationInstalments = { agreedInstalments: null, payments: [] };

/** Four equal parts in whole pounds; the last takes what is left. */
function quartersOf(pledgedPence: number): Instalment[] {
  const part = Math.floor(pledgedPence / 400) * 100;
  return QUARTER_ENDS.map((dueOn, place) => ({ dueOn, amountPence: place < 3 ? part : pledgedPence - 3 * part }));
}

/**
 * What a local authority pledged in money to a budget of 2026-27 it pays in quarters: the first in time, the second some
 * weeks early or late, so that of some it is overdue on the last day of the demonstration.
 */
export function demonstrationInstalments(line: DemonstrationLedgerLine): DemonstrationInstalments {
  const { financialYear, sector, kind, target, pledgedPence, reference } = line;
  const isInQuarters =
    financialYear === IN_QUARTERS &&
    sector === Sector.LOCAL_AUTHORITY &&
    kind === ContributionKind.CASH &&
    target !== ContributionTarget.LONDON_PROJECT;
  if (!isInQuarters || !pledgedPence) return NONE;
  const random = seededRandom(`instalments/${reference}`);
  const agreedInstalments = quartersOf(pledgedPence);
  const days = [plusDays('2026-06-08', Math.floor(random() * 20)), plusDays('2026-09-14', Math.floor(random() * 70))];
  const payments = days.map((paidOn, place) => ({
    ...{ reference: `${reference}/${place + 1}`, amountPence: agreedInstalments[place]!.amountPence, paidOn },
  }));
  return { agreedInstalments, payments: payments.filter(({ paidOn }) => paidOn <= DEMONSTRATION_UNTIL) };
}

/** Those payments as the rows of their table. */
export const instalmentPaymentRows = (contributionReference: string, payments: DemonstrationInstalments['payments']) =>
  payments.map((payment) => ({ ...payment, contributionReference, isSynthetic: true }));

/**
 * Takes out demonstration payments of contributions that are none of the demonstration: of a record of the same reference
 * that stands in its place nothing was paid by them.
 *
 * @param contributions - the table of contributions.
 */
export const removeStrayPayments = (manager: EntityManager, contributions: 'contribution' | 'pooled_contribution') =>
  manager.query(`
    DELETE FROM instalment_payment payment WHERE is_synthetic AND NOT EXISTS (
      SELECT FROM ${contributions} WHERE is_synthetic AND reference = payment.contribution_reference)`);
