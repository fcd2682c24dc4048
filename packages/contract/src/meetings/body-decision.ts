import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Agency } from '../governance/agency';
import { Body } from '../governance/body';
import { Synthetic } from '../recording/synthetic';
import { BodyDecisionKind } from './body-decision-kind';
import { PartnerSignOff } from './partner-sign-off';

@ObjectType({ description: 'A decision that a body of a partnership took.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class BodyDecision extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Reference under which the partnership keeps it.' })
  reference!: string;

  @Field(() => Body, { description: 'The body that took it.' })
  body!: Body;

  @Field(() => BodyDecisionKind, { description: 'What was decided on.' })
  kind!: BodyDecisionKind;

  @Field(() => String, { description: 'What was decided.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The day it was taken.' })
  decidedOn!: string;

  @Field(() => [PartnerSignOff], { description: 'Which statutory partners signed it off, the earliest first.' })
  @ListSize(5)
  signOffs!: PartnerSignOff[];

  @Field(() => [Agency], {
    description: 'Which statutory partners have yet to sign it off, where the document asks for it.',
  })
  @ListSize(5)
  awaited!: Agency[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was final: of the last sign-off, where the document asks for them; null until then.',
  })
  finalOn!: string | null;
}
