import { loadOnce, type SubgraphModule } from '@hub/subgraph-kit';
import { demonstrationDecisions } from './decision-demonstration';
import { decisionEvidence } from './decision-evidence';
import { Decisions1763769600100 } from './decision-migration';
import { executiveDecision, ExecutiveDecisionRecord } from './decision-records';
import { DecisionResolver } from './decision-resolver';
import { signOff, SignOffRecord } from './sign-off-record';

/** The Executive's decisions and their sign-offs (LON-28), on which networks and spending rest. */
export const decisions: SubgraphModule = {
  resolvers: [DecisionResolver],
  records: [executiveDecision, signOff],
  evidence: decisionEvidence,
  // What was signed is another decision once that is corrected: its sign-offs go with it, into the history.
  restings: [
    {
      ...{ row: SignOffRecord, on: ExecutiveDecisionRecord, first: null },
      where: ({ id }: ExecutiveDecisionRecord) => ({ decisionId: id }),
    },
  ],
  migrations: [Decisions1763769600100],
  async load(manager, { demo }) {
    const rows = demo ? demonstrationDecisions() : { decisions: [], signOffs: [] };
    await loadOnce(manager, 'demonstration decisions', rows, async () => {
      await manager.query('DELETE FROM executive_decision WHERE is_synthetic');
      // A real decision that has taken one of these references keeps it.
      const real = new Set((await manager.find(ExecutiveDecisionRecord, { select: { id: true } })).map(({ id }) => id));
      const decisions = rows.decisions.filter(({ id }) => !real.has(id));
      await manager.insert(ExecutiveDecisionRecord, decisions);
      await manager.insert(
        SignOffRecord,
        rows.signOffs.filter(({ decisionId }) => !real.has(decisionId)),
      );
    });
  },
};
