import { ChildRecord, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { familyTypeName } from '../../family-type-name';
import { childRecords } from './child-record-loaders';

/** An instance of a partnership's child record: its key, and what is stored under it. */
type ChildRecordClass = new () => { id: string };

/** Makes the one concrete type of a partnership's child records. */
export function createChildRecordType(partnershipTypeName: string): ChildRecordClass {
  @ObjectType(familyTypeName(partnershipTypeName, 'ChildRecord'), {
    implements: [ChildRecord],
    description: "The partnership's own record for a movement, for its parties.",
  })
  @Directive('@key(fields: "id")')
  @RequiresScopes('child-records:read')
  class ChildRecordType {
    @Field(() => ID, { description: 'Global id, as `lambeth/movement:01J…/origin`.' })
    id!: string;
  }
  return ChildRecordType;
}

/**
 * Finds a record by its id; null where there is none, where it is another partnership's, and where the caller is no
 * party to the movement: these cannot be told apart.
 */
export async function childRecordFromId(
  type: ChildRecordClass,
  partnershipId: string,
  id: unknown,
  context: SubgraphContext,
): Promise<object | null> {
  const prefix = `${partnershipId}/`;
  if (typeof id !== 'string' || !id.startsWith(prefix)) return null;
  const stored = await childRecords(context).load(id.slice(prefix.length));
  return stored ? Object.assign(new type(), stored, { id }) : null;
}
