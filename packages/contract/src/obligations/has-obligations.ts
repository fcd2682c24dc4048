import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { Cost } from '../cost/cost';
import { ListSize } from '../cost/list-size';
import { ClauseTopic } from '../governance/clause-topic';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Obligation } from './obligation';
import { ObligationStatus } from './obligation-status';

@InterfaceType({ description: 'A partnership whose terms of reference are checked against its records.' })
export abstract class HasObligations {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [Obligation], {
    nullable: true,
    description: 'What its terms of reference oblige it to, and how each stood on a day; in the order of the document.',
  })
  @ListSize(12)
  @Cost(100)
  @RequiresScopes('governance:read')
  obligations(
    @Arg('status', () => [ObligationStatus], { nullable: true, description: 'Only those that stood so.' })
    _status?: ObligationStatus[] | null,
    @Arg('topic', () => ClauseTopic, { nullable: true, description: 'Only those about this topic.' })
    _topic?: ClauseTopic | null,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): Obligation[] | null {
    return resolvedElsewhere('HasObligations.obligations');
  }
}
