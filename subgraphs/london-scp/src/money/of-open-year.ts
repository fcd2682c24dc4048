import type { Check } from '@hub/subgraph-kit';
import { requireOpenYear } from './mutations/financial-years';
import { PooledContributionRecord } from './pooled-contribution-row';

/**
 * The year of the contribution is open, and stays so until what is recorded on it is.
 *
 * @param field - of the input, that names the contribution.
 */
export const isOfOpenYear = <Field extends string>(field: Field): Check<Record<Field, string>> => ({
  codes: ['YEAR_CLOSED'],
  async problems({ [field]: reference }, manager) {
    const { financialYear } = await manager.findOneByOrFail(PooledContributionRecord, { reference });
    await requireOpenYear(manager, financialYear, field);
    return [];
  },
});
