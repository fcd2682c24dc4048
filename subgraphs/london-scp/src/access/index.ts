import type { SubgraphModule } from '@hub/subgraph-kit';
import { AccessRecordResolver } from './access-record-resolver';
import { BreakGlassAlertResolver } from './break-glass-alert-resolver';

/** Who looked at which child, and why. The records themselves are kept by `@hub/audit`, which owns their table. */
export const accessRecords: SubgraphModule = {
  resolvers: [AccessRecordResolver, BreakGlassAlertResolver],
};
