import { ListSize, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { Coverage } from '../directory/coverage';
import { NetworkMember } from './network-member';

@ObjectType({ description: "The members of a network, each joined to its partnership's own record of the agency." })
@RequiresScopes('networks:read')
export class NetworkMembers {
  @Field(() => Coverage, {
    description:
      'Which partnerships said what their agencies are. Members are complete without; names of agencies are not.',
  })
  coverage!: Coverage;

  @Field(() => [NetworkMember], { description: 'Its members, by partnership, sector and agency.' })
  @ListSize(10)
  items!: NetworkMember[];
}
