import type { LondonModule } from '../london-module';
import { AccessRecordResolver } from './access-record-resolver';
import { BreakGlassAlertResolver } from './break-glass-alert-resolver';

/** Who looked at which child, and why. The records themselves are kept by `@hub/audit`, which owns their table. */
export const accessRecords: LondonModule = {
  resolvers: [AccessRecordResolver, BreakGlassAlertResolver],
  entities: [],
  migrations: [],
  load: async () => undefined,
};
