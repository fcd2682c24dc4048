import { Field, ID, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { ListSize } from '../cost/list-size';
import { CategoryOfNeed } from './category-of-need';
import { ChildPlan } from './child-plan';
import { ChildRecordStatus } from './child-record-status';
import { MovementSide } from './movement-side';
import { MovementState } from './movement-state';
import { AllocatedTeam } from '../governance/allocated-team';
import { EarlierOrigin } from './earlier-origin';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { SentDocument } from './sent-document';

/**
 * A partnership's own record for a movement, of which it has a side. Each partnership has a type of its own, as
 * `LambethChildRecord`, which only it answers for; all but the key is null for whoever is not a party to the movement.
 */
@InterfaceType({
  description: "A partnership's own record for a movement, for its parties. Each partnership has a type of its own.",
})
export abstract class ChildRecord {
  @Field(() => ID, { description: 'Global id, as `lambeth/movement:01J…/origin`.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the movement that it is kept for.' })
  movementId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Pseudonym of the child, the same as on the movement.' })
  childPseudonym!: string | null;

  @Field(() => MovementSide, { nullable: true, description: 'The side of the movement that it is kept for.' })
  side!: MovementSide | null;

  @Field(() => ID, { nullable: true, description: 'GSS code of the authority whose record it is.' })
  authority!: string | null;

  @Field(() => ID, { nullable: true, description: 'GSS code of the authority at the other side.' })
  counterpart!: string | null;

  @Field(() => MovementState, {
    nullable: true,
    description: 'The state of the movement as far as this partnership knows; null where there is no notice.',
  })
  movementState!: MovementState | null;

  @Field(() => ChildRecordStatus, { nullable: true, description: 'How it stands.' })
  status!: ChildRecordStatus | null;

  @Field(() => AllocatedTeam, {
    nullable: true,
    description: 'The team that works with the child; of a child whom either side shields for its own side only.',
  })
  team!: AllocatedTeam | null;

  @Field(() => ChildPlan, { nullable: true, description: 'The plan that the child is on.' })
  plan!: ChildPlan | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since when.' })
  planSince!: string | null;

  @Field(() => CategoryOfNeed, { nullable: true, description: 'The main reason for which the child is worked with.' })
  categoryOfNeed!: CategoryOfNeed | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of a child who was unborn: the day on which the birth was expected, as the notice or arrival says.',
  })
  expectedOn!: string | null;

  @Field(() => [EarlierOrigin], {
    nullable: true,
    description:
      'Of a child who arrived: where it was said to come from before, oldest first; null to any but its own side.',
  })
  @ListSize(1)
  earlierOrigins!: EarlierOrigin[] | null;

  @Field(() => [SentDocument], {
    nullable: true,
    description: 'What this side has sent, by title and checksum; never the documents.',
  })
  @ListSize(3)
  sent(): SentDocument[] | null {
    return resolvedElsewhere('ChildRecord.sent');
  }

  @Field(() => [SentDocument], {
    nullable: true,
    description: 'What this side has been sent, by title and checksum; never the documents.',
  })
  @ListSize(3)
  received(): SentDocument[] | null {
    return resolvedElsewhere('ChildRecord.received');
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether this side shields the child; for its own side only, and null to any other.',
  })
  isShielded!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the child has been adopted, so that nothing links to it; null to any but its own side.',
  })
  isAdopted!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was opened; null while it is only known of.' })
  openedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was closed; null until then.' })
  closedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for demonstration data: generated from a fixed seed, describing nothing real.',
  })
  isSynthetic!: boolean | null;
}
