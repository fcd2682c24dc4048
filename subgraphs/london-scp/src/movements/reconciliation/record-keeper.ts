import { MovementRecordSummary, Public } from '@hub/contract';
import { Directive, Field, ID, InterfaceType } from 'type-graphql';

/**
 * What the London SCP requires of every partnership to tell where the two sides of a movement disagree. Each partnership's
 * own subgraph answers it, to the hub alone; the London SCP stores none of it.
 */
@InterfaceType('HoldsChildRecords', {
  description: 'A partnership that holds records of children who move, and a record of everyone who looked at them.',
})
export abstract class RecordKeeper {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [MovementRecordSummary], {
    nullable: true,
    description:
      "Its records for movements, for the hub's reconciliation alone: every open one, and every other whose movement has " +
      'not ended, or ended in the last 93 days.',
  })
  // Inaccessible too, as its home says: composition takes that from nowhere else.
  @Directive('@external')
  movementRecordSummaries!: MovementRecordSummary[] | null;
}
