import { ChildRecord, MovementSide, SentDocument } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { sentDocuments } from './sent-documents';

/** What went from side to side. */
@Resolver(() => ChildRecord)
export class ChildRecordResolver {
  @FieldResolver(() => [SentDocument], { nullable: true })
  sent(@Root() { movementId, side }: ChildRecord, @Ctx() context: SubgraphContext) {
    return documentsOf(context, movementId!, side!);
  }

  @FieldResolver(() => [SentDocument], { nullable: true })
  received(@Root() { movementId, side }: ChildRecord, @Ctx() context: SubgraphContext) {
    const { ORIGIN, DESTINATION } = MovementSide;
    return documentsOf(context, movementId!, side === ORIGIN ? DESTINATION : ORIGIN);
  }
}

async function documentsOf(context: SubgraphContext, movementId: string, side: MovementSide): Promise<SentDocument[]> {
  const sent = await sentDocuments(context).load(movementId);
  return sent
    .filter((document) => document.side === side)
    .map((document) => Object.assign(new SentDocument(), document));
}
