import { ChildRecord as Contract } from '@hub/contract';
import { externalView } from '../directory/external-view';
import { partnershipFamily } from '../directory/partnership-family';

/** A partnership's record for a movement: a reference to it, where the partnership has such records. */
export const ChildRecord = externalView([Contract], ['movementId']);

/** The records of every partnership. */
export const childRecords = partnershipFamily(
  'ChildRecord',
  [ChildRecord],
  "The partnership's own record for a movement, for its parties.",
  'child-records:read',
);
