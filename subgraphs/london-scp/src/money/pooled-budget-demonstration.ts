import { agencyIdOf, ContributionTarget, plusDays } from '@hub/contract';
import {
  DEMONSTRATION_PROJECT,
  DEMONSTRATION_UNTIL,
  demonstrationInstalments,
  demonstrationLedger,
  instalmentPaymentRows,
  seededRandom,
  type DemonstrationLedgerLine,
} from '@hub/partnership';
import { demonstrationReference } from '../governance/decisions/decision-demonstration';
import { BudgetStatus } from './budget-status';

/** The demonstration years: the first is closed, the last is under way. */
export const DEMONSTRATION_BUDGETS = [
  { financialYear: '2024-25', status: BudgetStatus.CLOSED, closedOn: '2025-06-30', isSynthetic: true },
  { financialYear: '2025-26', status: BudgetStatus.OPEN, closedOn: null, isSynthetic: true },
  { financialYear: '2026-27', status: BudgetStatus.OPEN, closedOn: null, isSynthetic: true },
];

/**
 * What London Councils received in the demonstration data: what the partnerships' ledgers say they
 * paid, a few days later; with a few receipts that differ in amount, date or target, are missing, or
 * have no payment, so that there is something of each kind to reconcile.
 */
export function demonstrationReceipts(partnershipIds: readonly string[]) {
  return partnershipIds.flatMap((partnershipId) =>
    demonstrationLedger(partnershipId)
      .filter(({ target }) => target !== ContributionTarget.LOCAL_BUDGET)
      .map((line) => {
        const { paidPence: _paidPence, paidOn: _paidOn, ...invited } = line;
        return {
          ...invited,
          ...(inQuarters(line) ?? receiptOf(line)),
          id: `receipt:${line.reference}`,
          partnershipId,
          agencyId: agencyIdOf(partnershipId, line.agencyId),
          invitedOn: `${line.financialYear.slice(0, 4)}-02-01`,
          isSynthetic: true,
        };
      }),
  );
}

/** What London Councils received in instalments in the demonstration data: a few days after it was paid, or not. */
export function demonstrationInstalmentReceipts(partnershipIds: readonly string[]) {
  return partnershipIds.flatMap((partnershipId) =>
    demonstrationLedger(partnershipId)
      .filter(({ target }) => target !== ContributionTarget.LOCAL_BUDGET)
      .flatMap((line) => {
        const random = seededRandom(`instalment-receipts/${line.reference}`);
        const payments = demonstrationInstalments(line).payments.map((payment) => ({
          ...{ ...payment, paidOn: plusDays(payment.paidOn, Math.floor(random() * 10)) },
        }));
        const arrived = payments.filter(({ paidOn }) => random() >= 0.1 && paidOn <= DEMONSTRATION_UNTIL);
        return instalmentPaymentRows(line.reference, arrived);
      }),
  );
}

/** What was left of the closed year of the demonstration data, in part, and carried into the next. */
export const demonstrationCarryForwards = () => [
  {
    ...{ fromYear: '2024-25', toYear: '2025-26', amountPence: 600_000, carriedOn: '2025-06-30' },
    ...{ decisionReference: null, isSynthetic: true },
  },
];

/** Last part of the reference, year, what for, pence and day of what was spent in the demonstration data. */
const SPENT = [
  ['website-1', '2025-26', 'Procedures website: first part', 400_000, '2025-07-14'],
  ['website-2', '2025-26', 'Procedures website: second part', 250_000, '2026-01-19'],
  ['website-3', '2026-27', 'Procedures website: accessibility review', 300_000, '2026-09-07'],
] as const;

/** What was spent in the demonstration data, on the funding decision that it holds. */
export function demonstrationExpenditures() {
  return SPENT.map(([slug, financialYear, description, amountPence, spentOn]) => ({
    reference: `london-scp/expenditure/${slug}`,
    financialYear,
    description,
    amountPence,
    spentOn,
    decisionReference: demonstrationReference('procedures-website'),
    isSynthetic: true,
  }));
}

/** Last part of the reference, year, pence and day of what is set aside in the demonstration data. */
const ALLOCATED = [
  ['website-editing', '2025-26', 50_000, '2025-06-16'],
  ['website-upkeep', '2026-27', 200_000, '2026-05-11'],
] as const;

/** What is set aside in the demonstration data: the rest of the sum of the same decision. */
export function demonstrationAllocations() {
  return ALLOCATED.map(([slug, financialYear, amountPence, allocatedOn]) => ({
    reference: `london-scp/allocation/${slug}`,
    financialYear,
    project: DEMONSTRATION_PROJECT,
    amountPence,
    allocatedOn,
    decisionReference: demonstrationReference('procedures-website'),
    isSynthetic: true,
  }));
}

const NOT_RECEIVED = { receivedPence: null, receivedOn: null };

/** What is paid in quarters has receipts of its own. */
function inQuarters(line: DemonstrationLedgerLine) {
  const { agreedInstalments } = demonstrationInstalments(line);
  return agreedInstalments && { ...NOT_RECEIVED, agreedInstalments };
}

function receiptOf(line: DemonstrationLedgerLine) {
  const random = seededRandom(`receipt/${line.reference}`);
  const delay = Math.floor(random() * 10);
  const isLost = random() < 0.08;
  const shortfall = random() < 0.08 ? 5_000 : 0;
  const isLate = random() < 0.07;
  const isMisfiled = random() < 0.07;
  const isUnknownToPayer = random() < 0.3;
  if (line.paidOn === null || line.paidPence === null) {
    const receivedOn = plusDays(`${line.financialYear.slice(0, 4)}-09-01`, delay);
    return isUnknownToPayer && line.pledgedPence && receivedOn <= DEMONSTRATION_UNTIL
      ? { receivedPence: line.pledgedPence, receivedOn }
      : NOT_RECEIVED;
  }
  const receivedOn = plusDays(line.paidOn, isLate ? 35 + delay : delay);
  if (isLost || receivedOn > DEMONSTRATION_UNTIL) return NOT_RECEIVED;
  const receipt = { receivedPence: line.paidPence - shortfall, receivedOn };
  return isMisfiled ? { ...receipt, ...otherTarget(line) } : receipt;
}

/** Booked to the project instead of the pool, or the reverse. */
function otherTarget({ target }: DemonstrationLedgerLine) {
  return target === ContributionTarget.LONDON_PROJECT
    ? { target: ContributionTarget.LONDON_POOLED_BUDGET, project: null }
    : { target: ContributionTarget.LONDON_PROJECT, project: DEMONSTRATION_PROJECT };
}
