import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from './requires-scopes';
import { ListSize } from '../cost/list-size';
import { AccessOutcome } from './access-outcome';

@ObjectType({
  description: 'Who asked for data of single children, when and why, and what became of it. It holds no values.',
})
@Directive('@shareable')
@RequiresScopes('audit:read', 'audit:own', 'movements:read')
export class AccessRecord {
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  at!: string;

  @Field(() => String, { description: 'Who kept the record: `gateway`, or the name of a subgraph.' })
  recorder!: string;

  @Field(() => ID, { description: 'Id of the request, the same with every recorder.' })
  requestId!: string;

  @Field(() => ID, { nullable: true, description: 'Stable id of the person or system; null for one without a token.' })
  person!: string | null;

  @Field(() => String, { nullable: true, description: 'Their role.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'Their organisation; a GSS code for a local authority.' })
  organisation!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of their partnership; null for roles of London as a whole.' })
  partnership!: string | null;

  @Field(() => String, { nullable: true, description: 'The purpose they declared, as `CROSS_BOUNDARY_MOVEMENT`.' })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'The reason, in their own words.' })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The break-glass alert under which they asked.' })
  alert!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the operation, where it had one.' })
  operation!: string | null;

  @Field(() => [String], { description: 'Fields of single children that were granted, as `ChildMovement.category`.' })
  @ListSize(20)
  fields!: string[];

  @Field(() => [String], { description: 'Fields of single children that were refused.' })
  @ListSize(5)
  refused!: string[];

  @Field(() => [ID], { description: 'Pseudonyms of the children that it was about, shown or not.' })
  @ListSize(10)
  children!: string[];

  @Field(() => [ID], {
    description: 'Those of them of whom nothing was shown: an id of theirs was asked for by one who may not see them.',
  })
  @ListSize(10)
  unseen!: string[];

  @Field(() => [String], {
    description: 'Ids that were asked for, as they were given; `(not an id)` for what can be none.',
  })
  @ListSize(10)
  asked!: string[];

  @Field(() => AccessOutcome, { description: 'Its result.' })
  outcome!: AccessOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'Network address of a caller without a token; null for others.',
  })
  address?: string | null;

  @Field(() => Int, {
    description:
      'How many attempts it stands for: 1, but for callers without a token. Of an address the first is recorded, and ' +
      'those that follow within a minute are counted in one record, which shows the last of them.',
  })
  count!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the first of several attempts was; null for one.' })
  since?: string | null;
}
