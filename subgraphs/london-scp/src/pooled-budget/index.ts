import { loadOnce } from '@hub/partnership';
import { readPartnerships } from '../directory/directory-files';
import type { LondonModule } from '../london-module';
import { demonstrationReceipts } from './pooled-budget-demonstration';
import { PooledBudget1763769600004 } from './pooled-budget-migration';
import { PooledBudgetResolver, PooledContributionResolver } from './pooled-budget-resolver';
import { PooledContributionRecord, pooledContributionSchema } from './pooled-contribution-record';

/** The pooled budget, held by London Councils (LON-31 to LON-33). */
export const pooledBudget: LondonModule = {
  resolvers: [PooledBudgetResolver, PooledContributionResolver],
  entities: [pooledContributionSchema],
  migrations: [PooledBudget1763769600004],
  async load(manager, { demo }) {
    const receipts = demonstrationReceipts(demo ? readPartnerships().map(({ id }) => id) : []);
    await loadOnce(manager, 'demonstration receipts', receipts, async () => {
      await manager.query('DELETE FROM pooled_contribution WHERE is_synthetic');
      await manager.insert(PooledContributionRecord, receipts);
    });
  },
};
