import { Field, InputType } from 'type-graphql';
import { DateScalar, Pence } from '@hub/scalars';

@InputType({ description: 'A part of a contribution, to be paid by a day.' })
export class InstalmentInput {
  @Field(() => DateScalar, { description: 'The day by which it is to be paid. It may lie ahead.' })
  dueOn!: string;

  @Field(() => Pence, { description: 'The amount, above 0.' })
  amountPence!: number;
}

@InputType({ description: 'The instalments in which a pledge is to be paid.' })
export class AgreeInstalmentsInput {
  @Field(() => String, { description: 'Reference of the contribution.' })
  reference!: string;

  @Field(() => [InstalmentInput], {
    description: 'From 1 to 12, each due on another day; together they are the pledge.',
  })
  instalments!: InstalmentInput[];
}
