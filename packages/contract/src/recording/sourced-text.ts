import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { Sourced } from './sourced';

@ObjectType({ description: 'One statement of a document, such as a purpose or an undertaking.' })
@Directive('@shareable')
@Public()
export class SourcedText extends Sourced {
  @Field(() => String, { description: 'The statement in words close to the document.' })
  text!: string;
}
