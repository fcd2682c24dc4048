import { defineGroupLoader, foundBy, pagesOf } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { executiveDecision, SignOffRecord } from './decision-records';

/** A decision by its id. */
export const decisionById = foundBy(executiveDecision, 'id');

/** A decision by its reference. */
export const decisionByReference = foundBy(executiveDecision, 'reference');

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
export const decisionPage = pagesOf(executiveDecision);
