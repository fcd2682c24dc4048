import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { Synthetic } from '../recording/synthetic';
import { PlanDocumentKind } from './plan-document-kind';

@ObjectType({ description: 'A plan, strategy or analysis that a partnership agreed.' })
@Directive('@shareable')
@Public()
export class PlanDocument extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => PlanDocumentKind, { description: 'What it is.' })
  kind!: PlanDocumentKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, {
    description: 'Whose it is, by role or body: for the safeguarding plan, who is responsible for it.',
  })
  owner!: string;

  @Field(() => DateScalar, { description: 'The day it was agreed.' })
  agreedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day for which it holds; null where it names none.',
  })
  endsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Its web address; null where it is not published.' })
  publishedAt!: string | null;
}
