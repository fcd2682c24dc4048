import { RequiresScopes, type MovementSide } from '@hub/contract';
import { familyTypeName } from '@hub/partnership';
import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { readPartnerships } from '../directory/directory-files';

/** London's side of a partnership's record for a movement: a reference to it. The partnership's own subgraph answers. */
@InterfaceType('ChildRecord', {
  description: "A partnership's own record for a movement, for its parties. Each partnership has a type of its own.",
})
export abstract class ChildRecord {
  @Field(() => ID, { description: 'Global id, as `lambeth/movement:01J…/origin`.' })
  id!: string;
}

function createStub(typeName: string): Function {
  @ObjectType(typeName, {
    implements: [ChildRecord],
    description: "The partnership's own record for a movement, for its parties.",
  })
  @Directive('@key(fields: "id")')
  @RequiresScopes('child-records:read')
  class Stub extends ChildRecord {}
  return Stub;
}

const typeNames: ReadonlyMap<string, string> = new Map(
  readPartnerships().map(({ id, typeName }) => [id, familyTypeName(typeName, 'ChildRecord')]),
);

/** One concrete type a partnership of the directory. */
export const childRecordStubs: readonly Function[] = [...typeNames.values()].map(createStub);

/** A reference to the record that a partnership of the directory keeps for its side of a movement. */
export function childRecordOf(
  partnershipId: string,
  movementId: string,
  side: MovementSide,
): { __typename: string; id: string } {
  const __typename = typeNames.get(partnershipId);
  if (!__typename) throw new Error(`The directory names ${partnershipId}, which this process was not started with.`);
  return { __typename, id: `${partnershipId}/${movementId}/${side.toLowerCase()}` };
}
