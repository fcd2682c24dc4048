import { ListSize, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { Coverage } from '../directory/coverage';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';
import { NetworkLocalBody } from './network-local-body';

@ObjectType({ description: 'The local bodies behind a network, and the partnerships that have none.' })
@RequiresScopes('networks:read')
export class NetworkLocalBodies {
  @Field(() => Coverage, { description: 'Which partnerships said what their bodies connect to.' })
  coverage!: Coverage;

  @Field(() => [NetworkLocalBody], { description: 'Bodies that connect to it, by partnership and body.' })
  @ListSize(DIRECTORY_SIZE)
  connections!: NetworkLocalBody[];

  @Field(() => [LocalPartnership], {
    description:
      'Partnerships that answered and have no body connected to it. One that did not answer is in coverage.missing, not here.',
  })
  @ListSize(DIRECTORY_SIZE)
  partnershipsWithout!: LocalPartnership[];
}
