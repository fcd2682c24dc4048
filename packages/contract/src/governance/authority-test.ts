import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';

@ObjectType({
  description: 'What a document asks of whoever stands for an agency. Documents list three, four or five, or none.',
})
@Directive('@shareable')
@Public()
export class AuthorityTest {
  @Field(() => ID, { description: 'Id within the document, as `speak-with-authority`.' })
  id!: string;

  @Field(() => String, { description: 'The test as the document words it.' })
  words!: string;

  @Field(() => String, { description: 'The clause, as `LON-26`.' })
  clause!: string;
}
