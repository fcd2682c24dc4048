import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../facts/facts';
import { documentIdOf } from '../governance/load-facts';
import { ObligationRuleRecord } from './obligation-rule-record';

/** Brings what the governing documents oblige to into the database, replacing it whole when it changed. */
export async function loadObligations(
  manager: EntityManager,
  partnershipId: string,
  documents: readonly Facts[],
): Promise<void> {
  const rules = documents.flatMap((facts, position) =>
    facts.obligations.map(({ clause, body, ...rule }) => ({
      ...{ ...rule, clauseId: clause, bodyId: body },
      documentId: documentIdOf(partnershipId, facts, position),
    })),
  );
  await loadOnce(manager, 'obligations', rules, async () => {
    await manager.query('DELETE FROM obligation_rule');
    await manager.insert(
      ObligationRuleRecord,
      rules.map((rule, position) => ({ ...rule, position })),
    );
  });
}
