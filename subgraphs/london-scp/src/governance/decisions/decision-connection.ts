import { connectionOf } from '@hub/contract';
import { ExecutiveDecision } from './executive-decision';

/** Pages of decisions, latest first. */
export const ExecutiveDecisionConnection = connectionOf('ExecutiveDecision', ExecutiveDecision);
