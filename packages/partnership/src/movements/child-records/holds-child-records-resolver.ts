import {
  AccessRecordConnection,
  HoldsChildRecords,
  MovementRecordSummary,
  OutboxMessageConnection,
} from '@hub/contract';
import { type SubgraphContext, accessRecordPage } from '@hub/subgraph-kit';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { movementRecordSummaries } from './movement-record-summaries';
import { outboxPage } from '../exchange/outbox-page';

/** Who looked at the partnership's children, how its records of them stand, and what the hub has not recorded of them. */
@Resolver(() => HoldsChildRecords)
export class HoldsChildRecordsResolver {
  @FieldResolver(() => AccessRecordConnection, { nullable: true })
  childRecordAccesses(
    @Root() { id }: HoldsChildRecords,
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const { caller } = context.requestIdentity;
    if (caller?.partnership !== id && !caller?.scopes.has('audit:read')) {
      // Said of the caller alone, and always: an empty list would read as "nobody looked".
      throw notOwn(`Only ${id} itself and auditors may see who looked at its children.`);
    }
    return accessRecordPage(context, {}, first, after);
  }

  @FieldResolver(() => [MovementRecordSummary], { nullable: true })
  movementRecordSummaries(@Ctx() { dataSource }: SubgraphContext) {
    return movementRecordSummaries(dataSource);
  }

  @FieldResolver(() => OutboxMessageConnection, { nullable: true })
  undeliveredMessages(
    @Root() { id }: HoldsChildRecords,
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('settled', () => Boolean, { defaultValue: false }) settled: boolean = false,
  ) {
    // Another partnership's caller is not a party to anything that waits here, and is told no more than that.
    if (context.requestIdentity.caller?.partnership !== id)
      throw notOwn(`Only ${id} itself may see what it has written.`);
    return outboxPage(context, { first, after, settled });
  }
}

function notOwn(message: string): GraphQLError {
  return new GraphQLError(`${message} Leave the field out.`, { extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } });
}
