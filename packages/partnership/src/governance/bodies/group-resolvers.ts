import {
  BoardContact,
  BoardContactConnection,
  Body,
  GroupReport,
  GroupReportConnection,
  Relation,
  WorksWithGroups,
} from '@hub/contract';
import { pagesOf, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { bodyOn, relations } from '../governance-loaders';
import { boardContact, type BoardContactRecord } from './board-contact-record';
import { groupReport, type GroupReportRecord } from './group-report-record';

const reportPage = pagesOf(groupReport);
const contactPage = pagesOf(boardContact);

/** What groups reported, and contacts with other boards. */
@Resolver(() => WorksWithGroups)
export class WorksWithGroupsResolver {
  @FieldResolver(() => GroupReportConnection, { nullable: true })
  groupReports(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return reportPage(context, first, after);
  }

  @FieldResolver(() => BoardContactConnection, { nullable: true })
  boardContacts(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return contactPage(context, first, after);
  }
}

/** What a report of a group leads to. */
@Resolver(() => GroupReport)
export class GroupReportResolver {
  @FieldResolver(() => Body)
  body(@Root() { bodyId, receivedOn }: GroupReportRecord, @Ctx() context: SubgraphContext) {
    return bodyThen(bodyId, receivedOn, context);
  }

  @FieldResolver(() => Body)
  receivedBy(@Root() { receivedById, receivedOn }: GroupReportRecord, @Ctx() context: SubgraphContext) {
    return bodyThen(receivedById, receivedOn, context);
  }
}

/** What a contact with another board leads to. */
@Resolver(() => BoardContact)
export class BoardContactResolver {
  @FieldResolver(() => Relation)
  async board(@Root() { id, relationId }: BoardContactRecord, @Ctx() context: SubgraphContext) {
    const relation = (await relations(context)).find((one) => one.id === relationId);
    if (!relation) throw new Error(`Contact ${id} names a board that is not stored.`);
    return relation;
  }
}

async function bodyThen(bodyId: string, on: string, context: SubgraphContext) {
  const body = await bodyOn(context, bodyId, on);
  if (!body) throw new Error(`A report names the body ${bodyId}, which is not stored.`);
  return body;
}
