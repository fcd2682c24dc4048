import type { Movement } from '@hub/contract';
import { defineLoader } from '@hub/subgraph-kit';
import { ownMovements } from '../store/movement-of';

/** What follows from a movement's history and the own steps on their way, by its id; null where there is no notice. */
export const ownHistory = defineLoader<string, Movement | null>(async (ids, { dataSource }) => {
  const known = await ownMovements(dataSource, ids);
  return new Map([...known].map(([id, { movement }]) => [id, movement]));
});
