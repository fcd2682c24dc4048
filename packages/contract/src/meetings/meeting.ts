import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { QuorumResult } from '../governance/quorum-result';
import { Sector } from '../governance/sector';
import { Body } from '../governance/body';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'A meeting that a body held.' })
@Directive('@shareable')
@Public()
export class Meeting extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => Body, { description: 'The body that met.' })
  body!: Body;

  @Field(() => DateScalar, { description: 'The day it was held.' })
  heldOn!: string;

  @Field(() => [Sector], { description: 'Sectors represented at it.' })
  @ListSize(3)
  sectorsRepresented!: Sector[];

  @Field(() => QuorumResult, { description: "Whether it was quorate under its body's rule." })
  quorum!: QuorumResult;
}
