import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';

/** Why a mutation did nothing: a mistake of the caller, as data. System failures are top-level errors. */
@ObjectType({ description: 'Why a mutation did nothing: a mistake of the caller, with the remedy.' })
@Directive('@shareable')
@Public()
export class UserError {
  @Field(() => [String], { description: 'Path of the input field at fault, as `["input", "receivedOn"]`.' })
  @ListSize(3)
  field!: string[];

  @Field(() => String, { description: 'What is wrong, and what to do about it.' })
  message!: string;

  @Field(() => String, { description: 'Stable code, as `YEAR_CLOSED`.' })
  code!: string;
}
