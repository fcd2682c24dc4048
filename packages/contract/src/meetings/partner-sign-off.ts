import { Directive, Field, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Agency } from '../governance/agency';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'That a statutory partner signed off a decision, or the minutes of a meeting.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class PartnerSignOff extends Synthetic {
  @Field(() => Agency, { description: 'The partner.' })
  agency!: Agency;

  @Field(() => DateScalar, { description: 'The day it signed.' })
  signedOn!: string;

  @Field(() => String, { description: "The office that signed for it, never a person's name." })
  byRole!: string;
}
