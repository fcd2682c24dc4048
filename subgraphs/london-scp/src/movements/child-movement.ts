import {
  DateScalar,
  DateTimeScalar,
  LocalAuthority,
  MovementCategory,
  MovementPlanning,
  MovementPermanence,
  MovementState,
  RequiresScopes,
  Synthetic,
} from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

/** A child's move from one local authority to another (LON-09), as notified. It names the child by pseudonym alone. */
@ObjectType({
  description:
    "A child's move from one local authority to another, as notified. It names the child by pseudonym alone.",
})
@RequiresScopes('movements:read')
export class ChildMovement extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `movement:01J…`.' })
  id!: string;

  @Field(() => ID, { description: 'Pseudonym of the child, as `p1:1:…`. It stands in records of access.' })
  childPseudonym!: string;

  @Field(() => MovementCategory, { description: "The child's situation when moving." })
  category!: MovementCategory;

  @Field(() => MovementState, { description: 'How far it has come.' })
  state!: MovementState;

  @Field(() => LocalAuthority, {
    nullable: true,
    description: 'The originating authority; null where it is outside London or not known, and `originName` names it.',
  })
  origin!: LocalAuthority | null;

  @Field(() => ID, {
    description: 'GSS code of the originating authority; `ABROAD:FR` of another country, `UNKNOWN` where nobody knows.',
  })
  originCode!: string;

  @Field(() => String, { nullable: true, description: 'Name of the originating authority or country, outside London.' })
  originName!: string | null;

  @Field(() => LocalAuthority, {
    nullable: true,
    description: 'The receiving authority; null where it is outside London, and `destinationName` names it.',
  })
  destination!: LocalAuthority | null;

  @Field(() => ID, { description: 'GSS code of the receiving authority; `ABROAD:FR` of another country.' })
  destinationCode!: string;

  @Field(() => String, { nullable: true, description: 'Name of the receiving authority or country, outside London.' })
  destinationName!: string | null;

  @Field(() => DateScalar, { description: 'The day the move was notified.' })
  notifiedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the move, where the notice says it.' })
  movedOn!: string | null;

  @Field(() => MovementPermanence, { description: 'Whether the move is meant to last.' })
  permanence!: MovementPermanence;

  @Field(() => MovementPlanning, { description: 'Whether the move was planned.' })
  planning!: MovementPlanning;

  @Field(() => DateTimeScalar, { description: 'From when it is in its state.' })
  since!: string;

  @Field(() => DateTimeScalar, { description: 'When it was notified, as the origin says.' })
  notifiedAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the destination first said that it has the notice, or took another step: its system says so by itself, and ' +
      '`readAt` that a person has read it. Null while it is silent.',
  })
  acknowledgedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was closed or withdrawn; null while it is open.',
  })
  closedAt!: string | null;
}
