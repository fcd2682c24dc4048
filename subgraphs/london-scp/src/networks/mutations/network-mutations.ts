import { RequiresScopes } from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { NetworkRecord } from '../network-records';
import { activateNetwork } from './activate-network';
import { addMember, removeMember } from './change-members';
import { endNetwork } from './end-network';
import {
  ActivateNetworkInput,
  AddNetworkMemberInput,
  EndNetworkInput,
  ProposeNetworkInput,
  RemoveNetworkMemberInput,
} from './network-inputs';
import { NetworkPayload } from './network-payload';
import { proposeNetwork } from './propose-network';

/** How networks are proposed, supported, staffed and ended. */
@Resolver()
export class NetworkMutations {
  @Mutation(() => NetworkPayload, {
    nullable: true,
    description:
      'Proposes a network, which is not supported yet. The same again changes nothing. ' +
      'Codes: TEXT_BLANK, NETWORK_NAME_INVALID, NETWORK_NAME_TAKEN, DECISION_UNKNOWN, DECISION_OF_OTHER_KIND, DECISION_IS_DEMONSTRATION.',
  })
  @RequiresScopes('networks:write')
  proposeNetwork(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => ProposeNetworkInput, { description: 'The network.' }) input: ProposeNetworkInput,
  ) {
    return payload(context, (manager) => proposeNetwork(manager, input));
  }

  @Mutation(() => NetworkPayload, {
    nullable: true,
    description:
      'Begins the support of a network under a final decision of the Executive (LON-34). The same again changes nothing. ' +
      'Codes: NETWORK_UNKNOWN, NETWORK_ENDED, DECISION_UNKNOWN, DECISION_OF_OTHER_KIND, DECISION_NOT_SIGNED_OFF, DECISION_IS_DEMONSTRATION, NETWORK_ALREADY_SUPPORTED, DATE_IN_FUTURE, SUPPORTED_BEFORE_FINAL, NETWORK_LIMIT_REACHED.',
  })
  @RequiresScopes('networks:write')
  activateNetwork(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => ActivateNetworkInput, { description: 'Which network, under which decision.' })
    input: ActivateNetworkInput,
  ) {
    return payload(context, (manager) => activateNetwork(manager, input));
  }

  @Mutation(() => NetworkPayload, {
    nullable: true,
    description:
      'Ends a network. The same again changes nothing. ' +
      'Codes: NETWORK_UNKNOWN, NETWORK_ENDED, DATE_IN_FUTURE, ENDED_BEFORE_SUPPORT.',
  })
  @RequiresScopes('networks:write')
  endNetwork(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => EndNetworkInput, { description: 'Which network, and when.' }) input: EndNetworkInput,
  ) {
    return payload(context, (manager) => endNetwork(manager, input));
  }

  @Mutation(() => NetworkPayload, {
    nullable: true,
    description:
      'Adds an agency of a partnership to a network. The same again changes nothing. ' +
      'Codes: NETWORK_UNKNOWN, NETWORK_ENDED, PARTNERSHIP_UNKNOWN, ALREADY_A_MEMBER, NETWORK_HAS_CHAIR.',
  })
  @RequiresScopes('networks:write')
  addNetworkMember(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => AddNetworkMemberInput, { description: 'The member.' }) input: AddNetworkMemberInput,
  ) {
    return payload(context, (manager) => addMember(manager, input));
  }

  @Mutation(() => NetworkPayload, {
    nullable: true,
    description:
      'Removes an agency of a partnership from a network. ' + 'Codes: NETWORK_UNKNOWN, NETWORK_ENDED, MEMBER_UNKNOWN.',
  })
  @RequiresScopes('networks:write')
  removeNetworkMember(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RemoveNetworkMemberInput, { description: 'The member.' }) input: RemoveNetworkMemberInput,
  ) {
    return payload(context, (manager) => removeMember(manager, input));
  }
}

async function payload(context: SubgraphContext, work: (manager: EntityManager) => Promise<NetworkRecord>) {
  const { result, userErrors } = await mutate(context, work);
  return { network: result, userErrors };
}
