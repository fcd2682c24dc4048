import { HoldsChildRecords } from '@hub/contract';
import { externalView } from '../../directory/external-view';

/**
 * What the London SCP requires of every partnership to tell where the two sides of a movement disagree. It is inaccessible
 * too, as its home says: composition takes that from nowhere else.
 */
export const RecordKeeper = externalView([HoldsChildRecords], ['movementRecordSummaries']);
