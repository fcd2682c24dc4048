import { allOf, groupedBy, wholeTable } from '@hub/subgraph-kit';
import { LearningHubArrangementRecord } from './learning-hub-arrangement-record';
import { learningHub } from './learning-hub-record';
import { learningHubStep } from './learning-hub-step-record';

/** The arrangement, in a list of none or one. */
export const learningHubArrangement = wholeTable(LearningHubArrangementRecord);

/** Hubs by financial year, in the order in which they began. */
export const learningHubsOfYear = groupedBy(learningHub, 'financialYear');

/** What was done in a hub's work, by the hub's reference. */
export const stepsOfHub = groupedBy(learningHubStep, 'hubReference');

/** All of them: three hubs a year. */
export const learningHubs = allOf(learningHub);
export const learningHubSteps = allOf(learningHubStep);
