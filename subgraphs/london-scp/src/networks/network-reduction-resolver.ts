import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { coverageOf } from '../directory/coverage';
import { partnershipById, partnerships } from '../directory/directory-loaders';
import { LocalPartnership } from '../directory/local-partnership';
import { Network } from './network';
import { NetworkLocalBodies } from './network-local-bodies';
import { NetworkLocalBody } from './network-local-body';
import { membersOfNetwork } from './network-loaders';
import { NetworkMember } from './network-member';
import { NetworkMembers } from './network-members';
import type { NetworkMemberRecord } from './network-records';
import { agencyFinder, answeredIds, answersByPartnership, connectionsTo, type NetworkAnswer } from './reduce-network';

/** What partnerships answered, reduced to what it says of a network. */
@Resolver(() => Network)
export class NetworkReductionResolver {
  @FieldResolver(() => NetworkMembers, { nullable: true })
  async members(@Root() network: Network, @Ctx() context: SubgraphContext) {
    const answers = await answersOf(network, context);
    const agencyOf = agencyFinder(answers);
    const members = await membersOfNetwork(context).load(network.id);
    return {
      coverage: await coverageOf(context, answeredIds(answers, 'agencies')),
      items: members.map((member) =>
        Object.assign(new NetworkMember(), member, { agency: agencyOf(member.partnershipId, member.agencyId) }),
      ),
    };
  }

  @FieldResolver(() => NetworkLocalBodies, { nullable: true })
  async localBodies(@Root() network: Network, @Ctx() context: SubgraphContext) {
    const answers = await answersOf(network, context);
    const answered = answeredIds(answers, 'networkConnections');
    const connections = connectionsTo(network.id, answers);
    const connected = new Set(connections.map(({ partnershipId }) => partnershipId));
    return {
      coverage: await coverageOf(context, answered),
      connections,
      partnershipsWithout: (await partnerships(context)).filter(({ id }) => answered.has(id) && !connected.has(id)),
    };
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

/** What a local body of a network leads to. */
@Resolver(() => NetworkLocalBody)
export class NetworkLocalBodyResolver {
  @FieldResolver(() => LocalPartnership, { nullable: true })
  partnership(@Root() body: NetworkLocalBody, @Ctx() context: SubgraphContext) {
    return partnershipById(context, (body as NetworkLocalBody & { partnershipId: string }).partnershipId);
  }
}

/** The gateway sends the answers with the representation of the network. */
async function answersOf(network: Network, context: SubgraphContext) {
  const ids = (await partnerships(context)).map(({ id }) => id);
  return answersByPartnership(ids, network.respondents as (NetworkAnswer | null)[]);
}
