import { wholeTable } from '@hub/partnership';
import { defineGroupLoader, type SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { partnershipById } from '../directory/directory-loaders';
import { LocalPartnership } from '../directory/local-partnership';
import { Network } from './network';
import { NetworkMember } from './network-member';
import { NetworkMemberRecord, NetworkRecord } from './network-records';

/** LON-34 limits networks to a number the Executive agrees, so that their table stays small. */
const networks = wholeTable(NetworkRecord, { order: { name: 'ASC' } });

const membersOfNetwork = defineGroupLoader<string, NetworkMemberRecord>(
  (networkIds, context) =>
    context.dataSource.getRepository(NetworkMemberRecord).find({
      where: { networkId: In([...networkIds]) },
      order: { partnershipId: 'ASC', sector: 'ASC' },
    }),
  (member) => member.networkId,
);

/** Networks and what they lead to. */
@Resolver(() => Network)
export class NetworkResolver {
  @Query(() => [Network], { description: 'Networks, by name.' })
  networks(@Ctx() context: SubgraphContext) {
    return networks(context);
  }

  @FieldResolver(() => Boolean)
  isSupported(@Root() network: NetworkRecord) {
    return network.decisionReference !== null;
  }

  @FieldResolver(() => [NetworkMember])
  members(@Root() network: NetworkRecord, @Ctx() context: SubgraphContext) {
    return membersOfNetwork(context).load(network.id);
  }
}

/** What a member of a network leads to. */
@Resolver(() => NetworkMember)
export class NetworkMemberResolver {
  @FieldResolver(() => LocalPartnership, { nullable: true })
  partnership(@Root() member: NetworkMemberRecord, @Ctx() context: SubgraphContext) {
    return partnershipById(context, member.partnershipId);
  }
}
