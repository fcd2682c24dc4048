import type { UserError } from '@hub/contract';
import type {
  DeepPartial,
  EntityManager,
  EntityTarget,
  FindOptionsRelations,
  FindOptionsWhere,
  ObjectLiteral,
} from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { lockKey } from './lock-key';
import { Refusal } from './mutate';

/** Something of which there is one record under a natural key, as the adoption of an edition. */
export interface OnceRecorded<Row extends ObjectLiteral, Content extends object> {
  record: EntityTarget<Row>;
  /** The natural key, by properties of the row. */
  key: FindOptionsWhere<Row> & DeepPartial<Row>;
  /** What is recorded under it, by properties of the row. */
  content: Content & DeepPartial<Row>;
  /** What follows from both, as `id`. */
  derived?: DeepPartial<Row>;
  /** What the answer shows of other tables. */
  relations?: FindOptionsRelations<Row>;
  /** Why other content is refused; `changed` are the properties in which it differs. */
  taken(changed: readonly string[]): UserError;
}

/**
 * Records something once, in the transaction of a mutation. The same again changes nothing, and other content is refused;
 * of two at once the second finds what the first has left. A demonstration record under the same key gives way, whatever it
 * says: what is recorded stays when demonstration data goes.
 *
 * @throws {@link Refusal}
 */
export async function recordOnce<Row extends ObjectLiteral & { isSynthetic: boolean }, Content extends object>(
  manager: EntityManager,
  { record, key, content, derived, relations, taken }: OnceRecorded<Row, Content>,
): Promise<Row> {
  const repository = manager.getRepository(record);
  const find = () => repository.findOne({ where: key, ...(relations && { relations }) });
  await lockKey(manager, `${repository.metadata.tableName}/${JSON.stringify(key)}`);
  const stored = await find();
  if (stored === null || stored.isSynthetic) {
    const row = { ...key, ...content, ...derived, isSynthetic: false } as unknown as QueryDeepPartialEntity<Row>;
    await (stored === null ? repository.insert(row) : repository.update(key, row));
    return (await find())!;
  }
  const known = stored as Record<string, unknown>;
  const changed = Object.entries(content).flatMap(([property, wanted]) =>
    JSON.stringify(known[property]) === JSON.stringify(wanted) ? [] : [property],
  );
  if (changed.length > 0) throw new Refusal(taken(changed));
  return stored;
}
