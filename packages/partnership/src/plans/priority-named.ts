import { nameOf, type Naming } from '@hub/subgraph-kit';
import { PriorityRecord } from '../governance/priority-record';
import { SetPriorityRecord } from './set-priority-record';

const refusal = (id: string) =>
  `There is no priority "${id}". Give an id of \`priorities { id }\`, or set it by setPriority.`;
const [stated, set] = [PriorityRecord, SetPriorityRecord].map((row) => nameOf(row, 'id', 'PRIORITY_UNKNOWN', refusal));

/** A priority that an input names by its id: one that was set, or one of the document. */
export const priorityNamed: Naming = {
  ...{ code: 'PRIORITY_UNKNOWN', refusal },
  find: async (given, manager) => (await set!.find(given, manager)) ?? (await stated!.find(given, manager)),
};
