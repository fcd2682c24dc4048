import { check, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ProcedureRecord } from './procedure-record';
import { beginning, inOrder, type Successive } from './validity';

/**
 * Locks the procedure that an edition or a rule is of for the rest of the transaction, so that of two published at once the
 * second sees the first.
 */
export const lockProcedure: Check<{ procedureId: string }> = check(
  'PROCEDURE_UNKNOWN',
  'procedureId',
  async ({ procedureId: id }, manager) => {
    const found = await manager.findOne(ProcedureRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return (
      found === null && `There is no procedure "${id}". Give an id of \`procedures { id }\`, or add it by addProcedure.`
    );
  },
);

/** Something that begins after all that it succeeds. */
export const notAfterLatest = <Input>(
  field: keyof Input & string,
  others: (input: Input, manager: EntityManager) => Promise<(Successive & { name: string })[]>,
): Check<Input> =>
  check<Input>('NOT_AFTER_LATEST', field, async (input, manager) => {
    const latest = inOrder(await others(input, manager)).at(-1);
    const isAfter = latest === undefined || beginning(latest) < String(input[field]);
    return isAfter ? null : `The ${latest.name} begins on ${latest.from}. Give a later day.`;
  });
