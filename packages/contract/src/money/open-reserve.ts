import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Authenticated } from '../access/authenticated';
import { ListSize } from '../cost/list-size';
import { Pence } from '../scalars/pence';
import { Reserve } from './reserve';
import { UserError } from '../recording/user-error';

@InputType({ description: 'A reserve that a local authority holds for its partnership.' })
export class OpenReserveInput {
  @Field(() => ID, { description: 'GSS code of the local authority: one reserve each.' })
  localAuthority!: string;

  @Field(() => Pence, { description: 'Held before any charge, from 0.' })
  openingPence!: number;
}

@ObjectType({ description: 'Result of opening a reserve.' })
@Directive('@shareable')
@Authenticated()
export class OpenReservePayload {
  @Field(() => Reserve, { nullable: true, description: 'The reserve; null where it was refused.' })
  reserve!: Reserve | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}
