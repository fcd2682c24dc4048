import { AccessRecordConnection, HoldsChildRecords, MovementRecordSummary } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { accessRecordPage } from '../loaders/access-record-page';
import { movementRecordSummaries } from '../loaders/movement-record-summaries';

/** Who looked at the partnership's children, and how its records of them stand. */
@Resolver(() => HoldsChildRecords)
export class HoldsChildRecordsResolver {
  @FieldResolver(() => AccessRecordConnection, { nullable: true })
  childRecordAccesses(
    @Root() { id }: HoldsChildRecords,
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const { caller } = context.passport;
    if (caller?.partnership !== id && !caller?.scopes.has('audit:read')) {
      // Said of the caller alone, and always: an empty list would read as "nobody looked".
      throw new GraphQLError(
        `Only ${id} itself and auditors may see who looked at its children. Leave the field out.`,
        {
          extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
        },
      );
    }
    return accessRecordPage(context, {}, first, after);
  }

  @FieldResolver(() => [MovementRecordSummary], { nullable: true })
  movementRecordSummaries(@Ctx() { dataSource }: SubgraphContext) {
    return movementRecordSummaries(dataSource);
  }
}
