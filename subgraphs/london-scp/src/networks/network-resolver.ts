import { DateScalar, ListSize, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { partnershipById, partnerships } from '../directory/directory-loaders';
import { LocalPartnership } from '../directory/local-partnership';
import { decisionById, signOffsOfDecision } from '../governance/decisions/decision-loaders';
import { ExecutiveDecision } from '../governance/decisions/executive-decision';
import { finalOn } from '../governance/decisions/sign-off-rule';
import { Network } from './network';
import { NetworkChair } from './network-chair';
import { membersOfNetwork, networkMeetingPage, networks, reportsOfNetwork } from './network-loaders';
import { NetworkMeetingConnection } from './network-meeting-connection';
import type { NetworkMemberRecord, NetworkRecord } from './network-records';
import { NetworkReport } from './network-report';
import { isReportOverdue, networkStatus } from './network-rules';
import { NetworkStatus } from './network-status';

/** Networks, and what the London SCP itself holds of them. */
@Resolver(() => Network)
export class NetworkResolver {
  @Query(() => [Network], { nullable: true, description: 'Networks, by name.' })
  @ListSize(10)
  @RequiresScopes('networks:read')
  async networks(
    @Ctx() context: SubgraphContext,
    @Arg('theme', () => String, { nullable: true, description: 'Only those that work on this theme, in any case.' })
    theme?: string | null,
  ) {
    const all = await networks(context);
    const wanted = theme?.toLowerCase();
    return wanted === undefined
      ? all
      : all.filter(({ themes }) => themes.some((other) => other.toLowerCase() === wanted));
  }

  @FieldResolver(() => NetworkStatus)
  status(@Root() network: NetworkRecord, @Ctx() context: SubgraphContext) {
    return statusOf(network, context);
  }

  @FieldResolver(() => Boolean)
  async isSupported(@Root() network: NetworkRecord, @Ctx() context: SubgraphContext) {
    return (await statusOf(network, context)) === NetworkStatus.SUPPORTED;
  }

  @FieldResolver(() => ExecutiveDecision, { nullable: true })
  async decision(@Root() { decisionId }: NetworkRecord, @Ctx() context: SubgraphContext) {
    return decisionId === null ? null : ((await decisionById(context).load(decisionId)) ?? null);
  }

  @FieldResolver(() => NetworkChair, { nullable: true })
  async chair(@Root() network: NetworkRecord, @Ctx() context: SubgraphContext) {
    const chair = (await membersOfNetwork(context).load(network.id)).find(({ isChair }) => isChair);
    return chair ? Object.assign(new NetworkChair(), chair) : null;
  }

  @FieldResolver(() => NetworkMeetingConnection)
  meetings(
    @Root() network: NetworkRecord,
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return networkMeetingPage(context, network.id, first, after);
  }

  @FieldResolver(() => [NetworkReport])
  reports(@Root() network: NetworkRecord, @Ctx() context: SubgraphContext) {
    return reportsOfNetwork(context).load(network.id);
  }

  @FieldResolver(() => Boolean)
  async isReportOverdue(
    @Root() network: NetworkRecord,
    @Ctx() context: SubgraphContext,
    @Arg('on', () => DateScalar) on: string,
  ) {
    const reports = await reportsOfNetwork(context).load(network.id);
    return isReportOverdue(
      on,
      network,
      reports.flatMap(({ reportedOn }) => reportedOn ?? []),
    );
  }

  @FieldResolver(() => [LocalPartnership], { nullable: 'items' })
  respondents(@Ctx() context: SubgraphContext) {
    return partnerships(context);
  }
}

/** Where a chair comes from. */
@Resolver(() => NetworkChair)
export class NetworkChairResolver {
  @FieldResolver(() => LocalPartnership, { nullable: true })
  partnership(@Root() chair: NetworkChair, @Ctx() context: SubgraphContext) {
    return partnershipById(context, (chair as NetworkMemberRecord & NetworkChair).partnershipId);
  }
}

async function statusOf(network: NetworkRecord, context: SubgraphContext): Promise<NetworkStatus> {
  const signOffs = network.decisionId === null ? [] : await signOffsOfDecision(context).load(network.decisionId);
  return networkStatus(network, finalOn(signOffs) !== null);
}
