import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { AccessOutcome } from '../enums/access-outcome';
import { DateTimeScalar } from '../scalars/date-time';

/** Who asked for data of single children, and why. It holds no values. */
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

  @Field(() => [ID], { description: 'Pseudonyms of the children in the answer.' })
  @ListSize(10)
  children!: string[];

  @Field(() => AccessOutcome, { description: 'What became of it.' })
  outcome!: AccessOutcome;
}
