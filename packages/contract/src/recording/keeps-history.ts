import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { Cost } from '../cost/cost';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { RecordChangeConnection, type RecordChange } from './record-change';
import { resolvedElsewhere } from './resolved-elsewhere';

@InterfaceType({ description: 'A partnership that keeps the history of what it recorded and changed.' })
export abstract class KeepsHistory {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => RecordChangeConnection, {
    nullable: true,
    description: 'What it corrected or withdrew of its records, latest first.',
  })
  @Paged()
  @Cost(50)
  @RequiresScopes(['budget:read', 'governance:read', 'networks:read', 'procedures:read'])
  recordChanges(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<RecordChange> | null {
    return resolvedElsewhere('KeepsHistory.recordChanges');
  }
}
