import type { ObjectLiteral } from 'typeorm';
import type { Naming } from './names';
import type { RecordDefinition } from './record-definition';
import { findRow } from './record-once';

/**
 * A record that an input names by its reference. One of the demonstration carries nothing real, and is as unknown as one of
 * nothing.
 *
 * @param definition - of a record that there is one of under its `reference`.
 * @param code - by which a name of nothing is refused.
 * @param remedy - what to do then, as `Record it by recordPracticeReview`.
 */
export function ownReference<Row extends ObjectLiteral & { reference: string; isSynthetic: boolean }>(
  definition: Pick<RecordDefinition<Row, never>, 'row' | 'schema'>,
  code: string,
  remedy: string,
): Naming {
  return {
    code,
    async find(reference, manager) {
      const row = await findRow<Row>(manager, definition, { reference } as never);
      return row && !row.isSynthetic ? row.reference : null;
    },
    refusal: (reference) => `Nothing is recorded here under ${JSON.stringify(reference)}. ${remedy}, or correct it.`,
  };
}
