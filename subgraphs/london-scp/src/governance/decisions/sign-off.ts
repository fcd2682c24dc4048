import { DateScalar, RequiresScopes, Sector } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';

/** That one of the three safeguarding sectors signed a decision off (LON-28). */
@ObjectType({ description: 'That one of the three safeguarding sectors signed a decision off.' })
@RequiresScopes('decisions:read')
export class SignOff {
  @Field(() => Sector, { description: 'The sector: LOCAL_AUTHORITY, POLICE or NHS.' })
  sector!: Sector;

  @Field(() => DateScalar, { description: 'The day it signed.' })
  signedOn!: string;

  @Field(() => String, { description: "The office that signed for it, never a person's name." })
  byRole!: string;
}
