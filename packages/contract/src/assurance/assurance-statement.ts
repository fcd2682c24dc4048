import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { Sourced } from '../recording/sourced';

@ObjectType({ description: 'A step of a route of escalation, or a duty of scrutiny.' })
@Directive('@shareable')
@Public()
export class AssuranceStatement extends Sourced {
  @Field(() => String, { description: 'The word by which records name it, as `attendance`.' })
  code!: string;

  @Field(() => String, { description: 'The statement in words close to the document.' })
  text!: string;
}
