import { connectionOf } from '../paging/connection';
import { BodyDecision } from './body-decision';

/** Pages of decisions, latest first. */
export const BodyDecisionConnection = connectionOf('BodyDecision', BodyDecision);
