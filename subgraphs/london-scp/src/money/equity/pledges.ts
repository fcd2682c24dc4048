import { ContributionKind, ContributionTarget, type Sector } from '@hub/contract';
import type { Coverage } from '../../directory/coverage';
import { reduceOver } from '../../directory/reduce-over';
import type { Ledgers } from '../ledger-line';

/** A pledge of money to London, in pence. */
export interface Pledge {
  partnershipId: string;
  sector: Sector;
  pence: number;
}

/** The pledges to London in the ledgers of one year. */
export interface Pledges {
  pledges: readonly Pledge[];
  coverage: Coverage;
}

/** Reduces the ledgers that answered to the pledges in them. Where an agency gave no answer there is no pledge. */
const pledgesIn = (list: string) =>
  reduceOver(
    list,
    'PartnershipBudgetYear',
    'contributions { reference target kind pledgedPence agency { id sector } }',
    ({ answers, coverage }: Ledgers): Pledges => ({
      coverage,
      pledges: answers.flatMap(({ partnership, contributions }) =>
        contributions.flatMap(({ target, kind, pledgedPence, agency: { sector } }) =>
          target === ContributionTarget.LOCAL_BUDGET || kind !== ContributionKind.CASH || pledgedPence === null
            ? []
            : { partnershipId: partnership.id, sector, pence: pledgedPence },
        ),
      ),
    }),
  );

/** What was pledged for the year that is asked about. */
export const pledgesOfYear = pledgesIn('budgetYears');

/** What was pledged for the year before it. */
export const pledgesOfYearBefore = pledgesIn('previousBudgetYears');

/** Sum of the pledges that `belongs` picks; null where there is none, because zero is an answer and not a default. */
export function pledgedBy(pledges: readonly Pledge[], belongs: (pledge: Pledge) => boolean): number | null {
  const own = pledges.filter(belongs);
  return own.length === 0 ? null : own.reduce((sum, { pence }) => sum + pence, 0);
}
