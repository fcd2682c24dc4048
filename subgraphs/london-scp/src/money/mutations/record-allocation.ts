import type { EntityManager } from 'typeorm';
import { AllocationRecord } from '../allocation-record';
import { recordFunded } from './funded';
import type { RecordAllocationInput } from './record-allocation-input';

const ALLOCATION = {
  record: AllocationRecord,
  noun: 'allocation',
  purposeField: 'project',
  dateField: 'allocatedOn',
  tooEarly: 'ALLOCATED_BEFORE_DECISION',
} as const;

/** Records money set aside for a project in an open year, on a funding decision and within its sum (LON-33). */
export function recordAllocation(manager: EntityManager, input: RecordAllocationInput): Promise<AllocationRecord> {
  return recordFunded(manager, ALLOCATION, input);
}
