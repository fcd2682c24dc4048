import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { IssueKind } from './issue-kind';

@ObjectType({ description: 'A risk, or an issue for London, that a partnership raised.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class SafeguardingIssue extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => IssueKind, { description: 'A risk of its own, or an issue for London.' })
  kind!: IssueKind;

  @Field(() => String, { description: 'The issue.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where a pan-London response would add value; null for a risk of its own.',
  })
  valueCase!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it is low in number locally, and likely to be significant for London (LON-11).',
  })
  isLowInNumberLocally!: boolean;

  @Field(() => DateScalar, { description: 'The day it was raised.' })
  raisedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How the partnership responds; null where that is not recorded.',
  })
  response!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was closed; null while it is open.' })
  closedOn!: string | null;
}
