import { check, sameReference, type Check } from '@hub/subgraph-kit';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/**
 * What is recorded rests on no demonstration record, with which it would go.
 *
 * @param field - of the input, that names the row.
 * @param property - of the row, by which it is named.
 */
export function notDemonstration<Row extends ObjectLiteral>(
  row: EntityTarget<Row>,
  property: keyof Row & string,
  field: string,
  code: string,
): Check<object> {
  return check<Record<string, unknown>>(code, field, async (input, manager) => {
    const given = String(input[field]);
    const where = { [property]: sameReference('given', given), isSynthetic: true };
    const isDemonstration = await manager.existsBy(row, where as unknown as FindOptionsWhere<Row>);
    return isDemonstration && `"${given}" is demonstration data. Record one of your own first, and name that.`;
  });
}
