import { Public } from '@hub/contract';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An instance of a partnership's concrete type: its key; all else is resolved from it. */
export interface PartnershipReference {
  id: string;
}

/**
 * Makes the one concrete type of a partnership. Federation has no horizontal partitioning: a type a
 * partnership, behind shared interfaces, is what lets one query ask them all.
 *
 * @param typeName - as `HaveringPartnership`.
 * @param capabilities - the interfaces it implements.
 */
export function createPartnershipType(
  typeName: string,
  capabilities: readonly Function[],
): new () => PartnershipReference {
  @ObjectType(typeName, {
    implements: [...capabilities],
    description: 'A local safeguarding children partnership, as its own subgraph publishes it.',
  })
  @Directive('@key(fields: "id")')
  class PartnershipType implements PartnershipReference {
    @Field(() => ID, { description: 'Id of the partnership.' })
    @Public()
    id!: string;
  }
  return PartnershipType;
}
