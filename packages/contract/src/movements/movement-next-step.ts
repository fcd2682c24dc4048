import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { ProcedureRuleCode } from '../procedures/procedure-rule-code';
import { MovementMove } from './movement-move';
import { MovementSide } from './movement-side';
import type { Movement } from './rules/movement';
import type { AwaitedStep as Awaited, NextStep } from './rules/next-steps';

@ObjectType({ description: 'A step that may be taken now, as far as the movement alone decides.' })
@RequiresScopes('movements:read')
export class MovementNextStep {
  @Field(() => MovementMove, { description: 'The step.' })
  move!: MovementMove;

  @Field(() => MovementSide, { nullable: true, description: 'The side that may take it; null where either may.' })
  side!: MovementSide | null;

  @Field(() => [String], { description: 'What it must say, by the names of the input, as `transferPack`.' })
  @ListSize(3)
  carries!: string[];

  @Field(() => String, { description: 'The scope that a person needs, as `movements:approve`.' })
  scope!: string;
}

@ObjectType({ description: 'A step that a movement waits for: whose it is, and until when.' })
@RequiresScopes('movements:read')
export class AwaitedMovementStep {
  @Field(() => MovementMove, { description: 'The step.' })
  move!: MovementMove;

  @Field(() => ID, { nullable: true, description: 'GSS code of the authority whose step it is; null where of either.' })
  authority!: string | null;

  @Field(() => ProcedureRuleCode, {
    nullable: true,
    description: 'The time limit that it is to meet; null where none runs, or the hub alone has it.',
  })
  clock!: ProcedureRuleCode | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null where nothing says it.' })
  dueAt!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day in London on which it is in time.' })
  dueOn!: string | null;
}

/** A step that may be taken as the graph shows it. */
export function nextStepOf({ move, side, carries, scope }: NextStep): MovementNextStep {
  return Object.assign(new MovementNextStep(), { move, side, carries: [...carries], scope });
}

/** An awaited step as the graph shows it. */
export function awaitedStepOf({ origin, destination }: Movement, { move, side, clock }: Awaited): AwaitedMovementStep {
  const authority = side && (side === MovementSide.ORIGIN ? origin : destination);
  const { code = null, dueAt = null, dueOn = null } = clock ?? {};
  return Object.assign(new AwaitedMovementStep(), { move, authority, clock: code, dueAt, dueOn });
}
