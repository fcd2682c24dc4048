import { DateTimeScalar, ListSize, ProcedureRuleCode, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';

/** What the hub took further, since a time limit had passed. */
@ObjectType({ description: 'A time limit that passed, and to whom the hub took it. It is not a step of a side.' })
@RequiresScopes('movements:read')
export class MovementEscalation {
  @Field(() => ProcedureRuleCode, { description: 'What was limited.' })
  code!: ProcedureRuleCode;

  @Field(() => [String], { description: 'To whom, one after another: roles or titles.' })
  @ListSize(4)
  route!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was due.' })
  dueAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it was taken further.' })
  escalatedAt!: string;
}
