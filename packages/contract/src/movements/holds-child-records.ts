import { Arg, Directive, Field, ID, Int, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { Cost } from '../cost/cost';
import { ListSize } from '../cost/list-size';
import { Paged } from '../cost/paged';
import type { AccessRecord } from '../access/access-record';
import { AccessRecordConnection } from '../access/access-record-connection';
import type { Connection } from '../paging/connection';
import { MovementRecordSummary } from './movement-record-summary';
import { OutboxMessageConnection, type OutboxMessage } from './outbox-message';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';

@InterfaceType({
  description: 'A partnership that holds records of children who move, and a record of everyone who looked at them.',
})
export abstract class HoldsChildRecords {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => AccessRecordConnection, {
    nullable: true,
    description: 'Who asked this partnership for data of its children, latest first: for the partnership itself.',
  })
  @Paged()
  @Cost(200)
  @RequiresScopes('audit:own', 'audit:read')
  childRecordAccesses(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<AccessRecord> | null {
    return resolvedElsewhere('HoldsChildRecords.childRecordAccesses');
  }

  @Field(() => [MovementRecordSummary], {
    nullable: true,
    description:
      "Its records for movements, for the hub's reconciliation alone: every open one, and every other whose movement has " +
      'not ended, or ended in the last 93 days.',
  })
  @ListSize(100)
  @Cost(100)
  @Directive('@inaccessible')
  movementRecordSummaries!: MovementRecordSummary[] | null;

  @Field(() => OutboxMessageConnection, {
    nullable: true,
    description:
      'Messages that the hub has refused, or not recorded yet, oldest first: for who wrote them. A refused one stays until ' +
      'somebody settles it.',
  })
  @Paged()
  @Cost(100)
  @RequiresScopes('movements:read')
  undeliveredMessages(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
    @Arg('settled', () => Boolean, {
      defaultValue: false,
      description: 'True: refused ones that were settled, in place of what is open.',
    })
    _settled?: boolean,
  ): Connection<OutboxMessage> | null {
    return resolvedElsewhere('HoldsChildRecords.undeliveredMessages');
  }
}
