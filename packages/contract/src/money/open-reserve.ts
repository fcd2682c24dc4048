import { Field, ID, InputType } from 'type-graphql';
import { Pence } from '@hub/scalars';

@InputType({ description: 'A reserve that a local authority holds for its partnership.' })
export class OpenReserveInput {
  @Field(() => ID, { description: 'GSS code of the local authority: one reserve each.' })
  localAuthority!: string;

  @Field(() => Pence, { description: 'Held before any charge, from 0.' })
  openingPence!: number;
}
