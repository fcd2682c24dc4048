import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Body } from '../governance/body';
import { Synthetic } from '../recording/synthetic';
import { AgendaRequest } from './agenda-request';

@ObjectType({
  description: 'A meeting that a body planned. It was held where a meeting of the same reference is recorded.',
})
@Directive('@shareable')
@Public()
export class ScheduledMeeting extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Reference under which the partnership keeps it, before and after it is held.' })
  reference!: string;

  @Field(() => Body, { description: 'The body that is to meet.' })
  body!: Body;

  @Field(() => DateScalar, { description: 'The day for which it is planned.' })
  scheduledFor!: string;

  @Field(() => [AgendaRequest], {
    nullable: true,
    description: 'What members asked to have on its agenda, in the order of asking.',
  })
  @ListSize(10)
  @RequiresScopes('governance:read')
  agendaRequests!: AgendaRequest[] | null;
}
