import { Directive, Field, ObjectType } from 'type-graphql';
import { DateScalar, Pence } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';

@ObjectType({ description: 'A part of a contribution, and the day by which it is to be paid.' })
@Directive('@shareable')
@RequiresScopes('budget:read')
export class Instalment {
  @Field(() => DateScalar, { description: 'The day by which it is to be paid.' })
  dueOn!: string;

  @Field(() => Pence, { description: 'The amount.' })
  amountPence!: number;
}
