import { DateScalar, Sector } from '@hub/contract';
import { Field, InputType } from 'type-graphql';

/** A sign-off to record. */
@InputType({ description: 'That a sector signed a decision off.' })
export class SignOffDecisionInput {
  @Field(() => String, { description: 'Reference of the decision.' })
  reference!: string;

  @Field(() => Sector, { description: 'The sector: LOCAL_AUTHORITY, POLICE or NHS.' })
  sector!: Sector;

  @Field(() => DateScalar, { description: 'The day it signed.' })
  signedOn!: string;

  @Field(() => String, { description: "The office that signed for it, never a person's name." })
  byRole!: string;
}
