import { connectionFrom, decodeCursor, isCalendarDay, pageSize, type Connection } from '@hub/contract';
import { defineGroupLoader, defineLoader, type SubgraphContext } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { ExecutiveDecisionRecord, SignOffRecord } from './decision-records';

/** A decision by its id. */
export const decisionById = defineLoader<string, ExecutiveDecisionRecord>(async (ids, context) => {
  const rows = await context.dataSource.getRepository(ExecutiveDecisionRecord).findBy({ id: In([...ids]) });
  return new Map(rows.map((decision) => [decision.id, decision]));
});

/** A decision by its reference. */
export const decisionByReference = defineLoader<string, ExecutiveDecisionRecord>(async (references, context) => {
  const rows = await context.dataSource
    .getRepository(ExecutiveDecisionRecord)
    .findBy({ reference: In([...references]) });
  return new Map(rows.map((decision) => [decision.reference, decision]));
});

/** Sign-offs of a decision, the earliest first, by decision id. */
export const signOffsOfDecision = defineGroupLoader<string, SignOffRecord>(
  (decisionIds, context) =>
    context.dataSource.getRepository(SignOffRecord).find({
      where: { decisionId: In([...decisionIds]) },
      order: { signedOn: 'ASC', sector: 'ASC' },
    }),
  (signOff) => signOff.decisionId,
);

/** A page of decisions, latest first. */
export async function decisionPage(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<ExecutiveDecisionRecord>> {
  const size = pageSize(first);
  const query = context.dataSource
    .getRepository(ExecutiveDecisionRecord)
    .createQueryBuilder('decision')
    .orderBy('decision.decidedOn', 'DESC')
    .addOrderBy('decision.id', 'DESC')
    .limit(size + 1);
  const isContinued = typeof after === 'string';
  if (isContinued) {
    const [decidedOn, id] = decodeCursor(after, 2, ([day]) => isCalendarDay(day!));
    query.where('(decision.decidedOn, decision.id) < (:decidedOn, :id)', { decidedOn, id });
  }
  return connectionFrom(await query.getMany(), size, ({ decidedOn, id }) => [decidedOn, id], isContinued);
}
