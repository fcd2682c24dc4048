import { defineRecord } from '@hub/subgraph-kit';
import { AllocationRecord } from './allocation-row';
import { fundedChecks, isFunded, restsOnDecision } from './mutations/funded';
import { AllocationPayload } from './mutations/payloads';
import { RecordAllocationInput } from './mutations/record-allocation-input';

/** Money set aside for projects, once a reference. */
export const allocation = defineRecord({
  row: AllocationRecord,
  table: 'allocation',
  stored: { financialYear: 'text', decisionReference: 'text', reference: { type: 'text', primary: true } },
  order: { allocatedOn: 'ASC', reference: 'ASC' },
  mutation: 'recordAllocation',
  clauses: ['LON-33'],
  description:
    'Records money set aside for a project, on a funding decision that the three sectors signed off (LON-33). ' +
    'What is spent and what is allocated on a decision stay together within its sum.',
  input: RecordAllocationInput,
  about: 'The allocation.',
  answers: { as: 'allocation', payload: AllocationPayload },
  scope: 'budget:write',
  by: ['reference'],
  content: ({ reference: _, ...content }) => content,
  named: ({ reference }) => `The allocation ${reference}`,
  checks: fundedChecks('allocation', 'project'),
  requires: [isFunded('allocation', 'allocatedOn', 'ALLOCATED_BEFORE_DECISION')],
  ...restsOnDecision,
  demonstration: 'displaces',
});
