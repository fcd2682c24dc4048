import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../facts/facts';
import { ObligationRuleRecord } from './obligation-rule-record';

/** Brings what the founding document obliges to into the database, replacing it whole when it changed. */
export async function loadObligations(manager: EntityManager, { obligations }: Facts): Promise<void> {
  await loadOnce(manager, 'obligations', obligations, async () => {
    await manager.query('DELETE FROM obligation_rule');
    await manager.insert(
      ObligationRuleRecord,
      obligations.map(({ clause, body, ...rule }, position) => ({
        ...rule,
        clauseId: clause,
        bodyId: body,
        position,
      })),
    );
  });
}
