import { foundBy, groupedBy, pagesOf } from '@hub/subgraph-kit';
import { executiveDecision } from './decision-records';
import { signOff } from './sign-off-record';

/** A decision by its id. */
export const decisionById = foundBy(executiveDecision, 'id');

/** A decision by its reference. */
export const decisionByReference = foundBy(executiveDecision, 'reference');

/** Sign-offs of a decision, the earliest first, by decision id. */
export const signOffsOfDecision = groupedBy(signOff, 'decisionId');

/** A page of decisions, latest first. */
export const decisionPage = pagesOf(executiveDecision);
