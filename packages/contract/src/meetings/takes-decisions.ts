import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { Cost } from '../cost/cost';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import type { BodyDecision } from './body-decision';
import { BodyDecisionConnection } from './body-decision-connection';

@InterfaceType({ description: 'A partnership that keeps what its bodies decided.' })
export abstract class TakesDecisions {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => BodyDecisionConnection, { nullable: true, description: 'Decisions of its bodies, latest first.' })
  @Paged()
  @Cost(50)
  @RequiresScopes('governance:read')
  decisions(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<BodyDecision> | null {
    return resolvedElsewhere('TakesDecisions.decisions');
  }
}
