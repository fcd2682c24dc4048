import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { connectionOf } from '../paging/connection';
import { Synthetic } from '../recording/synthetic';
import { Body } from './body';

/** LAM-13, TRI-38, TRI-40, HAV-18. */
@ObjectType({ description: 'That a group reported to the body that it works under.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class GroupReport extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `lambeth:group-report:2026/3`.' })
  id!: string;

  @Field(() => Body, { description: 'The group that reported.' })
  body!: Body;

  @Field(() => Body, { description: 'The body that received it.' })
  receivedBy!: Body;

  @Field(() => DateScalar, { description: 'The day it was received.' })
  receivedOn!: string;

  @Field(() => String, { nullable: true, description: 'The theme of the quarter that it examined (TRI-38).' })
  theme!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the group considered the voice of the child (TRI-40); null where the report does not say.',
  })
  voiceOfTheChild!: string | null;
}

/** Pages of reports, latest first. */
export const GroupReportConnection = connectionOf('GroupReport', GroupReport);
