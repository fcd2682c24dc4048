import { financialYearBounds } from '@hub/contract';
import { lockKey, problem, readInput, refuseFor, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { BudgetStatus } from '../budget-status';
import { PooledBudgetRecord } from '../pooled-budget-record';
import { CloseFinancialYearInput, type OpenFinancialYearInput } from './financial-year-inputs';

/** Opens a financial year. One that is open stays as it is; one that is closed is not opened again. */
export async function openFinancialYear(
  manager: EntityManager,
  { financialYear }: OpenFinancialYearInput,
): Promise<PooledBudgetRecord> {
  const recorded = await lockedYear(manager, financialYear);
  refuseFor(
    recorded?.status === BudgetStatus.CLOSED &&
      problem(
        'financialYear',
        'YEAR_CLOSED',
        `The books of ${financialYear} were closed on ${recorded.closedOn}. Use a later year.`,
      ),
  );
  if (recorded) return recorded;
  const budget = { financialYear, status: BudgetStatus.OPEN, closedOn: null, isSynthetic: false };
  await manager.insert(PooledBudgetRecord, budget);
  return Object.assign(new PooledBudgetRecord(), budget);
}

/** Closes a financial year; the same again changes nothing, another day is refused. */
export async function closeFinancialYear(
  manager: EntityManager,
  given: CloseFinancialYearInput,
): Promise<PooledBudgetRecord> {
  const { financialYear, closedOn } = await readInput(manager, CloseFinancialYearInput, given);
  const { from } = financialYearBounds(financialYear);
  const recorded = await lockedYear(manager, financialYear);
  refuseFor(
    recorded === null && notOpened(financialYear),
    closedOn < from &&
      problem('closedOn', 'DATE_OUT_OF_RANGE', `${financialYear} begins on ${from}. Close it on or after that day.`),
    recorded?.status === BudgetStatus.CLOSED &&
      recorded.closedOn !== closedOn &&
      problem(
        'closedOn',
        'ALREADY_RECORDED',
        `The books of ${financialYear} were closed on ${recorded.closedOn}. They are closed once.`,
      ),
  );
  await manager.update(PooledBudgetRecord, { financialYear }, { status: BudgetStatus.CLOSED, closedOn });
  return Object.assign(recorded!, { status: BudgetStatus.CLOSED, closedOn });
}

/**
 * Holds a financial year open until the transaction ends, so that nothing is written into a year that closes meanwhile.
 *
 * @throws Refusal `YEAR_NOT_OPENED` or `YEAR_CLOSED`.
 */
export async function requireOpenYear(
  manager: EntityManager,
  financialYear: string,
  field: string,
  remedy = 'Record it in a year that is open.',
): Promise<void> {
  const year = await lockedYear(manager, financialYear);
  const closed = `The books of ${financialYear} were closed on ${year?.closedOn}. ${remedy}`;
  refuseFor(
    year === null && notOpened(financialYear, field),
    year?.status === BudgetStatus.CLOSED && problem(field, 'YEAR_CLOSED', closed),
  );
}

/** As {@link requireOpenYear}, for what names its year. */
export const isInOpenYear: Check<{ financialYear: string }> = {
  codes: ['YEAR_NOT_OPENED', 'YEAR_CLOSED'],
  async problems({ financialYear }, manager) {
    await requireOpenYear(manager, financialYear, 'financialYear');
    return [];
  },
};

/** What the books of a closed year rest on stands. */
export const staysInOpenYear: Check<{ financialYear: string }> = {
  codes: ['YEAR_CLOSED'],
  async problems({ financialYear }, manager) {
    const remedy = 'What they rest on stands. Open a later year, and record there what puts it right.';
    await requireOpenYear(manager, financialYear, 'reference', remedy);
    return [];
  },
};

async function lockedYear(manager: EntityManager, financialYear: string): Promise<PooledBudgetRecord | null> {
  await lockKey(manager, `pooled-budget/${financialYear}`);
  return manager.findOneBy(PooledBudgetRecord, { financialYear });
}

function notOpened(financialYear: string, field = 'financialYear') {
  return problem(
    field,
    'YEAR_NOT_OPENED',
    `No pooled budget of ${financialYear} is open. Open it by openFinancialYear, or correct the year.`,
  );
}
