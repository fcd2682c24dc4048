import { Cost } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { partnershipById } from '../directory/directory-loaders';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';
import { Requires } from '../directory/reduce-over';
import { Network } from './network';
import { NetworkLocalBodies } from './network-local-bodies';
import { NetworkMember } from './network-member';
import { NetworkMembers } from './network-members';
import type { NetworkMemberRecord } from './network-records';
import { networkLocalBodies, networkMembers } from './network-reductions';

/** What partnerships answered, reduced to what it says of a network. */
@Resolver(() => Network)
export class NetworkReductionResolver {
  @FieldResolver(() => NetworkMembers, {
    nullable: true,
    description: "Its members, each with its partnership's own record of the agency.",
  })
  @Cost(50 * DIRECTORY_SIZE)
  @Requires(networkMembers)
  members(@Root() network: Network, @Ctx() context: SubgraphContext) {
    return networkMembers.reduce(network, context, network.id);
  }

  @FieldResolver(() => NetworkLocalBodies, {
    nullable: true,
    description: 'The local bodies behind it, and the partnerships that have none.',
  })
  @Cost(40 * DIRECTORY_SIZE)
  @Requires(networkLocalBodies)
  localBodies(@Root() network: Network, @Ctx() context: SubgraphContext) {
    return networkLocalBodies.reduce(network, context, network.id);
  }
}

/** What a member of a network leads to. */
@Resolver(() => NetworkMember)
export class NetworkMemberResolver {
  @FieldResolver(() => LocalPartnership, { nullable: true })
  partnership(@Root() member: NetworkMember, @Ctx() context: SubgraphContext) {
    return partnershipById(context, (member as NetworkMemberRecord).partnershipId);
  }
}
